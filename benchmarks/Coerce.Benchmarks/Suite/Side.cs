using System.Diagnostics;

namespace Coerce.Benchmarks.Suite;

/// <summary>One of the two sides of a case, for one repetition: prepared, run, verified, disposed. Only the run is measured.</summary>
/// <param name="operations">How many operations the run has: all figures are for one of them.</param>
internal abstract class Side(long operations) : IAsyncDisposable
{
    public long Operations { get; } = operations;

    /// <summary>True where what the run leaves alive is weighed.</summary>
    public virtual bool IsWeighed => false;

    public virtual ValueTask PrepareAsync() => default;

    /// <summary>Runs the work; by default its time is the figure.</summary>
    /// <returns>The nanoseconds of one operation.</returns>
    public virtual async Task<double> MeasureAsync()
    {
        long start = Stopwatch.GetTimestamp();
        await RunAsync();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Operations;
    }

    /// <summary>Throws when the work came to something else than it should.</summary>
    public abstract ValueTask VerifyAsync();

    public virtual ValueTask DisposeAsync() => default;

    protected abstract Task RunAsync();

    protected static ValueTask Expect(long expected, long actual, string what) =>
        actual == expected ? default : throw new SuiteException($"{what}: {actual:N0}, and not {expected:N0}");
}
