using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers;

// What other nodes know of the program.
internal static partial class DiagnosticDescriptors
{
    private const string Wire = "Coerce.Wire";

    internal static readonly DiagnosticDescriptor Contract = Create(
        "COERCE0401",
        "Send only what can be written down",
        "{0}{1} {2}",
        DiagnosticSeverity.Error,
        Wire);

    internal static readonly DiagnosticDescriptor WireName = Create(
        "COERCE0404",
        "Give each actor a wire name of its own",
        "'{0}'{1} has the wire name '{2}', which is that of '{3}'{4}: give one of the two another, [Actor(\"...\")]",
        DiagnosticSeverity.Error,
        Wire,
        WellKnownDiagnosticTags.CompilationEnd);
}
