using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

// What an actor waits for.
internal static partial class DiagnosticDescriptors
{
    private const string Async = "Coerce.Async";

    internal static readonly DiagnosticDescriptor LostAsk = Warning(
        "COERCE0305",
        "Await the ask, or tell",
        "Nobody waits for what '{0}' returns, so that a reply and a failure are lost: await it, keep it, or send the message with Tell",
        Async);
}
