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
        string[] attributes =
        [
            Names.HideFromEditor,
            .. model.HasOverloadPriority ? [Names.Priority(-1)] : Array.Empty<string>(),
            .. model.BrokenHandlers.Any() ? [] : new[] { Obsolete(model) },
        ];

        WriteVerbs(writer, model.Identity, string.Join("\n", attributes));
        PermissiveEmitter.WriteMethods(writer, model);
    }

    /// <summary>The four verbs for any message.</summary>
    internal static void WriteVerbs(CodeWriter writer, ActorIdentity identity, string attributes)
    {
        string message = identity.TypeParameters.Contains("TMessage") ? "TAnyMessage" : "TMessage";
        string failure = $"throw {Names.Unhandled}.Message(this, message);";
        (string Verb, string Parameters)[] verbs =
        [
            ("void Tell", ""),
            ("bool TryTell", ""),
            ($"{Names.ValueTask}<dynamic> AskAsync", $", {Names.CancellationToken} cancellationToken = default"),
            ($"{Names.ValueTask}<dynamic> AskAsync",
                $", {Names.TimeSpan} timeout, {Names.CancellationToken} cancellationToken = default"),
        ];

        foreach ((string verb, string parameters) in verbs)
        {
            writer.Blank();
            writer.Write("/// <summary>For messages that the actor does not handle: throws.</summary>");
            writer.Write(attributes);
            writer.Write($"public {verb}<{message}>({message} message{parameters})\n    => {failure}");
        }
    }

    private static string Obsolete(ActorModel model)
    {
        string name = model.Identity.DisplayName;
        string handled = string.Join(", ", model.SoundHandlers.Select(handler => handler.MessageDisplayName));
        string text =
            $"{name} has no handler for this message. It handles: {handled}. Send one of these, or add a [Handles] method to {name}.";

        return $"[global::System.Obsolete({SymbolDisplay.FormatLiteral(text, quote: true)}, error: true, "
            + $"DiagnosticId = \"{WellKnownNames.UnhandledMessageId}\", UrlFormat = \"{WellKnownNames.DiagnosticPage}\")]";
    }
}
