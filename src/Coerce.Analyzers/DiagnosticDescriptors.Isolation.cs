using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

// What keeps an actor's state its own.
internal static partial class DiagnosticDescriptors
{
    private const string Isolation = "Coerce.Isolation";

    internal static readonly DiagnosticDescriptor SharedState = Warning(
        "COERCE0201",
        "Send what nobody changes",
        "'{0}' is shared by sender and actor: '{1}' {2}",
        Isolation);

    internal static readonly DiagnosticDescriptor VisibleState = Warning(
        "COERCE0202",
        "Keep the state of an actor private",
        "'{0}' of the actor '{1}' {2}",
        Isolation);

    internal static readonly DiagnosticDescriptor OwnStateReply = Warning(
        "COERCE0203",
        "Reply with a copy of the state",
        "'{0}' replies with '{1}' itself, which the actor goes on using while the asker reads it: reply with a copy, '[.. {1}]', or keep an immutable collection",
        Isolation);

    internal static readonly DiagnosticDescriptor ActorObject = Warning(
        "COERCE0204",
        "Use the actor by its ref",
        "'{0}' is an actor, and here it is {1}",
        Isolation);

    internal static readonly DiagnosticDescriptor Escape = Warning(
        "COERCE0205",
        "Come back by a message",
        "'{0}' of the actor '{1}' is touched by what runs outside of its turns, in '{2}': send a message to Self from there, and touch it in the handler",
        Isolation);

    internal static readonly DiagnosticDescriptor UsedAfterTransfer = Warning(
        "COERCE0206",
        "Leave alone what was handed over",
        "'{0}' was handed over to an actor and {1}",
        Isolation);
}
