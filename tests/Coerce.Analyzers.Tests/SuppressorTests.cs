using System.Collections.Immutable;
using Coerce.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests;

public sealed class SuppressorTests
{
    [Theory]
    [InlineData("[Handles] void On(int m) { }")]
    [InlineData("[Handles] Task Reset(CancellationToken ct) => Task.CompletedTask;")]
    [InlineData("[OnStart] void Started(CancellationToken ct) { }")]
    [InlineData("[OnRestart] void Failed(Exception e) { }")]
    [InlineData("[OnStop]\n    void Stopped(CancellationToken ct)\n    {\n    }")]
    public async Task Method_CalledByTheRuntime_IsLeftAlone(string method)
    {
        var reported = await ReportsAsync(method);

        Assert.Equal(["CA1822", "IDE0051", "IDE0060"], reported.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.All(reported, diagnostic => Assert.True(diagnostic.IsSuppressed, diagnostic.ToString()));
    }

    [Fact]
    public async Task Method_OfTheUser_IsReportedAsEver()
    {
        var reported = await ReportsAsync("void Helper(int m) { }");

        Assert.Equal(3, reported.Count(diagnostic => !diagnostic.IsSuppressed));
    }

    private static async Task<ImmutableArray<Diagnostic>> ReportsAsync(string method)
    {
        Project project = TestSolution.Project([$$"""
            [Actor]
            public sealed partial class Meter
            {
                [Handles] int On(double m) => (int)m;
                {{method}}
            }
            """]);

        return await project.DiagnosticsAsync(new EverythingIsUnused());
    }

    /// <summary>Reports where the rules of the SDK do: at the name of a method, at a parameter.</summary>
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class EverythingIsUnused : DiagnosticAnalyzer
    {
        private static readonly DiagnosticDescriptor MakeStatic = Rule("CA1822");
        private static readonly DiagnosticDescriptor UnusedMember = Rule("IDE0051");
        private static readonly DiagnosticDescriptor UnusedParameter = Rule("IDE0060");

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [MakeStatic, UnusedMember, UnusedParameter];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(Report, SymbolKind.Method);
        }

        private static void Report(SymbolAnalysisContext context)
        {
            if (context.Symbol is not IMethodSymbol { MethodKind: MethodKind.Ordinary } method) return;

            context.ReportDiagnostic(Diagnostic.Create(MakeStatic, method.Locations[0]));
            context.ReportDiagnostic(Diagnostic.Create(UnusedMember, method.Locations[0]));
            foreach (IParameterSymbol parameter in method.Parameters)
            {
                context.ReportDiagnostic(Diagnostic.Create(UnusedParameter, parameter.Locations[0]));
            }
        }

        private static DiagnosticDescriptor Rule(string id)
            => new(id, id, id, "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true);
    }
}
