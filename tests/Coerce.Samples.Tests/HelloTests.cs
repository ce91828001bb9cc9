namespace Coerce.Samples.Tests;

public sealed class HelloTests
{
    internal const string Output = "1. Hello, world!\n2. Hello, actors!\n2 greetings so far\n";

    private static readonly string Source = Path.Combine(Repository.Root, "samples", "Hello", "Program.cs");

    [Fact]
    public async Task Hello_Run_GreetsAndCounts()
    {
        SampleProcess.Result run = await SampleProcess.RunAsync("Hello");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(Output, run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Hello_Source_StaysUnder25Lines() => Assert.InRange(File.ReadLines(Source).Count(), 1, 24);

    [Fact]
    public void Readme_FirstProgram_IsHello()
    {
        string readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

        Assert.Contains($"```csharp\n{File.ReadAllText(Source)}```\n", readme);
    }
}
