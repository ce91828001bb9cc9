namespace Coerce.TestKit.Tests;

public sealed record Failing(string Why);

/// <summary>Uses what the runtime has: replies that come later, streams, children, restarts.</summary>
[Actor]
public sealed partial class Busy(ActorContext<BusyRef> context, List<TimeSpan> made)
{
    private readonly DateTimeOffset _start = Note(context, made);

    [Handles]
    Deferred<int> Later(int value) => Deferred.Run(async _ =>
    {
        await Task.Yield();
        return value;
    });

    [Handles]
    async IAsyncEnumerable<int> Numbers(int count)
    {
        for (int number = 0; number < count; number++)
        {
            await Task.Yield();
            yield return number;
        }
    }

    [Handles] void On(Failing message) => throw new InvalidOperationException(message.Why);

    [Handles] DateTimeOffset Started() => _start;

    private static DateTimeOffset Note(ActorContext context, List<TimeSpan> made)
    {
        DateTimeOffset now = context.Clock.GetUtcNow();
        made.Add(now - new SimulationOptions().Start);
        return now;
    }
}

/// <summary>Simulations of what the runtime does beside turns.</summary>
public sealed class SimulatedRuntimeTests
{
    private static readonly SimulationOptions Auto = new() { AutoAdvance = true };

    [Fact]
    public void Restarts_WithJitter_AreTheSameForASeed()
    {
        TimeSpan[] first = Restarts(seed: 3);

        Assert.Equal(first, Restarts(seed: 3));
        Assert.NotEqual(first, Restarts(seed: 4));
        Assert.Equal(4, first.Length);
        Assert.InRange(first[3], TimeSpan.FromSeconds(1 + 2 + 4), TimeSpan.FromSeconds(2 + 4 + 8));
    }

    [Fact]
    public void DeferredAndStreamed_SameSeed_TakeTheSameSteps()
    {
        for (int seed = 0; seed < 30; seed++)
        {
            SimulationRun first = Simulation.Run(seed, UseAllAsync);
            for (int again = 0; again < 3; again++) Assert.Equal(first, Simulation.Run(seed, UseAllAsync));
        }
    }

    [Fact]
    public void StopAsync_ManyAtOnce_StaysInTheSimulation()
    {
        Exploration exploration = Simulation.Explore(seeds: 50, async host =>
        {
            BusyRef[] all = [.. Enumerable.Range(0, 10).Select(_ => host.System.Spawn(Busy.Props([])))];
            using var giveUp = new CancellationTokenSource();
            await Task.WhenAll(all.Select(busy => busy.StopAsync(cancellationToken: giveUp.Token)));
            Assert.All(all, busy => Assert.Equal(ActorStatus.Stopped, busy.Status));
        }, new SimulationOptions { OutsidePatience = TimeSpan.Zero });

        Assert.Equal(50, exploration.Interleavings);
    }

    [Fact]
    public void Reentrant_StoppedWhileOpen_StaysInTheSimulation()
    {
        int thread = Environment.CurrentManagedThreadId;

        Simulation.Explore(seeds: 100, async host =>
        {
            OpenRef open = host.System.Spawn(Open.Props());
            List<Task<int>> inside = [.. Enumerable.Range(1, 3).Select(seconds => open.EnterAsync(TimeSpan.FromSeconds(seconds)).AsTask())];
            await host.SettleAsync();
            Task stopped = open.StopAsync();
            host.Time.Advance(TimeSpan.FromSeconds(3));

            Assert.All(await Task.WhenAll(inside), most => Assert.Equal(3, most));
            await stopped;
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
        }, new SimulationOptions { OutsidePatience = TimeSpan.Zero });
    }

    [Fact]
    public void TellAsync_ManyThatWaitForRoom_StaysInTheSimulation() => Simulation.Explore(seeds: 100, async host =>
    {
        AccountRef account = host.System.Spawn(Account.Props(0).WithMailbox(1));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => account.TellAsync(new Deposit(1)).AsTask()));
        Assert.Equal(5, await account.GetBalanceAsync());
    }, new SimulationOptions { OutsidePatience = TimeSpan.Zero });

    [Fact]
    public void AskCycle_InASimulation_IsFoundByTheRuntime() => Simulation.Explore(seeds: 200, async host =>
    {
        AccountRef alice = host.System.Spawn(Account.Props(100), "alice"), bob = host.System.Spawn(Account.Props(100), "bob");

        try
        {
            await Task.WhenAll(alice.TransferAsync(bob, 1).AsTask(), bob.TransferAsync(alice, 1).AsTask());
        }
        catch (AskCycleException cycle)
        {
            Assert.Equal(3, cycle.Ring.Length);
        }
    }, new SimulationOptions { OutsidePatience = TimeSpan.Zero });

    private static TimeSpan[] Restarts(int seed)
    {
        List<TimeSpan> made = [];
        Simulation.Run(seed, async host =>
        {
            BusyRef busy = host.System.Spawn(Busy.Props(made).WithSupervision(
                Supervision.Restart(backoff: TimeSpan.FromSeconds(1), jitter: 1)));
            for (int time = 0; time < 3; time++) busy.Tell(new Failing("planted"));
            await busy.StartedAsync();
        }, Auto);
        return [.. made];
    }

    private static async Task UseAllAsync(SimulationHost host)
    {
        BusyRef busy = host.System.Spawn(Busy.Props([]));
        AccountRef account = host.System.Spawn(Account.Props(0));
        await Task.WhenAll(LaterAsync(1), LaterAsync(2), StreamAsync(3));
        Assert.Equal(1 + 2 + 0 + 1 + 2, await account.GetBalanceAsync());

        async Task LaterAsync(int value) => await account.AskAsync(new Deposit(await busy.LaterAsync(value)));

        async Task StreamAsync(int count)
        {
            await foreach (int number in busy.NumbersAsync(count)) await account.AskAsync(new Deposit(number));
        }
    }
}
