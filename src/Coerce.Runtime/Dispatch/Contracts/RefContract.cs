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

    public static int Size(TRef value) => 1 + StringWire.Size(value.Path) + 1 + StringWire.Size(value.Cell.Descriptor.Name);

    public static void Write(ref WriteContext output, TRef value)
    {
        output.WriteRawTag(10);
        output.WriteString(value.Path);
        output.WriteRawTag(18);
        output.WriteString(value.Cell.Descriptor.Name);
    }

    public static TRef Read(ref ParseContext input, ContractReader reader)
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
        return system.Resolve<TRef>(path)
            ?? throw new FieldException($"names the actor '{path}' ({actor}), and there is no live {typeof(TRef).Name} of that path in the system '{system.Name}'");
    }

    public static void Show(Utf8JsonWriter json, TRef value) => json.WriteStringValue(value.Path);

    public static string FieldName(int number) => number switch { 1 => "path", 2 => "actor", _ => number.ToString(System.Globalization.CultureInfo.InvariantCulture) };
}
