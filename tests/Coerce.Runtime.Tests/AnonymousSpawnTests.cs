namespace Coerce.Runtime.Tests;

/// <summary>Gives birth before it is born itself.</summary>
[Actor]
public sealed partial class Precocious
{
    public Precocious(TaskCompletionSource childStopped, ActorContext<PrecociousRef> context)
    {
        context.Spawn(Offspring.Props(childStopped), "child");
        throw new InvalidOperationException("made badly");
    }

    [Handles] bool Works() => true;
}

[Actor]
public sealed partial class Offspring(TaskCompletionSource stopped)
{
    [OnStop] void Stop() => stopped.SetResult();

    [Handles] bool Works() => true;
}

/// <summary>Anonymous actors are added to the tree without a lock, page by page; none may get lost in it.</summary>
public sealed class AnonymousSpawnTests
{
    private const int PageSize = 256;

    [Fact]
    public async Task Spawn_WhileTheSystemStops_EveryActorHasStoppedOrIsRefused()
    {
        for (int round = 0; round < 200; round++)
        {
            var system = new ActorSystem("test");
            for (int i = 0; i <= PageSize; i++) system.Spawn(Counter.Props());

            using var ready = new Barrier(4);
            Task<List<CounterRef>>[] spawners = [.. Enumerable.Range(0, 3).Select(_ => OnThread(() =>
            {
                List<CounterRef> spawned = [];
                ready.SignalAndWait();
                while (true)
                {
                    try
                    {
                        spawned.Add(system.Spawn(Counter.Props()));
                    }
                    catch (ObjectDisposedException)
                    {
                        return spawned;
                    }
                }
            }))];
            ready.SignalAndWait();
            await system.DisposeAsync();

            foreach (Task<List<CounterRef>> spawner in spawners) Assert.All(await spawner, counter => Assert.Equal(ActorStatus.Stopped, counter.Status));
            Assert.Equal(0, system.Describe().ActorCount);
        }
    }

    [Fact]
    public async Task Spawn_FromThreadsThatEnd_AllAreThere()
    {
        await using var system = new ActorSystem("test");
        List<CounterRef> held = [];
        for (int i = 0; i < 100; i++)
        {
            held.AddRange(await OnThread(() => Enumerable.Range(0, 10).Select(_ => system.Spawn(Counter.Props())).ToList()));
        }

        for (int i = 0; i < PageSize; i++) held.Add(system.Spawn(Counter.Props()));

        Assert.Equal(held.Count, system.Describe(new DescribeOptions { MaxActors = 10_000 }).ActorCount);
        GC.KeepAlive(held);
    }

    [Fact]
    public async Task Spawn_InSeveralSystemsByTurns_EachHasItsOwn()
    {
        await using var first = new ActorSystem("first");
        await using var second = new ActorSystem("second");
        List<CounterRef> held = [];
        for (int i = 0; i < 3 * PageSize; i++)
        {
            held.Add(first.Spawn(Counter.Props()));
            held.Add(second.Spawn(Counter.Props()));
            if (i % 3 == 0) held.Add(second.Spawn(Counter.Props()));
        }

        var all = new DescribeOptions { MaxActors = 10_000 };
        Assert.Equal(3 * PageSize, first.Describe(all).ActorCount);
        Assert.Equal(4 * PageSize, second.Describe(all).ActorCount);
        GC.KeepAlive(held);
    }

    [Fact]
    public async Task Spawn_BetweenStopsAndCollections_TheLivingAreAllThereAndNoOthers()
    {
        await using var system = new ActorSystem("test");
        var random = new Random(1);
        List<CounterRef> held = [];
        for (int i = 0; i < 20_000; i++)
        {
            CounterRef counter = system.Spawn(Counter.Props());
            if (random.Next(4) == 0) held.Add(counter);
            else if (random.Next(2) == 0) await counter.StopAsync();
            if (held.Count > 3_000)
            {
                foreach (CounterRef victim in held.Take(1_000)) await victim.StopAsync();
                held.RemoveRange(0, 2_000);
            }

            if (i % 2_000 == 0) GC.Collect(0);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        SystemDescription description = system.Describe(new DescribeOptions { MaxActors = 100_000 });
        HashSet<string> known = [.. description.Actors.Select(actor => actor.Path)];
        Assert.Equal(description.Actors.Count, known.Count);
        Assert.All(held, counter => Assert.Contains(counter.Path, known));
        Assert.DoesNotContain(description.Actors, actor => actor.Status == ActorStatus.Stopped);
    }

    [Fact]
    public async Task Constructor_ThrowsAfterItSpawned_TheChildStops()
    {
        await using var system = new ActorSystem("test");
        var childStopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        Assert.Throws<InvalidOperationException>(() => system.Spawn(Precocious.Props(childStopped)));

        await childStopped.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private static Task<T> OnThread<T>(Func<T> work) =>
        Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
}
