using System.Collections.Immutable;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests.Harness;

/// <summary>The harness itself: no analyzer fails unseen.</summary>
public sealed class AnalysisTests
{
    public static TheoryData<string> Moments() => ["start", "symbol", "operation", "end"];

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task Analyzer_Throws_IsAFailure(string moment)
    {
        Compilation compilation = TestProject.Of("class C { void M() => Console.WriteLine(); }").ToCompilation();

        var failure = await Assert.ThrowsAsync<AggregateException>(() => compilation.AllDiagnosticsAsync([new Thrower(moment)]));

        Assert.Contains(moment, failure.InnerExceptions[0].InnerException!.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Moments))]
    public async Task AnalyzerOfAProject_Throws_IsAFailure(string moment)
        => await Assert.ThrowsAsync<AggregateException>(() =>
            TestSolution.Project(["class C { void M() => Console.WriteLine(); }"]).DiagnosticsAsync(new Thrower(moment)));

    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Thrower(string moment) : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("THROWS", "Never reported", "Never reported", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(start =>
            {
                ThrowAt("start");
                start.RegisterSymbolAction(_ => ThrowAt("symbol"), SymbolKind.NamedType);
                start.RegisterOperationAction(_ => ThrowAt("operation"), OperationKind.Invocation);
                start.RegisterCompilationEndAction(_ => ThrowAt("end"));
            });
        }

        private void ThrowAt(string place)
        {
            if (place == moment) throw new InvalidOperationException($"Thrown at the {place}.");
        }
    }
}
