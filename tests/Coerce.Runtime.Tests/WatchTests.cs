using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

[Actor]
public sealed partial class Watcher(Action<Terminated> seen)
{
    [Handles] void Begin(ActorRef target, ActorContext<WatcherRef> context) => context.Watch(target);

    [Handles] void End(ActorRef target, ActorContext<WatcherRef> context) => context.Unwatch(target);

    [Handles] void On(Terminated message) => seen(message);

    [Handles]
    async Task Wait(TaskCompletionSource entered, TaskCompletionSource until)
    {
        entered.SetResult();
        await until.Task;
    }

    [Handles]
    void Nothing()
    {
    }
}

public sealed class WatchTests
{
    [Fact]
    public async Task Watch_TargetStops_TellsOnceWithTheRef()
    {
        await using var system = new ActorSystem("test");
        var seen = new List<Terminated>();
        WatcherRef watcher = system.Spawn(Watcher.Props(seen.Add));
        CounterRef target = system.Spawn(Counter.Props(), "t");
        await watcher.BeginAsync(target);
        await watcher.BeginAsync(target);

        await target.StopAsync();
        await AllSeenAsync(watcher, seen, 1);

        Assert.Equal([new Terminated(target, null)], seen);
    }

    [Fact]
    public async Task Watch_TargetIsDead_TellsAtOnce()
    {
        await using var system = new ActorSystem("test");
        var seen = new List<Terminated>();
        WatcherRef watcher = system.Spawn(Watcher.Props(seen.Add));
        CounterRef target = system.Spawn(Counter.Props());
        await target.StopAsync();

        await watcher.BeginAsync(target);
        await AllSeenAsync(watcher, seen, 1);

        Assert.Equal(target, Assert.Single(seen).Actor);
    }

    [Fact]
    public async Task Watch_TargetFails_TellsTheReason()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var seen = new List<Terminated>();
        WatcherRef watcher = system.Spawn(Watcher.Props(seen.Add));
        CounterRef target = system.Spawn(Counter.Props().WithSupervision(Supervision.Stop));
        await watcher.BeginAsync(target);

        target.Tell(new Fail("broken"));
        await target.StopAsync();
        await AllSeenAsync(watcher, seen, 1);

        Assert.Equal("broken", Assert.Single(seen).Failure?.Message);
    }

    [Fact]
    public async Task Unwatch_TargetStops_TellsNothing()
    {
        await using var system = new ActorSystem("test");
        var seen = new List<Terminated>();
        WatcherRef watcher = system.Spawn(Watcher.Props(seen.Add));
        CounterRef target = system.Spawn(Counter.Props()), other = system.Spawn(Counter.Props());
        await watcher.BeginAsync(target);
        await watcher.BeginAsync(other);
        await watcher.EndAsync(target);

        await target.StopAsync();
        await other.StopAsync();
        await AllSeenAsync(watcher, seen, 1);

        Assert.Equal(other, Assert.Single(seen).Actor);
    }

    [Fact]
    public async Task Watch_WatcherStopsFirst_NoticeGoesNowhere()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var seen = new List<Terminated>();
        WatcherRef watcher = system.Spawn(Watcher.Props(seen.Add));
        CounterRef target = system.Spawn(Counter.Props());
        await watcher.BeginAsync(target);

        await watcher.StopAsync();
        await target.StopAsync();

        Assert.Empty(seen);
        Assert.Equal(0, system.DeadLetters.Count);
    }

    [Fact]
    public void Terminated_GoesAheadOfTheMessagesThatWait() => Simulation.Explore(seeds: 50, async host =>
    {
        var order = new List<string>();
        WatcherRef watcher = host.System.Spawn(Watcher.Props(_ => order.Add("terminated")));
        CounterRef target = host.System.Spawn(Counter.Props());
        await watcher.BeginAsync(target);
        TaskCompletionSource entered = new(), until = new();
        watcher.Tell(new Watcher.Messages.Wait(entered, until));
        await entered.Task;
        Task waiting = watcher.NothingAsync().AsTask().ContinueWith(_ => order.Add("message"), TaskContinuationOptions.ExecuteSynchronously);

        await target.StopAsync();
        await host.SettleAsync();
        until.SetResult();
        await waiting;

        Assert.Equal(["terminated", "message"], order);
    }, new SimulationOptions { OutsidePatience = TimeSpan.Zero });

    [Fact(Timeout = 120_000)]
    public async Task Watch_100000Actors_100000NoticesAndNoLeak()
    {
        const int Count = 100_000;
        await using var system = new ActorSystem("test");
        var all = Signal.New();
        int seen = 0;
        WatcherRef watcher = system.Spawn(Watcher.Props(_ =>
        {
            if (++seen == Count) all.SetResult();
        }));

        WeakReference[] samples = await StopManyAsync(system, watcher);
        await all.Task;
        await watcher.NothingAsync();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal(Count, seen);
        Assert.DoesNotContain(samples, sample => sample.IsAlive);

        static async Task<WeakReference[]> StopManyAsync(ActorSystem system, WatcherRef watcher)
        {
            // What an actor was made from lives as long as the actor does.
            var samples = new WeakReference[100];
            var targets = new WorkerRef[Count];
            for (int i = 0; i < Count; i++)
            {
                var diary = new Diary();
                if (i % (Count / samples.Length) == 0) samples[i / (Count / samples.Length)] = new WeakReference(diary);
                targets[i] = system.Spawn(Worker.Props(diary));
                watcher.Tell(new Watcher.Messages.Begin(targets[i]));
            }

            await watcher.NothingAsync();
            foreach (WorkerRef target in targets) _ = target.StopAsync();
            return samples;
        }
    }

    private static async Task AllSeenAsync(WatcherRef watcher, List<Terminated> seen, int count)
    {
        // The notice is on its way when StopAsync has ended, and goes ahead of this ask once it has arrived.
        while (true)
        {
            await watcher.NothingAsync();
            if (seen.Count >= count) return;
            await Task.Yield();
        }
    }
}
