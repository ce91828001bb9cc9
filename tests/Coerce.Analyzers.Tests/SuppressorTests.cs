using System.Collections.Immutable;
using System.Reflection;
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

        Assert.Equal(["CA1812", "CA1822", "IDE0051", "IDE0060"], reported.Select(diagnostic => diagnostic.Id).Distinct().Order(StringComparer.Ordinal));
        Assert.All(reported, diagnostic => Assert.True(diagnostic.IsSuppressed, diagnostic.ToString()));
    }

    [Fact]
    public async Task Method_InABehaviour_IsLeftAlone()
    {
        var reported = await TestSolution.Project(["""
            [Actor]
            public sealed partial class Door
            {
                [Behavior(Initial = true)]
                private sealed partial class Shut { [Handles] void On(int m) { } }
            }
            """]).DiagnosticsAsync(new EverythingIsUnused());

        Assert.Equal(["CA1812", "CA1812", "CA1822", "IDE0051", "IDE0060"], reported.Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal));
        Assert.All(reported, diagnostic => Assert.True(diagnostic.IsSuppressed, diagnostic.ToString()));
    }

    [Fact]
    public async Task Class_OfTheUser_IsReportedAsEver()
    {
        var reported = await TestSolution.Project(["class C;"]).DiagnosticsAsync(new EverythingIsUnused());

        Assert.Equal("CA1812", Assert.Single(reported, diagnostic => !diagnostic.IsSuppressed).Id);
    }

    [Fact]
    public async Task RulesOfTheSdk_OnAnActor_ReportTheUsersOwnMembersAlone()
    {
        Project project = TestSolution.Project(["""
            [Actor]
            internal sealed partial class Meter
            {
                [Handles] int On(double m) => 1;
                [OnStart] void Started(CancellationToken ct) { }

                [Behavior(Initial = true)]
                private sealed partial class Idle { [Handles] int Get() => 1; }

                public int Helper() => 2;
            }

            internal sealed class Unused;
            """]);

        project = project.WithCompilationOptions(project.CompilationOptions!.WithSpecificDiagnosticOptions(
            [KeyValuePair.Create("CA1812", ReportDiagnostic.Warn), KeyValuePair.Create("CA1822", ReportDiagnostic.Warn)]));
        var reported = await project.DiagnosticsAsync([.. SdkAnalyzers()]);

        Assert.Contains(reported, diagnostic => diagnostic is { Id: "CA1822", IsSuppressed: true });
        Assert.Equal(
            ["CA1812 Unused", "CA1822 Helper"],
            reported.Where(diagnostic => !diagnostic.IsSuppressed)
                .Select(diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan)}")
                .Order(StringComparer.Ordinal));
    }

    // The two rules as the SDK has them; they are hints by default, and warnings here.
    private static IEnumerable<DiagnosticAnalyzer> SdkAnalyzers()
    {
        string root = Path.GetFullPath("../../..", Path.GetDirectoryName(typeof(object).Assembly.Location)!);
        string folder = Directory.GetDirectories(Path.Combine(root, "sdk")).Order(StringComparer.Ordinal)
            .Select(sdk => Path.Combine(sdk, "Sdks/Microsoft.NET.Sdk/analyzers")).Last(Directory.Exists);
        Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.NetAnalyzers.dll"));
        return Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.CSharp.NetAnalyzers.dll")).GetTypes()
            .Concat(Assembly.LoadFrom(Path.Combine(folder, "Microsoft.CodeAnalysis.NetAnalyzers.dll")).GetTypes())
            .Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
            .Where(analyzer => analyzer.SupportedDiagnostics.Any(rule => rule.Id is "CA1812" or "CA1822"));
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
        private static readonly DiagnosticDescriptor NeverInstantiated = Rule("CA1812");

        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [MakeStatic, UnusedMember, UnusedParameter, NeverInstantiated];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(Report, SymbolKind.Method);
            context.RegisterSymbolAction(
                symbol => symbol.ReportDiagnostic(Diagnostic.Create(NeverInstantiated, symbol.Symbol.Locations[0])), SymbolKind.NamedType);
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
