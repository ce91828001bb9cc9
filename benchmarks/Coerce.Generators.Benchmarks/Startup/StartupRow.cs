using System.Text.Json.Serialization;

namespace Coerce.Generators.Benchmarks.Startup;

/// <summary>A program, or what one has over another.</summary>
/// <param name="Program">Which one.</param>
/// <param name="Bytes">The size of its file.</param>
/// <param name="MedianMs">From the start of the process to the first line of output, in milliseconds, as the others.</param>
/// <param name="MinMs">The shortest; null for a difference.</param>
/// <param name="MaxMs">The longest; null for a difference.</param>
internal sealed record StartupRow(
    [property: JsonPropertyName("program")] string Program,
    [property: JsonPropertyName("bytes")] long Bytes,
    [property: JsonPropertyName("median_ms")] double MedianMs,
    [property: JsonPropertyName("min_ms")] double? MinMs,
    [property: JsonPropertyName("max_ms")] double? MaxMs)
{
    internal static StartupRow From(string program, long bytes, IReadOnlyCollection<TimeSpan> times)
    {
        double[] sorted = [.. times.Select(time => Math.Round(time.TotalMilliseconds, 3)).Order()];
        return new StartupRow(program, bytes, sorted[sorted.Length / 2], sorted[0], sorted[^1]);
    }

    internal StartupRow Over(StartupRow other)
        => new($"what {Program} adds", Bytes - other.Bytes, Math.Round(MedianMs - other.MedianMs, 3), MinMs: null, MaxMs: null);
}
