using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

// What an actor understands.
internal static partial class DiagnosticDescriptors
{
    private const string Protocol = "Coerce.Protocol";

    internal static readonly DiagnosticDescriptor MessageLeft = Error(
        "COERCE0111",
        "Answer each message in each behaviour",
        "The behaviour '{0}' of '{1}' neither handles nor stashes {2}: add handlers, or name them in [Stashes]",
        Protocol);

    internal static readonly DiagnosticDescriptor BehaviorClass = Error(
        "COERCE0112",
        "Write the behaviour as a sealed partial class inside its actor",
        "'{0}' cannot be a behaviour: {1}",
        Protocol);

    internal static readonly DiagnosticDescriptor InitialBehavior = Error(
        "COERCE0113",
        "Mark one behaviour to begin with",
        "'{0}' {1}",
        Protocol);

    internal static readonly DiagnosticDescriptor InitialConstructor = Error(
        "COERCE0114",
        "Give the initial behaviour a constructor that can be called",
        "'{0}' begins with '{1}', which cannot be constructed: {2}",
        Protocol);

    internal static readonly DiagnosticDescriptor Stashes = Error(
        "COERCE0115",
        "Stash what a later behaviour handles",
        "'{0}' cannot be stashed by '{1}': {2}",
        Protocol);

    internal static readonly DiagnosticDescriptor HandlersDiffer = Error(
        "COERCE0116",
        "Answer a message alike in all behaviours",
        "'{0}' {1}, but '{2}' {3}: whoever sends the message cannot know the behaviour, so make the two alike",
        Protocol);
}
