using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>Members for what the build reports: they take what the user's own would take, and anything else.</summary>
internal static class PermissiveEmitter
{
    private const string AnyType = "object?";
    private const string AnyArguments = "params object?[] arguments";
    private const string AnyKey = "object[]";

    /// <summary>A <c>Props</c> for each constructor that the caller may have meant, and one for all others.</summary>
    internal static void WriteProps(
        CodeWriter writer, ActorModel model, string type, IEnumerable<IEnumerable<ParameterModel>> recipes)
    {
        var overloads = new List<Overload>();
        foreach (IEnumerable<ParameterModel> recipe in recipes)
        {
            if (Read(recipe, new HashSet<string>(overloads.Select(other => other.Key))) is { } overload) overloads.Add(overload);
        }

        bool isTaken = overloads.Any(overload => overload.Key == AnyKey);
        overloads.Add(new Overload("", isTaken ? $"{AnyType} argument, {AnyArguments}" : AnyArguments, Reach.AsRef));

        int priority = 0;
        foreach (Overload overload in overloads)
        {
            if (priority < 0) writer.Blank();
            writer.Write("/// <summary>For an actor that the build reports: throws.</summary>");
            if (priority < 0 && model.HasOverloadPriority) writer.Write(Names.Priority(priority));
            writer.Write($"{Modifier(overload)} static {type} Props({overload.Parameters}) => throw new {Names.InvalidOperation}();");
            priority--;
        }
    }

    /// <summary>The methods of the ref for the method style handlers that are at fault, or for all of a stub.</summary>
    internal static void WriteMethods(CodeWriter writer, ActorModel model)
    {
        IEnumerable<HandlerModel> handlers = model.Stub is null ? model.BrokenHandlers : model.Handlers;
        foreach (IGrouping<string, HandlerModel> group in handlers
            .Where(handler => handler is { IsMethodStyle: true, IsNameFree: true })
            .GroupBy(handler => handler.RefMethod, StringComparer.Ordinal))
        {
            HandlerModel? typed = model.Stub is null
                ? model.SoundHandlers.FirstOrDefault(handler => handler.RefMethod == group.Key)
                : null;
            WriteOverloads(writer, model, [.. group], typed);
        }
    }

    private static void WriteOverloads(CodeWriter writer, ActorModel model, HandlerModel[] handlers, HandlerModel? typed)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        if (typed is not null) _ = Read(typed.Payload, keys);

        int priority = typed is null ? 0 : -1;
        foreach (HandlerModel handler in handlers)
        {
            // Without priorities, two with optional parameters may both fit.
            bool isAlone = keys.Count == 0;
            if ((!isAlone && !model.HasOverloadPriority) || Read(handler.Payload, keys) is not { } overload) continue;

            string token = Identifiers.Unique("cancellationToken", [.. handler.Payload.Select(parameter => parameter.Name)]);
            string[] parameters = [.. overload.Parameters.Length == 0 ? [] : new[] { overload.Parameters }, $"{Names.CancellationToken} {token} = default"];
            string type = handler.IsSound ? Signatures.ReplyTask(handler) : AnyReply(handler);
            Reach reach = handler.IsSound && handler.Reach > overload.Reach ? handler.Reach : overload.Reach;
            Write(writer, model, priority--, type, handler.RefMethod, overload with
            {
                Parameters = string.Join(", ", parameters),
                Reach = reach,
            });
        }

        Write(writer, model, priority, AnyReply(handlers[0]), handlers[0].RefMethod, new Overload(AnyKey, AnyArguments, Reach.AsRef));
    }

    private static void Write(CodeWriter writer, ActorModel model, int priority, string type, string name, Overload overload)
    {
        writer.Blank();
        writer.Write($"""
            /// <summary>For a handler that the build reports: throws.</summary>
            {Names.HideFromEditor}
            """);
        if (priority < 0 && model.HasOverloadPriority) writer.Write(Names.Priority(priority));
        writer.Write($"""
            {Modifier(overload)} {type} {name}({overload.Parameters})
                => throw {Names.Unhandled}.Message<object?>(this, null);
            """);
    }

    /// <summary>Null when another one takes the same, or a parameter has no name of its own yet.</summary>
    private static Overload? Read(IEnumerable<ParameterModel> parameters, HashSet<string> keys)
    {
        ParameterModel[] all = [.. parameters.Select(parameter => parameter.Type.IsNameable ? parameter : parameter with
        {
            Type = TypeText.Fixed(AnyType, AnyType, Reach.AsRef, NullStyle.NullableReference),
            Default = parameter.Default is null ? null : "null",
        })];

        if (all.Any(parameter => parameter.Name.Length == 0)) return null;
        if (all.Select(parameter => parameter.Name).Distinct(StringComparer.Ordinal).Count() < all.Length) return null;

        // What may be null makes no difference to a signature. That it makes one to a value leaves one overload out, no more.
        string key = string.Join(", ", all.Select(parameter => parameter.Type.Text)).Replace("?", "");
        return keys.Add(key)
            ? new Overload(
                key,
                string.Join(", ", Signatures.Declarations(all)),
                all.Select(parameter => parameter.Type.Reach).Append(Reach.AsRef).Max())
            : null;
    }

    private static string AnyReply(HandlerModel handler)
        => handler.IsStream ? $"{Names.IAsyncEnumerable}<dynamic>" : "dynamic";

    private static string Modifier(Overload overload) => overload.Reach == Reach.AsRef ? "public" : "internal";

    private sealed record Overload(string Key, string Parameters, Reach Reach);
}
