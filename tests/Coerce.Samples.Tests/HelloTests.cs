namespace Coerce.Samples.Tests;

public sealed class HelloTests
{
    [Fact]
    public async Task Hello_Run_GreetsAndCounts()
    {
        SampleProcess.Result run = await SampleProcess.RunAsync("Hello");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal("1. Hello, world!\n2. Hello, actors!\n2 greetings so far\n", run.Output.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void Hello_Source_StaysUnder25Lines()
    {
        string program = Path.Combine(Repository.Root, "samples", "Hello", "Program.cs");

        Assert.InRange(File.ReadLines(program).Count(), 1, 24);
    }
}
