using System.Text.Json.Serialization;

namespace Coerce.Benchmarks.Suite;

/// <summary>The result of a case, as it is reported.</summary>
internal sealed record Row(
    [property: JsonPropertyName("case")] string Name,
    double MedianNs,
    double MinNs,
    double MaxNs,
    double BytesPerOp,
    double? BaselineNs,
    double? Ratio,
    string Goal,
    bool Met,
    double? BaselineMinNs,
    double? BaselineMaxNs,
    double? BaselineBytesPerOp,
    double? RetainedBytes,
    double? BaselineRetainedBytes)
{
    public static Row Of(SuiteCase one, Measurement coerce, Measurement? baseline) => new(
        one.Name,
        Round(coerce.Median),
        Round(coerce.Min),
        Round(coerce.Max),
        Round(coerce.Bytes),
        Round(baseline?.Median),
        Round(coerce.Median / baseline?.Median),
        one.Goal.ToString(),
        one.Goal.IsMetBy(coerce, baseline),
        Round(baseline?.Min),
        Round(baseline?.Max),
        Round(baseline?.Bytes),
        Round(coerce.Retained),
        Round(baseline?.Retained));

    private static double Round(double figure) => Math.Round(figure, 3);

    private static double? Round(double? figure) => figure is { } value ? Round(value) : null;
}
