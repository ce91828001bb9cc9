using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

/// <summary>Counts lives, and lets a test wait until as many have ended.</summary>
public sealed class Census
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _stops;

    public int Expected { get; init; } = 1;

    /// <summary>What an actor of that name waits for before it ends.</summary>
    public Dictionary<string, Task> Before { get; } = [];

    public int Handled;

    public int Stops => Volatile.Read(ref _stops);

    public Task AllEnded => _ended.Task;

    public List<string> Order { get; } = [];

    public void End(string who)
    {
        lock (Order) Order.Add(who);
        if (Interlocked.Increment(ref _stops) == Expected) _ended.SetResult();
    }
}

public readonly record struct Glimpse;

/// <summary>An actor whose end can be seen.</summary>
[Actor]
public sealed partial class Mayfly(string name, Census census, ActorContext<MayflyRef> context)
{
    // What an actor knows of itself and of its children must not keep it alive.
    private readonly MayflyRef _self = context.Self;
    private readonly List<MayflyRef> _children = [];

    [Handles] void Count() => Interlocked.Increment(ref census.Handled);

    [Handles] MayflyRef Hatch(string child, string? id) => context.Spawn(Props(child, census), id);

    [Handles]
    void Keep(string child, string? id) => _children.Add(context.Spawn(Props(child, census), id));

    [Handles] int Children() => context.Children.Count;

    [Handles]
    async Task<string> WaitFor(Task until)
    {
        await until;
        return $"{name} of {_self.Id[0]}";
    }

    [Handles] Deferred<int> Later(Task<int> until) => Deferred.Run(_ => until);

    [Handles] void Follow(IAsyncEnumerable<Glimpse> stream) => context.Attach(stream);

    [Handles] void On(Glimpse message) => Interlocked.Increment(ref census.Handled);

    [Handles] WeakReference Trace() => new(this);

    [Handles] void Fail() => throw new InvalidOperationException("failed on purpose");

    [OnStop]
    async Task Stopping()
    {
        if (census.Before.TryGetValue(name, out Task? before)) await before;
        census.End(name);
    }
}

/// <summary>An actor whose end nobody could see.</summary>
[Actor]
public sealed partial class Plankton
{
    private readonly byte[] _body = new byte[100];

    [Handles] int Weigh() => _body.Length;

    [Handles] WeakReference Trace() => new(this);
}

[Collection(nameof(MemoryCollection))]
public sealed class DroppedRefsTests
{
    [Fact]
    public async Task AnonymousActors_AllRefsDropped_EachRunsItsOnStop()
    {
        await using var system = new ActorSystem("test");
        var census = new Census { Expected = 100_000 };
        SpawnMany(system, census);

        await CollectUntilAsync(census.AllEnded);

        Assert.Equal(100_000, census.Handled);
        Assert.Equal(100_000, census.Stops);
    }

    [Fact]
    public async Task AnonymousActor_RefDropped_HandlesFirstWhatItWasTold()
    {
        await using var system = new ActorSystem("test");
        var census = new Census();
        Once(() =>
        {
            MayflyRef mayfly = system.Spawn(Mayfly.Props("m", census));
            for (int i = 0; i < 10_000; i++) mayfly.Tell(new Mayfly.Messages.Count());
        });

        await CollectUntilAsync(census.AllEnded);

        Assert.Equal(10_000, census.Handled);
        Assert.Equal(0, system.DeadLetters.Count);
    }

    [Fact]
    public async Task NamedActor_RefDropped_Lives()
    {
        await using var system = new ActorSystem("test");
        var census = new Census();
        Once(() => system.Spawn(Mayfly.Props("named", census), "named"));
        await CollectWhateverIsDroppedAsync(system);

        await system.Find<MayflyRef>("named")!.CountAsync();

        Assert.Equal(0, census.Stops);
    }

    [Fact]
    public async Task AnonymousActor_RefHeld_Lives()
    {
        await using var system = new ActorSystem("test");
        var census = new Census();
        MayflyRef mayfly = system.Spawn(Mayfly.Props("held", census));
        await CollectWhateverIsDroppedAsync(system);

        await mayfly.CountAsync();

        Assert.Equal(0, census.Stops);
        GC.KeepAlive(mayfly);
    }

    [Fact]
    public async Task AnonymousActorThatNobodyWouldMiss_RefDropped_IsCollected()
    {
        await using var system = new ActorSystem("test");

        WeakReference actor = Once(() => system.Spawn(Plankton.Props()).TraceAsync().Result);

        await CollectUntilAsync(() => !actor.IsAlive);
    }

    [Fact]
    public async Task AnonymousActor_StoppedAndThenDropped_RunsItsOnStopOnce()
    {
        await using var system = new ActorSystem("test");
        var census = new Census();
        WeakReference mayfly = await StopAsync(system, census);
        await CollectUntilAsync(() => !mayfly.IsAlive);
        await CollectWhateverIsDroppedAsync(system);

        Assert.Equal(1, census.Stops);
    }

    [Fact]
    public async Task AnonymousActor_HandlerAwaits_LivesUntilItHasEnded()
    {
        await using var system = new ActorSystem("test");
        var census = new Census();
        var until = new TaskCompletionSource();
        Task<string> reply = Once(() => system.Spawn(Mayfly.Props("m", census)).WaitForAsync(until.Task).AsTask());
        await CollectWhateverIsDroppedAsync(system);
        Assert.Equal(0, census.Stops);

        until.SetResult();

        Assert.Equal("m of $", await reply);
        await CollectUntilAsync(census.AllEnded);
    }

    [Fact]
    public async Task AnonymousActor_OwesADeferredReply_LivesUntilItIsGiven()
    {
        await using var system = new ActorSystem("test");
        var census = new Census();
        var until = new TaskCompletionSource<int>();
        Task<int> reply = Once(() => system.Spawn(Mayfly.Props("m", census)).LaterAsync(until.Task).AsTask());
        await CollectWhateverIsDroppedAsync(system);
        Assert.Equal(0, census.Stops);

        until.SetResult(7);

        Assert.Equal(7, await reply);
        await CollectUntilAsync(census.AllEnded);
    }

    [Fact]
    public async Task AnonymousActor_TimerRuns_LivesUntilItIsDisposed()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("test", new ActorSystemOptions { Clock = clock });
        var census = new Census();
        ActorTimer timer = Once(() => system.Spawn(Mayfly.Props("m", census))
            .Schedule(new Mayfly.Messages.Count(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)));
        await CollectWhateverIsDroppedAsync(system);
        clock.Advance(TimeSpan.FromSeconds(1));
        await CollectUntilAsync(() => Volatile.Read(ref census.Handled) == 1);
        Assert.Equal(0, census.Stops);

        timer.Dispose();
        timer = null!;

        await CollectUntilAsync(census.AllEnded);
    }

    [Fact]
    public async Task AnonymousActor_OfTheSystemsOwnClock_TimerKeepsIt()
    {
        await using var system = new ActorSystem("test");
        var census = new Census();
        Once(() => system.Spawn(Mayfly.Props("m", census)).Schedule(new Mayfly.Messages.Fail(), TimeSpan.FromDays(1)));

        await CollectWhateverIsDroppedAsync(system);

        Assert.Equal(0, census.Stops);
    }

    [Fact]
    public async Task AnonymousActor_StreamIsAttached_LivesUntilItEnds()
    {
        await using var system = new ActorSystem("test");
        var census = new Census();
        var stream = Channel.CreateUnbounded<Glimpse>();
        Once(() => Assert.True(system.Spawn(Mayfly.Props("m", census)).FollowAsync(stream.Reader.ReadAllAsync()).IsCompletedSuccessfully));
        await CollectWhateverIsDroppedAsync(system);

        await stream.Writer.WriteAsync(new Glimpse());
        await CollectUntilAsync(() => Volatile.Read(ref census.Handled) == 1);
        Assert.Equal(0, census.Stops);

        stream.Writer.Complete();
        await CollectUntilAsync(census.AllEnded);
    }

    [Fact]
    public void Simulation_RefDropped_KeepsTheActor() => Simulation.Run(1, async host =>
    {
        var census = new Census();
        WeakReference actor = await SpawnAndTraceAsync(host.System, census);

        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.True(actor.IsAlive);
        Assert.Equal(0, census.Stops);
        await host.System.StopAsync();
        Assert.Equal(1, census.Stops);
    });

    [Fact]
    public async Task Watcher_TargetDropped_IsTold()
    {
        await using var system = new ActorSystem("test");
        var told = new TaskCompletionSource<Terminated>();
        WatcherRef watcher = system.Spawn(Watcher.Props(told.SetResult));
        Once(() => Assert.True(watcher.BeginAsync(system.Spawn(Plankton.Props())).IsCompletedSuccessfully));

        await CollectUntilAsync(told.Task);

        Terminated notice = await told.Task;
        Assert.Null(notice.Failure);
        Assert.Equal(ActorStatus.Stopped, notice.Actor.Status);
        GC.KeepAlive(watcher);
    }

    [Fact]
    public async Task Parent_ChildHeld_LivesAsLongAsTheChild()
    {
        await using var system = new ActorSystem("test");
        var census = new Census { Expected = 2 };
        await SeeParentLiveAsync(system, census);

        await CollectUntilAsync(census.AllEnded);

        Assert.Equal(["child", "parent"], census.Order);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("named")]
    public async Task Parent_Dropped_StopsWithItsChildren(string? id)
    {
        await using var system = new ActorSystem("test");
        var census = new Census { Expected = 2 };
        Once(() => Assert.True(system.Spawn(Mayfly.Props("parent", census)).KeepAsync("child", id).IsCompletedSuccessfully));

        await CollectUntilAsync(census.AllEnded);

        Assert.Equal(["child", "parent"], census.Order);
    }

    [Fact]
    public async Task Parent_DroppedWithItsChild_WaitsUntilTheChildHasStopped()
    {
        await using var system = new ActorSystem("test");
        var census = new Census { Expected = 2 };
        var childMayEnd = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        census.Before["child"] = childMayEnd.Task;
        Once(() => Assert.True(system.Spawn(Mayfly.Props("parent", census)).KeepAsync("child", null).IsCompletedSuccessfully));
        await CollectWhateverIsDroppedAsync(system);
        Assert.Equal(0, census.Stops);

        childMayEnd.SetResult();
        await CollectUntilAsync(census.AllEnded);

        Assert.Equal(["child", "parent"], census.Order);
    }

    [Fact]
    public async Task Child_Dropped_IsNoChildAnyMore()
    {
        await using var system = new ActorSystem("test");
        var census = new Census();
        MayflyRef parent = system.Spawn(Mayfly.Props("parent", census), "parent");
        await parent.KeepAsync("kept", null);
        Once(() => Assert.True(parent.HatchAsync("dropped", null).IsCompletedSuccessfully));

        await CollectUntilAsync(census.AllEnded);
        await CollectUntilAsync(() => parent.ChildrenAsync().AsTask().GetAwaiter().GetResult() == 1);

        Assert.Equal(["dropped"], census.Order);
    }

    [Fact]
    public async Task Pool_Dropped_StopsWithItsMembers()
    {
        await using var system = new ActorSystem("test");
        var census = new Census { Expected = 4 };
        Once(() => system.SpawnPool(Mayfly.Props("member", census), 4).Tell(new Mayfly.Messages.Count()));

        await CollectUntilAsync(census.AllEnded);

        Assert.Equal(1, census.Handled);
    }

    [Fact]
    public async Task AnonymousActor_WaitsForItsRestart_IsRestartedAndThenStops()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("test", new ActorSystemOptions { Clock = clock });
        var census = new Census();
        Once(() => system.Spawn(Mayfly.Props("m", census).WithSupervision(Supervision.Restart(3, backoff: TimeSpan.FromSeconds(1))))
            .Tell(new Mayfly.Messages.Fail()));
        await CollectUntilAsync(() => clock.Timers == 1);
        await CollectWhateverIsDroppedAsync(system);
        Assert.Equal(0, census.Stops);

        clock.Advance(TimeSpan.FromSeconds(1));

        await CollectUntilAsync(census.AllEnded);
    }

    [Fact]
    public async Task System_Disposed_StopsAnonymousActorsThatAreHeld()
    {
        var system = new ActorSystem("test");
        var census = new Census { Expected = 3_000 };
        MayflyRef[] held = [.. Enumerable.Range(0, 3_000).Select(_ => system.Spawn(Mayfly.Props("m", census)))];

        await system.DisposeAsync();

        Assert.Equal(3_000, census.Stops);
        Assert.All(held, mayfly => Assert.Equal(ActorStatus.Stopped, mayfly.Status));
    }

    [Fact]
    public async Task System_DroppedWithoutDispose_IsCollectedWithItsActors()
    {
        WeakReference system = Once(() =>
        {
            var dropped = new ActorSystem("test");
            for (int i = 0; i < 3_000; i++) Assert.True(dropped.Spawn(Plankton.Props()).WeighAsync().IsCompletedSuccessfully);
            return new WeakReference(dropped);
        });

        await CollectUntilAsync(() => !system.IsAlive);
    }

    [Fact]
    public async Task System_DroppedWhenItsTimersHaveEnded_IsCollected()
    {
        WeakReference system = Once(() =>
        {
            var dropped = new ActorSystem("test");
            for (int i = 0; i < 300; i++)
            {
                PlanktonRef plankton = dropped.Spawn(Plankton.Props());
                plankton.Schedule(new Plankton.Messages.Weigh(), TimeSpan.FromDays(i % 20), TimeSpan.FromDays(1)).Dispose();
                plankton.Schedule(new Plankton.Messages.Weigh(), TimeSpan.FromMilliseconds(i / 10));
            }

            return new WeakReference(dropped);
        });

        await CollectUntilAsync(() => !system.IsAlive);
    }

    [Fact]
    public async Task AnonymousActors_DroppedOneAfterTheOther_MemoryStaysFlat()
    {
        await using var system = new ActorSystem("test");
        SpawnAndAsk(system, 100_000);
        long before = GC.GetTotalMemory(forceFullCollection: true);

        SpawnAndAsk(system, 1_000_000);

        long grown = GC.GetTotalMemory(forceFullCollection: true) - before;
        Assert.True(grown < 4_000_000, $"A million actors that were dropped left {grown:N0} bytes behind.");
    }

    [Fact]
    public async Task AnonymousActors_HeldDroppedAndStoppedByManyThreads_EachStopsOnce()
    {
        var system = new ActorSystem("test");
        var census = new Census { Expected = 4 * 10_000 };

        List<MayflyRef>[] held = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(seed => Task.Run(() => SpawnHoldAndDropAsync(system, census, seed))));
        await system.DisposeAsync();
        Assert.All(held.SelectMany(list => list), mayfly => Assert.Equal(ActorStatus.Stopped, mayfly.Status));
        held = null!;
        await CollectUntilAsync(census.AllEnded);

        Assert.Equal(40_000, census.Stops);
    }

    private static async Task<List<MayflyRef>> SpawnHoldAndDropAsync(ActorSystem system, Census census, int seed)
    {
        var random = new Random(seed);
        var held = new List<MayflyRef>();
        for (int i = 0; i < 10_000; i++)
        {
            Once(() => HoldSome(held, system.Spawn(Mayfly.Props("m", census)), random));
            if (i % 10 == 0 && held.Count > 0) await held[^1].StopAsync(immediately: i % 20 == 0);
            if (i % 1_000 == 0) GC.Collect(i % 3_000 == 0 ? 2 : 0);
        }

        return held;
    }

    private static void HoldSome(List<MayflyRef> held, MayflyRef mayfly, Random random)
    {
        if (random.Next(3) == 0) held.Add(mayfly);
        if (held.Count > 0 && random.Next(4) == 0) held.RemoveAt(random.Next(held.Count));
    }

    private static async Task<WeakReference> SpawnAndTraceAsync(ActorSystem system, Census census) =>
        await system.Spawn(Mayfly.Props("m", census)).TraceAsync();

    private static async Task SeeParentLiveAsync(ActorSystem system, Census census)
    {
        MayflyRef child = await system.Spawn(Mayfly.Props("parent", census)).HatchAsync("child", null);
        await CollectWhateverIsDroppedAsync(system);
        await child.CountAsync();
        Assert.Equal(0, census.Stops);
    }

    private static async Task<WeakReference> StopAsync(ActorSystem system, Census census)
    {
        MayflyRef mayfly = system.Spawn(Mayfly.Props("m", census));
        await mayfly.StopAsync();
        return new WeakReference(mayfly);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SpawnMany(ActorSystem system, Census census)
    {
        for (int i = 0; i < census.Expected; i++)
            Assert.True(system.Spawn(Mayfly.Props("m", census)).CountAsync().IsCompletedSuccessfully);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SpawnAndAsk(ActorSystem system, int count)
    {
        for (int i = 0; i < count; i++) Assert.True(system.Spawn(Plankton.Props()).WeighAsync().IsCompletedSuccessfully);
    }

    // What these methods have in their frames is gone when they return.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static T Once<T>(Func<T> action) => action();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Once(Action action) => action();

    /// <summary>Collects until an actor that was dropped before has stopped, and one that was dropped after that: whatever else was
    /// dropped has had its chance.</summary>
    private static async Task CollectWhateverIsDroppedAsync(ActorSystem system)
    {
        for (int i = 0; i < 2; i++)
        {
            var canary = new Census();
            Once(() => system.Spawn(Mayfly.Props("canary", canary)));
            await CollectUntilAsync(canary.AllEnded);
        }
    }

    private static Task CollectUntilAsync(Task task) => CollectUntilAsync(() => task.IsCompleted);

    private static async Task CollectUntilAsync(Func<bool> done)
    {
        for (int collections = 0; !done(); collections++)
        {
            Assert.True(collections < 10_000, "What was to come after the references were dropped did not come.");
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }
    }
}
