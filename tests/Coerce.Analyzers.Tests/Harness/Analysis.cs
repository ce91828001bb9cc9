using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests.Harness;

/// <summary>Runs analyzers as a build does.</summary>
internal static class Analysis
{
    /// <summary>What compiler and analyzers report. An analyzer that throws, wherever it does, is a failure.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> AllDiagnosticsAsync(
        this Compilation compilation, IEnumerable<DiagnosticAnalyzer> analyzers, AnalyzerOptions? options = null)
    {
        // To the compiler it is a warning, and in some actions it catches what is thrown from here as well.
        ConcurrentQueue<Exception> failures = [];
        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers(
                [.. analyzers],
                new CompilationWithAnalyzersOptions(
                    options ?? new AnalyzerOptions([]),
                    (exception, analyzer, _) => failures.Enqueue(new InvalidOperationException($"{analyzer} failed.", exception)),
                    concurrentAnalysis: true,
                    logAnalyzerExecutionTime: false,
                    reportSuppressedDiagnostics: true))
            .GetAllDiagnosticsAsync(TestContext.Current.CancellationToken);

        return failures.IsEmpty ? all : throw new AggregateException(failures);
    }
}
