using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>Adds up the time that an analyzer takes for its actions.</summary>
/// <remarks>The compiler's own measure is the time on the wall, in which it compiles on other threads as well.</remarks>
#pragma warning disable RS1001, RS1025, RS1026 // Only hosted here; the analyzer itself says how it wants to be run.
internal sealed class TimedAnalyzer(DiagnosticAnalyzer analyzer) : DiagnosticAnalyzer
{
    private long _ticks;
    private long _actions;

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => analyzer.SupportedDiagnostics;

    internal TimeSpan Spent => TimeSpan.FromTicks(_ticks) - (_actions * ThreadClock.Cost);

    public override void Initialize(AnalysisContext context) => analyzer.Initialize(new TimedContext(context, this));

    internal Action<T> Timed<T>(Action<T> action) => argument =>
    {
        TimeSpan begin = ThreadClock.Now;
        action(argument);
        Interlocked.Increment(ref _actions);
        Interlocked.Add(ref _ticks, (ThreadClock.Now - begin).Ticks);
    };
}
