using Coerce.CodeAnalysis;
using Coerce.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;

namespace Coerce.Generators.Emission;

/// <summary>The generic overloads that take the messages which the actor does not handle.</summary>
/// <remarks>See docs/decisions/0003-unhandled-message.md.</remarks>
internal static class UnhandledEmitter
{
    internal static void Write(CodeWriter writer, ActorModel model)
    {
        // With a handler that is at fault nobody knows what the actor handles: the message may be the one of that handler.
        bool isCertain = !model.BrokenHandlers.Any();

        // Without priorities "default" would fit the token and the scope.
        bool hasScope = CarriesScope(model) && (!isCertain || model.HasOverloadPriority);

        if (isCertain)
        {
            writer.Blank();
            writer.Write($"private const string {WellKnownNames.Unhandled} = {SymbolDisplay.FormatLiteral(Sentence(model), quote: true)};");
            if (hasScope) writer.Write($"private const string {WellKnownNames.UnhandledWithScope} = {SymbolDisplay.FormatLiteral(SentenceWithScope(model), quote: true)};");
        }

        bool hasStream = !isCertain || model.SoundHandlers.Any(handler => handler.IsStream);
        WriteVerbs(
            writer, model.Identity, Attributes(model, -1, isCertain ? WellKnownNames.Unhandled : null),
            hasScope ? Attributes(model, -2, isCertain ? WellKnownNames.UnhandledWithScope : null) : null, hasStream);
        PermissiveEmitter.WriteMethods(writer, model);
    }

    private static string Attributes(ActorModel model, int priority, string? text) => string.Join("\n",
    [
        Names.HideFromEditor,
        .. model.HasOverloadPriority ? [Names.Priority(priority)] : Array.Empty<string>(),
        .. text is null ? Array.Empty<string>() :
        [
            $"[global::System.Obsolete({text}, error: true, DiagnosticId = \"{WellKnownNames.UnhandledMessageId}\", "
                + $"UrlFormat = \"{WellKnownNames.DiagnosticPage}\")]",
        ],
    ]);

    /// <summary>The verbs for any message.</summary>
    /// <param name="writer">Where they are written.</param>
    /// <param name="identity">The actor.</param>
    /// <param name="attributes">What stands above each.</param>
    /// <param name="scoped">What stands above those that take a scope; null where there are none.</param>
    /// <param name="hasStream">Whether <c>StreamAsync</c> is among them.</param>
    internal static void WriteVerbs(CodeWriter writer, ActorIdentity identity, string attributes, string? scoped, bool hasStream)
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

        foreach ((string verb, string parameters) in verbs) Write(attributes, verb, parameters);
        if (scoped is null) return;

        // Schedule takes no scope.
        foreach ((string verb, string parameters) in verbs.Where((_, index) => index != 3)) Write(scoped, verb, $", {Names.RequestScope} scope{parameters}");

        void Write(string attributes, string verb, string parameters)
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

    private static string SentenceWithScope(ActorModel model)
    {
        string name = model.Identity.DisplayName;
        string scoped = List(" With one it takes: ", model.SoundHandlers.Where(handler => handler.CarriesScope), "");
        string others = List(" Without one: ", model.SoundHandlers.Where(handler => !handler.CarriesScope), "");
        return $"{name} has no handler that takes this message with a RequestScope.{scoped}{others} Send one of these, or give {name} a [Handles] method with a RequestScope for it.";
    }

    private static string List(string before, IEnumerable<HandlerModel> handlers, string after)
    {
        string names = string.Join(", ", handlers.Select(handler => handler.MessageDisplayName));
        return names.Length == 0 ? "" : $"{before}{names}{after}.";
    }
}
