namespace Coerce.Benchmarks.Suite;

/// <summary>What the repetitions of one side came to. All figures are for one operation.</summary>
/// <param name="Median">Nanoseconds.</param>
/// <param name="Min">Nanoseconds of the fastest repetition.</param>
/// <param name="Max">Nanoseconds of the slowest one.</param>
/// <param name="Bytes">Allocated by whatever thread; the median.</param>
/// <param name="Retained">Bytes that the work leaves alive; null where they are not weighed.</param>
internal sealed record Measurement(double Median, double Min, double Max, double Bytes, double? Retained)
{
    public static Measurement Of(IReadOnlyCollection<Sample> samples) => new(
        MedianOf(samples.Select(sample => sample.Nanoseconds)),
        samples.Min(sample => sample.Nanoseconds),
        samples.Max(sample => sample.Nanoseconds),
        MedianOf(samples.Select(sample => sample.Bytes)),
        samples.Any(sample => sample.Retained is not null) ? MedianOf(samples.Select(sample => sample.Retained).OfType<double>()) : null);

    private static double MedianOf(IEnumerable<double> figures)
    {
        double[] sorted = [.. figures.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
