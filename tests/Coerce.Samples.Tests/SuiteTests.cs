using System.Text.Json;

namespace Coerce.Samples.Tests;

/// <summary>The benchmark suite at a hundredth of its size: every case does its work, which it checks by itself, and is reported.</summary>
public sealed class SuiteTests
{
    private static readonly string[] Cases =
    [
        "ask-1", "ask-1-async", "ask-64", "ask-contended", "tell", "tell-mpsc", "ping-pong", "fan-out", "spawn", "spawn-named", "skynet",
        "ring", "timers", "dispatch", "fairness",
        "contract-small-write", "contract-small-read", "contract-medium-write", "contract-medium-read", "contract-large-write", "contract-large-read",
    ];

    [Fact]
    public async Task Suite_Quick_ReportsEveryCase()
    {
        using var folder = new TemporaryFolder();
        string json = folder.File("rows.json");

        SampleProcess.Result run = await SampleProcess.RunBenchmarksAsync("suite", "--quick", "--json", json);

        Assert.True(run.ExitCode == 0, run.Error);
        JsonElement[] rows = [.. JsonDocument.Parse(File.ReadAllText(json)).RootElement.EnumerateArray()];
        Assert.Equal(Cases, rows.Select(row => row.GetProperty("case").GetString()));
        Assert.All(rows, AssertRow);
        string[] lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(Cases, lines.Skip(2).Take(Cases.Length).Select(line => line.Split('|')[1].Trim()));
        Assert.Single(lines.Take(Cases.Length + 2).Select(line => line.Length).Distinct());
        Assert.StartsWith($"{rows.Count(row => row.GetProperty("met").GetBoolean())} of {Cases.Length} goals met", lines[^1]);
    }

    [Fact]
    public async Task Suite_Only_RunsTheseCases()
    {
        SampleProcess.Result run = await SampleProcess.RunBenchmarksAsync("suite", "--quick", "--only", "ring,tell");

        Assert.Equal(0, run.ExitCode);
        Assert.Equal(["tell", "ring"], run.Output.Split('\n').Skip(2).Take(2).Select(line => line.Split('|')[1].Trim()));
    }

    [Theory]
    [InlineData("there is no case 'tells'; the cases are: ask-1, ask-1-async", "--only", "tell,tells")]
    [InlineData("there is no option '--fast'; the options are: --json FILE", "--fast")]
    [InlineData("--json wants a value", "--quick", "--json")]
    [InlineData("nowhere/rows.json: ", "--json", "nowhere/rows.json")]
    public async Task Suite_WrongArguments_ExitsWithTwo(string reason, params string[] arguments)
    {
        SampleProcess.Result run = await SampleProcess.RunBenchmarksAsync(["suite", .. arguments]);

        Assert.Equal(2, run.ExitCode);
        Assert.Equal("", run.Output);
        Assert.StartsWith("suite: " + reason, run.Error);
        Assert.Single(run.Error.TrimEnd().Split('\n'));
    }

    private static void AssertRow(JsonElement row)
    {
        double median = row.GetProperty("median_ns").GetDouble();
        Assert.InRange(median, row.GetProperty("min_ns").GetDouble(), row.GetProperty("max_ns").GetDouble());
        Assert.True(median > 0, row.ToString());
        Assert.True(row.GetProperty("bytes_per_op").GetDouble() >= 0, row.ToString());
        Assert.NotEqual("", row.GetProperty("goal").GetString());

        // One case has a limit in milliseconds, and nothing beside it.
        if (row.GetProperty("case").GetString() == "fairness")
        {
            Assert.Equal(JsonValueKind.Null, row.GetProperty("ratio").ValueKind);
            Assert.Equal(median <= 50_000_000, row.GetProperty("met").GetBoolean());
            return;
        }

        double ratio = row.GetProperty("ratio").GetDouble();
        Assert.True(ratio > 0, row.ToString());
        Assert.Equal(median / row.GetProperty("baseline_ns").GetDouble(), ratio, tolerance: 0.01);
    }
}
