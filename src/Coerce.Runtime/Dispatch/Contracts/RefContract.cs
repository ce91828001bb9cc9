using System.ComponentModel;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

// Each member is what its interface says.
#pragma warning disable CS1591

/// <summary>A ref: <c>coerce.ActorRef</c>, the path by which a system finds the actor.</summary>
/// <typeparam name="TRef">The ref.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RefContract<TRef> : IContract<TRef>
    where TRef : ActorRef
{
    public static string Name => "coerce.ActorRef";

    public static int Size(TRef value) => RefFields.Size(value);

    public static int Walk(TRef value, ContractWalk walk) => Size(value);

    public static void Write(ref WriteContext output, TRef value) => RefFields.Write(ref output, value);

    public static TRef Read(ref ParseContext input, ContractReader reader)
        => RefFields.Read(ref input, reader, out RefName name) is not { } found ? throw RefFields.Missing(name, RefFields.Kind(typeof(TRef)), reader)
            : found as TRef ?? throw new FieldException($"names {name}, and that is a {RefFields.Kind(found.GetType())}, and no {RefFields.Kind(typeof(TRef))}");

    public static void Show(Utf8JsonWriter json, TRef value) => json.WriteStringValue(value.Path);

    public static string FieldName(int number) => RefFields.Name(number);
}

/// <summary>The ref of any actor that speaks a protocol: <c>coerce.ActorRef</c> as well.</summary>
/// <typeparam name="TRef">An <see cref="IActorRef{TProtocol}"/>.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ProtocolRefContract<TRef> : IContract<TRef>
    where TRef : class
{
    public static string Name => "coerce.ActorRef";

    public static int Size(TRef value) => RefFields.Size(OfActor(value));

    public static int Walk(TRef value, ContractWalk walk) => Size(value);

    public static void Write(ref WriteContext output, TRef value) => RefFields.Write(ref output, OfActor(value));

    public static TRef Read(ref ParseContext input, ContractReader reader)
        => RefFields.Read(ref input, reader, out RefName name) is not { } found ? throw RefFields.Missing(name, "actor", reader)
            : found as TRef ?? throw new FieldException($"names {name}, and that is a {RefFields.Kind(found.GetType())}, which does not speak {Protocol}");

    public static void Show(Utf8JsonWriter json, TRef value) => json.WriteStringValue((value as ActorRef)?.Path ?? value.ToString());

    public static string FieldName(int number) => RefFields.Name(number);

    private static string Protocol => typeof(TRef).GenericTypeArguments[0].Name;

    private static ActorRef OfActor(TRef value)
        => value as ActorRef ?? throw new FieldException($"is a {value.GetType()}, and only refs of actors travel");
}

/// <summary>The fields of <c>coerce.ActorRef</c>.</summary>
internal static class RefFields
{
    internal static int Size(ActorRef value) => 1 + StringWire.Size(value.Path) + 1 + StringWire.Size(value.Cell.Descriptor.Name);

    internal static void Write(ref WriteContext output, ActorRef value)
    {
        output.WriteRawTag(10);
        output.WriteString(value.Path);
        output.WriteRawTag(18);
        output.WriteString(value.Cell.Descriptor.Name);
    }

    /// <summary>The actor that is named; null where there is none.</summary>
    internal static ActorRef? Read(ref ParseContext input, ContractReader reader, out RefName name)
    {
        string path = "";
        string actor = "";
        uint tag;
        while ((tag = reader.Next(ref input)) != 0)
        {
            switch (tag)
            {
                case 10: path = reader.Text(ref input); break;
                case 18: actor = reader.Text(ref input); break;
                default: reader.Skip(ref input); break;
            }
        }

        if (reader.System is not { } system)
            throw new FieldException("is a ref, which only a system can read: take the contract from ActorSystem.Contracts");
        if (path.Length == 0) throw new FieldException("is a ref without a path");
        name = new RefName(path, actor);
        return system.Resolve(path);
    }

    internal static FieldException Missing(RefName name, string kind, ContractReader reader)
        => new($"names {name}, and there is no live {kind} of that path in the system '{reader.System!.Name}'");

    /// <summary>What a ref is called: <c>BoxRef&lt;Int32&gt;</c>.</summary>
    internal static string Kind(Type type)
        => type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`')]}<{string.Join(", ", type.GenericTypeArguments.Select(Kind))}>" : type.Name;

    internal static string Name(int number) => number switch { 1 => "path", 2 => "actor", _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}

/// <summary>Which actor is meant, and what its sender took it for.</summary>
internal readonly record struct RefName(string Path, string Actor)
{
    public override string ToString() => $"the actor '{Path}' ({Actor})";
}
