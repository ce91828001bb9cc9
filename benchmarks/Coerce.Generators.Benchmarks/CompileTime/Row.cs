using System.Text.Json.Serialization;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>One measured case.</summary>
/// <param name="Case">Who, and after which edit.</param>
/// <param name="Actors">The size of the program.</param>
/// <param name="MedianMs">In milliseconds, as the others.</param>
/// <param name="MinMs">The shortest.</param>
/// <param name="MaxMs">The longest.</param>
/// <param name="PerActorUs">The median for one actor, in microseconds.</param>
/// <param name="Goal">What it ought to be; null where nothing is asked.</param>
/// <param name="Met">Whether it is; null where nothing is asked.</param>
internal sealed record Row(
    [property: JsonPropertyName("case")] string Case,
    [property: JsonPropertyName("actors")] int Actors,
    [property: JsonPropertyName("median_ms")] double MedianMs,
    [property: JsonPropertyName("min_ms")] double MinMs,
    [property: JsonPropertyName("max_ms")] double MaxMs,
    [property: JsonPropertyName("per_actor_us")] double PerActorUs,
    [property: JsonPropertyName("goal")] string? Goal = null,
    [property: JsonPropertyName("met")] bool? Met = null)
{
    internal static Row From(string name, int actors, IReadOnlyCollection<TimeSpan> times)
    {
        double[] sorted = [.. times.Select(time => time.TotalMilliseconds).Order()];
        double median = sorted[sorted.Length / 2];
        return new Row(name, actors, Round(median), Round(sorted[0]), Round(sorted[^1]), Round(median * 1_000 / actors));
    }

    /// <summary>With one goal more.</summary>
    internal Row With(string goal, bool isMet) => this with
    {
        Goal = Goal is null ? goal : $"{Goal}; {goal}",
        Met = (Met ?? true) && isMet,
    };

    private static double Round(double figure) => Math.Round(figure, 3);
}
