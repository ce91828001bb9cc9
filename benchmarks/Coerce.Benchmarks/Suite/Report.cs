using System.Text.Encodings.Web;
using System.Text.Json;

namespace Coerce.Benchmarks.Suite;

/// <summary>The rows, for people and for programs.</summary>
internal static class Report
{
    private static readonly string[] Head =
        ["case", "Coerce, median", "min to max", "B", "baseline, median", "min to max", "B", "ratio", "goal", "met"];

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>A table in Markdown with aligned columns.</summary>
    public static string Table(IReadOnlyList<Row> rows)
    {
        string[][] lines = [Head, .. rows.Select(Cells)];
        int[] widths = [.. Head.Select((_, column) => lines.Max(line => line[column].Length))];
        string rule = "| " + string.Join(" | ", widths.Select(width => new string('-', width))) + " |";
        IEnumerable<string> aligned = lines.Select(
            line => "| " + string.Join(" | ", line.Select((cell, column) => cell.PadRight(widths[column]))) + " |");
        return string.Join('\n', [aligned.First(), rule, .. aligned.Skip(1)]);
    }

    /// <summary>An array with one object for each row.</summary>
    public static string ToJson(IReadOnlyList<Row> rows) => JsonSerializer.Serialize(rows, Json);

    private static string[] Cells(Row row) =>
    [
        row.Name,
        Time(row.MedianNs),
        Span(row.MinNs, row.MaxNs),
        Bytes(row.BytesPerOp, row.RetainedBytes),
        Time(row.BaselineNs),
        Span(row.BaselineMinNs, row.BaselineMaxNs),
        Bytes(row.BaselineBytesPerOp, row.BaselineRetainedBytes),
        row.Ratio is { } ratio ? $"{ratio:0.00}×" : "",
        row.Goal,
        row.Met ? "yes" : "no",
    ];

    private static string Span(double? min, double? max) => min is null ? "" : $"{Time(min)} to {Time(max)}";

    private static string Bytes(double? allocated, double? retained) =>
        retained is null ? $"{allocated:0}" : $"{allocated:0}, {retained:0} retained";

    private static string Time(double? nanoseconds) => nanoseconds switch
    {
        null => "",
        < 1_000 => $"{nanoseconds:0.0} ns",
        < 1_000_000 => $"{nanoseconds / 1_000:0.00} µs",
        _ => $"{nanoseconds / 1_000_000:0.00} ms",
    };
}
