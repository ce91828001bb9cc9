using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

// What an actor waits for.
internal static partial class DiagnosticDescriptors
{
    private const string Async = "Coerce.Async";

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
