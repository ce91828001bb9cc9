using System.Globalization;

namespace Coerce.Benchmarks.Suite;

/// <summary>What a case is to reach: all that is not null counts.</summary>
internal sealed record Goal
{
    /// <summary>Stands in for one allocation, as allocations are not counted: bytes that one object of an ask surely fits into, and two
    /// hardly do.</summary>
    public const double OneAllocation = 160;

    /// <summary>What the run itself allocates, its tasks and lists, spread over the operations: never one object each.</summary>
    private const double RunBytes = 1;

    /// <summary>The time, as a multiple of the baseline's.</summary>
    public double? Ratio { get; init; }

    /// <summary>Allocated by an operation.</summary>
    public double? Bytes { get; init; }

    /// <summary>Allocated by an operation, over what the baseline's allocates.</summary>
    public double? BytesOverBaseline { get; init; }

    /// <summary>Kept alive by an operation.</summary>
    public double? Retained { get; init; }

    /// <summary>The 99th percentile of the time, where that is what the case measures.</summary>
    public TimeSpan? P99 { get; init; }

    public bool IsMetBy(Measurement coerce, Measurement? baseline) =>
        IsWithin(coerce.Median / baseline?.Median, Ratio)
        && IsWithin(coerce.Bytes - RunBytes, Bytes)
        && IsWithin(coerce.Bytes - baseline?.Bytes - RunBytes, BytesOverBaseline)
        && IsWithin(coerce.Retained, Retained)
        && IsWithin(coerce.Median, P99?.TotalNanoseconds);

    public override string ToString() => string.Join(", ", Parts());

    private static bool IsWithin(double? figure, double? limit) => limit is null || figure <= limit;

    private IEnumerable<string> Parts()
    {
        if (Ratio is { } ratio) yield return string.Create(CultureInfo.InvariantCulture, $"≤ {ratio:0.0#}×");
        if (Bytes is { } bytes) yield return bytes == 0 ? "0 B" : $"≤ {bytes} B";
        if (BytesOverBaseline is { } over) yield return $"≤ {over} B over the baseline";
        if (Retained is { } retained) yield return $"≤ {retained} B retained";
        if (P99 is { } p99) yield return $"p99 ≤ {p99.TotalMilliseconds} ms";
    }
}
