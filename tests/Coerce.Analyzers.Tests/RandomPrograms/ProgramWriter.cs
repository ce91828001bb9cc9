using System.Text;

namespace Coerce.Analyzers.Tests.RandomPrograms;

/// <summary>Writes the program of an actor: a file with a class <c>Caller</c>, whose <c>RunAsync</c> says what went wrong, or null.</summary>
internal static class ProgramWriter
{
    internal static string Write(RandomActor actor)
    {
        var text = new StringBuilder("using System.Collections.Immutable;\nusing System.Linq;\nusing System.Runtime.CompilerServices;\n\n");
        text.Append(actor.IsFileScoped ? $"namespace {actor.Namespace};\n\n" : $"namespace {actor.Namespace}\n{{\n");
        foreach (RandomHandler handler in actor.Handlers) text.Append(Declaration(handler));
        text.Append(actor.Beside);
        foreach (string container in actor.Containers) text.Append(container).Append("\n{\n");
        text.Append(Actor(actor));
        text.Append(string.Concat(Enumerable.Repeat("}\n", actor.Containers.Length)));
        text.Append(Caller(actor));
        if (!actor.IsFileScoped) text.Append("}\n");
        return text.ToString();
    }

    private static string Declaration(RandomHandler handler) => handler.Message switch
    {
        MessageShape.RecordStruct => $"public readonly record struct {handler.MessageName}({Members(handler)});\n",
        MessageShape.Record => $"public sealed record {handler.MessageName}({Members(handler)});\n",
        MessageShape.Generic => $"public sealed record {handler.MessageName.Split('<')[0]}<TValue>({Members(handler, first: "TValue")});\n",
        MessageShape.Class =>
            $"public sealed class {handler.MessageName}({Members(handler, prefix: "").Replace(" P", " p", StringComparison.Ordinal)})\n{{\n"
            + string.Concat(handler.Inputs.Select((input, i) => $"    public {input.Type} P{i} {{ get; }} = p{i};\n")) + "}\n",
        _ => "",
    };

    private static string Members(RandomHandler handler, string? first = null, string prefix = "")
        => string.Join(", ", handler.Inputs.Select((input, i) => $"{(i == 0 && first is not null ? first : input.Type)} {prefix}P{i}"));

    private static string Actor(RandomActor actor)
    {
        string parameters = string.Join(", ", actor.State.Select((state, i) => $"{state.Type} s{i}"));
        var text = new StringBuilder();
        text.Append(actor.Settings.Length == 0 ? "[Actor]\n" : $"[Actor({actor.Settings})]\n");
        if (actor.Settings.StartsWith('"')) text.Append($"[Contract(\"Actor{actor.Number}\")]\n");
        text.Append(Head(actor)).Append(actor.HasPrimaryConstructor ? $"({parameters})" : "").Append($" {actor.Constraint}\n{{\n");
        for (int i = 0; i < actor.State.Length; i++)
            text.Append($"private readonly {actor.State[i].Type} _s{i}{(actor.HasPrimaryConstructor ? $" = s{i}" : "")};\n");
        if (!actor.HasPrimaryConstructor && actor.State.Length > 0)
        {
            text.Append($"public {actor.Name}({parameters})\n{{\n")
                .Append(string.Concat(actor.State.Select((_, i) => $"_s{i} = s{i};\n"))).Append("}\n");
        }

        text.Append(actor.Clutter).Append('\n').Append(actor.Start).Append('\n').Append(actor.Stop).Append('\n');
        foreach (RandomHandler handler in actor.Handlers.Where(handler => handler.Message == MessageShape.InActor))
            text.Append($"public sealed record {handler.MessageName}({Members(handler)});\n");
        if (actor.State.Length > 0) text.Append($"{(actor.Handlers.Any(handler => handler.IsHandler) ? "[Handles] " : "")}string Show() => global::Show.Of({string.Join(", ", actor.State.Select((_, i) => $"_s{i}"))});\n");
        text.Append(Methods(actor, inOtherPart: false)).Append("}\n");
        string other = Methods(actor, inOtherPart: true);
        if (other.Length > 0) text.Append($"{Head(actor)}\n{{\n{other}}}\n");
        return text.ToString();
    }

    private static string Head(RandomActor actor)
        => $"{actor.Access}{(actor.IsSealed ? "sealed " : "")}{actor.Kind} {actor.Name}{(actor.IsGeneric ? "<T>" : "")}";

    private static string Methods(RandomActor actor, bool inOtherPart)
        => string.Concat(actor.Handlers.Where(handler => handler.IsInOtherPart == inOtherPart).Select(handler => Method(actor, handler)));

    private static string Method(RandomActor actor, RandomHandler handler)
    {
        bool isAsync = handler.IsAsync;
        string type = handler.Answer.Type;
        string value = handler.Message switch
        {
            MessageShape.MethodStyle => $"p{handler.Echo}",
            MessageShape.Payload => "message",
            _ => $"message.P{handler.Echo}",
        };
        string yields = isAsync ? "await Task.Yield(); " : "";
        (string result, string body) = handler.Reply switch
        {
            ReplyShape.Nothing => ("void", "{ }"),
            ReplyShape.Plain => (type, $"=> {value};"),
            ReplyShape.Task => ($"Task<{type}>", isAsync ? $"{{ {yields}return {value}; }}" : $"=> Task.FromResult<{type}>({value});"),
            ReplyShape.ValueTask => ($"ValueTask<{type}>", isAsync ? $"{{ {yields}return {value}; }}" : $"=> new ValueTask<{type}>({value});"),
            ReplyShape.TaskAlone => ("Task", isAsync ? $"{{ {yields}}}" : "=> Task.CompletedTask;"),
            ReplyShape.ValueTaskAlone => ("ValueTask", isAsync ? $"{{ {yields}}}" : "=> default;"),
            ReplyShape.Deferred => ($"Deferred<{type}>", $"=> Deferred.Run<{type}>(async token => {{ await Task.Yield(); return {value}; }});"),
            _ => ($"IAsyncEnumerable<{type}>", $"{{ {(handler.Yields ? "await Task.Yield(); " : "await Task.CompletedTask; ")}yield return {value}; }}"),
        };
        return $"{(handler.IsHandler ? $"[Handles{(handler.IsReentrant ? "(Reentrant = true)" : "")}]" : "")}\n"
            + $"{handler.Access}{handler.Modifier}{(isAsync ? "async " : "")}{result} {handler.Name}{handler.TypeParameters}({Parameters(actor, handler)})\n    {body}\n";
    }

    private static string Parameters(RandomActor actor, RandomHandler handler)
    {
        List<string> parameters = handler.Message == MessageShape.MethodStyle
            ? [.. handler.Inputs.Select((input, i) => $"{(i == 0 ? handler.Passing : "")}{input.Type} p{i}")]
            : [$"{handler.Passing}{handler.MessageName} message"];
        if (handler.TakesContext) parameters.Insert(handler.Echo % 2, $"ActorContext<{RefName(actor)}> context");
        if (handler.TakesToken) parameters.Add("CancellationToken token");
        if (handler.Reply == ReplyShape.Stream && handler.Yields) parameters.Add("[EnumeratorCancellation] CancellationToken token");
        return string.Join(", ", parameters);
    }

    internal static string RefName(RandomActor actor) => $"{actor.Name.TrimStart('@')}Ref{(actor.IsGeneric ? "<T>" : "")}";

    private static string Caller(RandomActor actor)
    {
        string type = string.Concat(actor.Containers.Select(container => container.Split('(')[0].Split(' ')[^1] + "."))
            + actor.Name + (actor.IsGeneric ? "<int>" : "");
        string state = string.Join(", ", actor.State.Select(payload => payload.Value));
        var text = new StringBuilder($$"""
            public static class Caller
            {
                public static async Task<string?> RunAsync(ActorSystem system)
                {
                    var actor = system.Spawn({{type}}.Props({{state}}));

            """);
        text.Append(actor.CallFirst);
        if (actor.State.Length > 0) text.Append($"if (await actor.ShowAsync() is var shown && shown != global::Show.Of({state})) return \"state: \" + shown;\n");
        foreach (RandomHandler handler in actor.Handlers) text.Append(Call(type, handler));
        text.Append("await actor.StopAsync();\nreturn null;\n}\n}\n");
        return text.ToString();
    }

    private static string Call(string actor, RandomHandler handler)
    {
        string values = string.Join(", ", handler.Inputs.Select(input => input.Value));
        string message = handler.Message switch
        {
            MessageShape.Payload => values,
            MessageShape.InActor => $"new {actor}.{handler.MessageName}({values})",
            _ => $"new {handler.MessageName}({values})",
        };
        string method = handler.Name.TrimStart('@');
        string call = handler.Message == MessageShape.MethodStyle
            ? $"actor.{(method.EndsWith("Async", StringComparison.Ordinal) ? method : method + "Async")}({values})"
            : $"actor.{(handler.Reply == ReplyShape.Stream ? "StreamAsync" : "AskAsync")}({message})";
        string compare = $"is var got && got != global::Show.Of({handler.Answer.Value})) return \"{method}: \" + got;\n";
        return handler.Reply switch
        {
            ReplyShape.Nothing or ReplyShape.TaskAlone or ReplyShape.ValueTaskAlone => $"await {call};\n",
            ReplyShape.Stream => $"{{ string all = \"\"; await foreach (var item in {call}) all += global::Show.Of(item); if (all {compare} }}\n",
            _ => $"{{ if (global::Show.Of(await {call}) {compare} }}\n",
        };
    }
}
