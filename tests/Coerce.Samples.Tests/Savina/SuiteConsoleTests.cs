using System.Collections.Immutable;
using Coerce.Savina;
using Coerce.Savina.Counting;
using Coerce.Savina.ForkJoin;

namespace Coerce.Samples.Tests.Savina;

public sealed class SuiteConsoleTests
{
    private const string Names =
        "counting, fork-join, thread-ring, concurrent-dictionary, bank-transaction, sleeping-barber, dining-philosophers, big";

    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    [Fact]
    public async Task Suite_NoNames_RunsAllAndPrintsALineForEach()
    {
        Assert.Equal(0, await RunAsync(Suite.Programs, "--scale", "0.002"));

        string[] lines = Lines(_output);
        Assert.Equal(Names.Split(", "), lines.Select(line => line.Split(' ')[0]));
        Assert.All(lines, line => Assert.Matches(@"^[a-z-]+ +\d.*[a-z] +\d+\.\d{3} s +[\d,]+ messages/s   ([\d,]+ retries, )?invariants hold$", line));
        Assert.Contains("2,000 increments", lines[0]);
        Assert.Equal("", _error.ToString());
    }

    [Fact]
    public async Task Suite_Names_RunsThoseInTheirOrder()
    {
        Assert.Equal(0, await RunAsync(Suite.Programs, "big", "--scale", "0.0005", "counting"));

        Assert.Equal(["big", "counting"], Lines(_output).Select(line => line.Split(' ')[0]));
        Assert.Contains("120 players, 10 pings each", _output.ToString());
    }

    [Fact]
    public async Task Suite_UnknownName_ListsTheNames()
    {
        Assert.Equal(2, await RunAsync(Suite.Programs, "counting", "cooking"));

        Assert.Equal($"Savina: there is no cooking, but {Names}", Assert.Single(Lines(_error)));
        Assert.Equal("", _output.ToString());
    }

    [Theory]
    [InlineData("--scale")]
    [InlineData("--scale", "0")]
    [InlineData("--scale", "-1")]
    [InlineData("--scale", "1001")]
    [InlineData("--scale", "much")]
    [InlineData("--scale", "NaN")]
    public async Task Suite_UnusableScale_IsRefused(params string[] words)
    {
        Assert.Equal(2, await RunAsync(Suite.Programs, words));

        Assert.Equal("Savina: --scale takes a number above 0, at most 1,000", Assert.Single(Lines(_error)));
    }

    [Fact]
    public async Task Suite_BrokenInvariant_IsTheExitCode()
    {
        var broken = new OddProgram((_, _) => throw new InvariantException("the count: 1, but 2 is right."));

        Assert.Equal(1, await RunAsync([broken, new CountingProgram()]));

        Assert.Equal("odd: the count: 1, but 2 is right.", Assert.Single(Lines(_error)));
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public async Task Suite_MessageForNobody_EndsTheProgramThatWaits()
    {
        var losing = new OddProgram(async (system, cancellationToken) =>
        {
            CounterRef counter = system.Spawn(Counter.Props(), "counter");
            await counter.StopAsync();
            counter.Tell(new Increment());
            await Task.Delay(Timeout.Infinite, cancellationToken);
        });

        Assert.Equal(1, await RunAsync([losing]));

        Assert.Equal("odd: Increment { } was sent to /counter, but not handled: ActorStopped.", Assert.Single(Lines(_error)));
    }

    [Fact]
    public async Task Suite_HandlerThatThrows_EndsTheProgramThatDoesNotCare()
    {
        var careless = new OddProgram(async (system, _) =>
        {
            WorkerRef worker = system.Spawn(Worker.Props());
            worker.Tell(new Compute(5));
            await worker.JoinAsync(CancellationToken.None);
        });

        Assert.Equal(1, await RunAsync([careless]));

        Assert.Equal("odd: Message 5 came in place 0.", Assert.Single(Lines(_error)));
    }

    [Fact]
    public async Task Suite_AskThatIsNeverAnswered_IsTheExitCode()
    {
        var stuck = new OddProgram(async (system, cancellationToken) =>
        {
            CounterRef counter = system.Spawn(Counter.Props(), "counter");
            var end = new TaskCompletionSource();
            ValueTask busy = counter.RunAsync(_ => end.Task, cancellationToken);
            try
            {
                await counter.AskAsync(new Counter.Messages.GetCount(), TimeSpan.FromMilliseconds(1), cancellationToken);
            }
            finally
            {
                end.SetResult();
                await busy;
            }
        });

        Assert.Equal(1, await RunAsync([stuck]));

        Assert.StartsWith("odd: Counter '/counter' did not reply", Assert.Single(Lines(_error)));
    }

    [Fact]
    public async Task Suite_AsAProcess_HasItsExitCodes()
    {
        SampleProcess.Result good = await SampleProcess.RunSavinaAsync("thread-ring", "--scale", "0.01");
        SampleProcess.Result bad = await SampleProcess.RunSavinaAsync("cooking");

        Assert.Equal((0, ""), (good.ExitCode, good.Error));
        Assert.StartsWith("thread-ring", good.Output);
        Assert.Equal((2, ""), (bad.ExitCode, bad.Output));
        Assert.StartsWith("Savina: there is no cooking", bad.Error);
    }

    private Task<int> RunAsync(ImmutableArray<SavinaProgram> suite, params string[] words) =>
        SuiteConsole.RunAsync(words, suite, _output, _error);

    private static string[] Lines(StringWriter writer) => writer.ToString().Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

    private sealed record OddProgram(Func<ActorSystem, CancellationToken, Task> Run) : SavinaProgram
    {
        public override string Name => "odd";

        public override string Size => "any size";

        public override SavinaProgram Times(double scale) => this;

        public override async Task<Outcome> RunAsync(ActorSystem system, CancellationToken cancellationToken)
        {
            await Run(system, cancellationToken);
            return new Outcome(1);
        }
    }
}
