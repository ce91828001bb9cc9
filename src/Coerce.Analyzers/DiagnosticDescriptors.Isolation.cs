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
}
