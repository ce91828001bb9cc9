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

    internal static readonly DiagnosticDescriptor WireBreak = Create(
        "COERCE0402",
        "Keep what contracts.proto has promised",
        "{0} in contracts.proto, which breaks those that were built from it. {1} Undo the change, or run 'dotnet build -t:WriteContracts': the file then gives it a new place and keeps the old one free.",
        DiagnosticSeverity.Error,
        Wire,
        WellKnownDiagnosticTags.CompilationEnd);

    internal static readonly DiagnosticDescriptor SchemaOutOfDate = Create(
        "COERCE0403",
        "Bring contracts.proto up to date",
        "{0}, and contracts.proto does not say so yet; run 'dotnet build -t:WriteContracts' and commit the file",
        DiagnosticSeverity.Warning,
        Wire,
        WellKnownDiagnosticTags.CompilationEnd);

    internal static readonly DiagnosticDescriptor WireName = Create(
        "COERCE0404",
        "Give each actor and each message a wire name of its own",
        "'{0}'{1} has the wire name '{2}', which is that of '{3}'{4}: {5}",
        DiagnosticSeverity.Error,
        Wire,
        WellKnownDiagnosticTags.CompilationEnd);

    internal static readonly DiagnosticDescriptor SchemaUnreadable = Create(
        "COERCE0405",
        "Mend contracts.proto",
        "contracts.proto cannot be read: {0}",
        DiagnosticSeverity.Error,
        Wire,
        WellKnownDiagnosticTags.CompilationEnd);

    internal static readonly DiagnosticDescriptor NoSchema = Create(
        "COERCE0406",
        "Write down what peers rely on",
        "The numbers of fields go by the order of declaration, so that a new member may take the place of another. Run 'dotnet build -t:WriteContracts' and commit contracts.proto: it keeps them.",
        DiagnosticSeverity.Info,
        Wire,
        WellKnownDiagnosticTags.CompilationEnd);
}
