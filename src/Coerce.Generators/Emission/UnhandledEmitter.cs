using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Coerce.Generators.Emission;

/// <summary>The generic overloads that take the messages which the actor does not handle.</summary>
/// <remarks>See docs/decisions/0003-unhandled-message.md.</remarks>
internal static class UnhandledEmitter
{
    private static readonly string Obsolete =
        $"[global::System.Obsolete({WellKnownNames.Unhandled}, error: true, DiagnosticId = \"{WellKnownNames.UnhandledMessageId}\", "
        + $"UrlFormat = \"{WellKnownNames.DiagnosticPage}\")]";

    internal static void Write(CodeWriter writer, ActorModel model)
    {
        // With a handler that is at fault nobody knows what the actor handles: the message may be the one of that handler.
        bool isCertain = !model.BrokenHandlers.Any();
        string[] attributes =
        [
            Names.HideFromEditor,
            .. model.HasOverloadPriority ? [Names.Priority(-1)] : Array.Empty<string>(),
            .. isCertain ? [Obsolete] : Array.Empty<string>(),
        ];

        if (isCertain)
        {
            writer.Blank();
            writer.Write($"private const string {WellKnownNames.Unhandled} = {SymbolDisplay.FormatLiteral(Sentence(model), quote: true)};");
        }

        bool hasStream = !isCertain || model.SoundHandlers.Any(handler => handler.IsStream);
        bool hasScope = !isCertain && CarriesScope(model);
        WriteVerbs(writer, model.Identity, string.Join("\n", attributes), hasStream, hasScope);
        PermissiveEmitter.WriteMethods(writer, model);
    }

    /// <summary>The verbs for any message.</summary>
    internal static void WriteVerbs(CodeWriter writer, ActorIdentity identity, string attributes, bool hasStream, bool hasScope)
    {
        string message = Signatures.TypeParameter("TMessage", identity);
        string failure = $"throw {Names.Unhandled}.Message(this, message);";
        string token = $", {Names.CancellationToken} cancellationToken = default";
        (string Verb, string Parameters)[] verbs =
        [
            ("void Tell", ""),
            ("bool TryTell", ""),
            ($"{Names.ValueTask} TellAsync", token),
            ($"{Names.ActorTimer} Schedule", $", {Names.TimeSpan} dueTime, {Names.TimeSpan}? period = null"),
            ("dynamic AskAsync", token),
            ("dynamic AskAsync", $", {Names.TimeSpan} timeout{token}"),
            .. hasStream ? [($"{Names.IAsyncEnumerable}<dynamic> StreamAsync", token)] : Array.Empty<(string, string)>(),
        ];

        // Schedule takes no scope.
        string scope = $", {Names.RequestScope} scope";
        if (hasScope) verbs = [.. verbs, .. verbs.Where((_, index) => index != 3).Select(verb => (verb.Verb, scope + verb.Parameters))];

        foreach ((string verb, string parameters) in verbs)
        {
            writer.Blank();
            writer.Write("/// <summary>For messages that the actor does not handle: throws.</summary>");
            writer.Write(attributes);
            writer.Write($"public {verb}<{message}>({message} message{parameters})\n    => {failure}");
        }
    }

    /// <summary>Whether somebody may send a scope to the actor, whose handlers may be at fault.</summary>
    internal static bool CarriesScope(ActorModel model) => model.Handlers.Any(handler => handler.CarriesScope);

    private static string Sentence(ActorModel model)
    {
        string name = model.Identity.DisplayName;
        string handled = List(" It handles: ", model.SoundHandlers.Where(handler => !handler.IsStream), "");
        string streamed = List(" It streams: ", model.SoundHandlers.Where(handler => handler.IsStream), " (with StreamAsync)");
        string protocol = model.Protocol is { } spoken ? $" As IActorRef<{spoken.DisplayName}> it takes any case." : "";
        return $"{name} has no handler for this message.{handled}{streamed}{protocol} Send one of these, or add a [Handles] method to {name}.";
    }

    private static string List(string before, IEnumerable<HandlerModel> handlers, string after)
    {
        string names = string.Join(", ", handlers.Select(handler => handler.MessageDisplayName));
        return names.Length == 0 ? "" : $"{before}{names}{after}.";
    }
}
