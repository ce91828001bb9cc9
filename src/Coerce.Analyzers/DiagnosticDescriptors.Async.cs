using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

// What an actor waits for.
internal static partial class DiagnosticDescriptors
{
    private const string Async = "Coerce.Async";

    internal static readonly DiagnosticDescriptor BlockingCall = Warning(
        "COERCE0301",
        "Await what takes time",
        "'{0}' holds the thread that '{1}' runs on until it is done, and no other actor can use it: {2}",
        Async);

    internal static readonly DiagnosticDescriptor AsyncVoid = Warning(
        "COERCE0302",
        "Return a task from what is async",
        "{0} is async void, so that the turn of '{1}' ends at its first await and what it throws ends the process: return Task",
        Async);

    internal static readonly DiagnosticDescriptor AskCycle = Create(
        "COERCE0303",
        "Break the ring of actors that ask each other",
        "These actors {1}wait for each other in a ring: {0}; let one of them tell, or ask in a reentrant handler or beside its turn",
        DiagnosticSeverity.Warning,
        Async,
        WellKnownDiagnosticTags.CompilationEnd);

    internal static readonly DiagnosticDescriptor AskSelf = Warning(
        "COERCE0304",
        "Call the method rather than ask yourself",
        "'{0}' asks itself and waits: '{1}' is answered once this turn has ended, and the turn waits for the answer; call the method, or send the message with Tell",
        Async);

    internal static readonly DiagnosticDescriptor LostAsk = Warning(
        "COERCE0305",
        "Await the ask, or tell",
        "Nobody waits for what '{0}' returns, so that a reply and a failure are lost: await it, keep it, or send the message with Tell",
        Async);
}
