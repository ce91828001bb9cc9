using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

// What an actor understands.
internal static partial class DiagnosticDescriptors
{
    private const string ProtocolFamily = "Coerce.Protocol";

    internal static readonly DiagnosticDescriptor MissingCase = Error(
        "COERCE0102",
        "Handle each case of the protocol",
        "'{0}' speaks '{1}' and has no handler for {2}: add a [Handles] method for each",
        ProtocolFamily);

    internal static readonly DiagnosticDescriptor CaseReply = Error(
        "COERCE0103",
        "Reply what the case declares",
        "'{0}' {1}, but the case '{2}' {3}: {4}",
        ProtocolFamily);

    internal static readonly DiagnosticDescriptor UnhandledType = Create(
        "COERCE0105",
        "Handle the message in some actor",
        "'{0}' is declared as a message of '{1}', but no actor of the program handles it: name '{1}' as the Protocol of an actor, handle the message in one, or remove it",
        DiagnosticSeverity.Warning,
        ProtocolFamily,
        WellKnownDiagnosticTags.CompilationEnd);

    internal static readonly DiagnosticDescriptor Protocol = Error(
        "COERCE0106",
        "Name a closed hierarchy as the protocol",
        "'{0}' cannot be the protocol of '{1}': {2}",
        ProtocolFamily);

    internal static readonly DiagnosticDescriptor MessageLeft = Error(
        "COERCE0111",
        "Answer each message in each behaviour",
        "The behaviour '{0}' of '{1}' neither handles nor stashes {2}: add handlers, or name them in [Stashes]",
        ProtocolFamily);

    internal static readonly DiagnosticDescriptor BehaviorClass = Error(
        "COERCE0112",
        "Write the behaviour as a sealed partial class inside its actor",
        "'{0}' cannot be a behaviour: {1}",
        ProtocolFamily);

    internal static readonly DiagnosticDescriptor InitialBehavior = Error(
        "COERCE0113",
        "Mark one behaviour to begin with",
        "'{0}' {1}",
        ProtocolFamily);

    internal static readonly DiagnosticDescriptor InitialConstructor = Error(
        "COERCE0114",
        "Give the initial behaviour a constructor that can be called",
        "'{0}' begins with '{1}', which cannot be constructed: {2}",
        ProtocolFamily);

    internal static readonly DiagnosticDescriptor Stashes = Error(
        "COERCE0115",
        "Stash what a later behaviour handles",
        "'{0}' cannot be stashed by '{1}': {2}",
        ProtocolFamily);

    internal static readonly DiagnosticDescriptor HandlersDiffer = Error(
        "COERCE0116",
        "Answer a message alike in all behaviours",
        "'{0}' {1}, but '{2}' {3}: whoever sends the message cannot know the behaviour, so make the two alike",
        ProtocolFamily);
}
