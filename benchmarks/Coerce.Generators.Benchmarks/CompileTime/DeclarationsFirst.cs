using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>Binds all declarations before other analyzers look at them.</summary>
/// <remarks>The compiler binds them in any case, beside the analyzers: whoever comes first would be charged for it.</remarks>
#pragma warning disable RS1001, RS1012, RS1026, RS1036 // Only hosted here, and alone.
internal sealed class DeclarationsFirst : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [new DiagnosticDescriptor("BENCHMARK", "Never reported", "Never reported", "Benchmark", DiagnosticSeverity.Hidden, isEnabledByDefault: true)];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start => start.Compilation.GetDeclarationDiagnostics(start.CancellationToken));
    }
}
