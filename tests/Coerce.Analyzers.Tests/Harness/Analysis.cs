using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests.Harness;

/// <summary>Runs analyzers as a build does.</summary>
internal static class Analysis
{
    /// <summary>What compiler and analyzers report. An analyzer that throws, wherever it does, is a failure.</summary>
    internal static Task<ImmutableArray<Diagnostic>> AllDiagnosticsAsync(
        this Compilation compilation, IEnumerable<DiagnosticAnalyzer> analyzers, AnalyzerOptions? options = null)
        => RunAsync(compilation, analyzers, options, static analysis => analysis.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken));

    /// <summary>What analyzers alone report.</summary>
    internal static Task<ImmutableArray<Diagnostic>> AnalyzerDiagnosticsAsync(this Compilation compilation, IEnumerable<DiagnosticAnalyzer> analyzers)
        => RunAsync(compilation, analyzers, null, static analysis => analysis.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken));

    private static async Task<ImmutableArray<Diagnostic>> RunAsync(
        Compilation compilation, IEnumerable<DiagnosticAnalyzer> analyzers, AnalyzerOptions? options, Func<CompilationWithAnalyzers, Task<ImmutableArray<Diagnostic>>> run)
    {
        // To the compiler it is a warning, and in some actions it catches what is thrown from here as well.
        ConcurrentQueue<Exception> failures = [];
        ImmutableArray<Diagnostic> reported = await run(compilation.WithAnalyzers(
            [.. analyzers],
            new CompilationWithAnalyzersOptions(
                options ?? new AnalyzerOptions([]),
                (exception, analyzer, _) => failures.Enqueue(new InvalidOperationException($"{analyzer} failed.", exception)),
                concurrentAnalysis: true,
                logAnalyzerExecutionTime: false,
                reportSuppressedDiagnostics: true)));

        return failures.IsEmpty ? reported : throw new AggregateException(failures);
    }
}
