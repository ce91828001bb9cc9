#pragma warning disable COERCE0301 // these actors hold their threads on purpose

namespace Coerce.Runtime.Tests;

/// <summary>Goes on only when all who share its barrier are there at the same time.</summary>
[Actor]
public sealed partial class Runner(Barrier barrier)
{
    [Handles] void Meet() => barrier.SignalAndWait();

    [Handles]
    async Task<int> MeetInside()
    {
        int[] found = await Task.WhenAll(Enumerable.Range(1, barrier.ParticipantCount).Select(Find));
        return found.Sum();
    }

    private async Task<int> Find(int value)
    {
        await Task.Yield();
        barrier.SignalAndWait();
        return value;
    }
}

public sealed class TurnTests
{
    [Fact(Timeout = 60_000)]
    public async Task Tell_SeveralActors_RunSideBySide()
    {
        await using var system = new ActorSystem("test");
        using var barrier = new Barrier(3);
        RunnerRef one = system.Spawn(Runner.Props(barrier)), two = system.Spawn(Runner.Props(barrier));

        one.Tell(new Runner.Messages.Meet());
        two.Tell(new Runner.Messages.Meet());
        await Task.Run(barrier.SignalAndWait);

        Assert.Equal(1, barrier.CurrentPhaseNumber);
    }

    [Fact(Timeout = 60_000)]
    public async Task WhenAll_OverMethodsOfTheHandler_RunsInParallelWithinTheTurn()
    {
        await using var system = new ActorSystem("test");
        using var barrier = new Barrier(3);
        RunnerRef runner = system.Spawn(Runner.Props(barrier));

        Assert.Equal(1 + 2 + 3, await runner.MeetInsideAsync());
    }

    [Fact]
    public async Task Await_InAHandler_KeepsTheActor()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props());
        TaskCompletionSource held = Signal.New();
        Task<int> first = counter.AskAsync(new Hold(held)).AsTask(), second = counter.AskAsync(new Add(1)).AsTask();

        Assert.False(second.IsCompleted);
        held.SetResult();

        // The first one read the count at its end.
        Assert.Equal((0, 1), (await first, await second));
    }
}
