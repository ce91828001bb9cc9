using System.Text.RegularExpressions;
using Coerce.TestCompiler;

namespace Coerce.Repository.Tests;

/// <summary>docs/telemetry.md lists what there is.</summary>
public sealed partial class TelemetryPageTests
{
    private static readonly string Page = Repository.Read("docs/telemetry.md");

    [Fact]
    public void Instruments_Table_IsWhatTheCodeMakes()
    {
        string code = Repository.Read("src/Coerce.Runtime/Telemetry/Instruments.cs");
        string[] made = [.. Instrument().Matches(code).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value} {match.Groups[3].Value}").Order(StringComparer.Ordinal)];

        Assert.NotEmpty(made);
        Assert.Equal(made, Markdown.Table(Page, "## Metrics").Select(row => $"{row[0]} {row[2]} {row[3]}.").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Tags_OfTheCode_AreOnThePage()
    {
        string code = Repository.Read("src/Coerce.Runtime/Telemetry/Tags.cs");
        string[] tags = [.. Tag().Matches(code).Select(match => match.Groups[1].Value)];

        Assert.NotEmpty(tags);
        Assert.All(tags, tag => Assert.Contains($"`{tag}`", Page));
    }

    [Fact]
    public void LogEvents_Table_IsWhatTheCodeLogs()
    {
        string code = string.Concat(Repository.Files("src/Coerce.Runtime", "*.cs").Select(Repository.Read));
        string[] logged = [.. LogEvent().Matches(code).Select(match => $"{match.Groups[1].Value} {match.Groups[2].Value} {match.Groups[3].Value}").Order(StringComparer.Ordinal)];

        Assert.NotEmpty(logged);
        Assert.Equal(logged, Markdown.Table(Page, "## Log events").Select(row => string.Join(' ', row)).Order(StringComparer.Ordinal));
        Assert.Equal(logged.Length, logged.Select(line => line[..4]).Distinct().Count());
    }

    [Fact]
    public void Code_Compiles()
    {
        GeneratedProgram program = TestProject.Of(string.Join('\n', Markdown.Blocks(Page, "csharp"))).Generate();

        Assert.Empty(program.Diagnostics);
    }

    [GeneratedRegex("\"(coerce\\.[a-z_.]+)\",(?: Census\\.\\w+,)? \"([^\"]+)\", \"([^\"]+)\"")]
    private static partial Regex Instrument();

    [GeneratedRegex("const string \\w+ = \"([a-z_.]+)\"")]
    private static partial Regex Tag();

    [GeneratedRegex("\\[LoggerMessage\\((\\d+), LogLevel\\.(\\w+),\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\)\\]")]
    private static partial Regex LogEvent();
}
