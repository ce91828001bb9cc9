using System.Collections.Concurrent;
using System.Diagnostics;

namespace Coerce.Runtime.Tests;

/// <summary>Looks at the thread that it runs in.</summary>
[Actor]
public sealed partial class Observer
{
    public static readonly AsyncLocal<string?> Ambient = new();

    [Handles] int ThreadId() => Environment.CurrentManagedThreadId;

    [Handles] bool HasSynchronizationContext() => SynchronizationContext.Current is not null;

    [Handles] bool HasOwnScheduler() => TaskScheduler.Current != TaskScheduler.Default;

    [Handles] string? AmbientValue() => Ambient.Value;

    [Handles]
    async Task<string?> AmbientValueLater()
    {
        await Task.Yield();
        return Ambient.Value;
    }

    [Handles] void SetAmbient(string value) => Ambient.Value = value;

    [Handles] string? TraceId() => Activity.Current?.Id;

    [Handles]
    async Task<string?> TraceIdLater()
    {
        await Task.Yield();
        return Activity.Current?.Id;
    }
}

/// <summary>One of a line of actors that each ask the next.</summary>
[Actor]
public sealed partial class Link(LinkRef? next)
{
    [Handles] async ValueTask<int> Count() => next is null ? 1 : 1 + await next.CountAsync();

    [Handles]
    async Task<int> CountSlowly()
    {
        if (next is null) await Task.Yield();
        return next is null ? 1 : 1 + await next.CountSlowlyAsync();
    }
}

[Actor]
public sealed partial class Suffering
{
    [Handles] async Task WaitFor(Task end) => await end;

    [Handles] bool IsIdle() => true;
}

public sealed class InlineAskTests
{
    [Fact]
    public async Task Ask_IdleActor_RunsInTheCallersThread()
    {
        await using var system = new ActorSystem("test");
        ObserverRef observer = system.Spawn(Observer.Props());

        ValueTask<int> ask = observer.ThreadIdAsync();

        Assert.True(ask.IsCompletedSuccessfully);
        Assert.Equal(Environment.CurrentManagedThreadId, await ask);
    }

    [Fact]
    public async Task Ask_IdleActor_AllocatesNothing()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props());

        Assert.Equal(0, Allocated.Least(() => AskMany(counter, 50_000)));
    }

    [Fact]
    public async Task Tell_BusyActor_AllocatesOneObjectOf32Bytes()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props());
        using var hold = new ManualResetEventSlim();
        counter.Tell(new Block(hold));

        // Two kinds in turn, for messages of one kind share their envelopes.
        long allocated = Allocated.Least(() =>
        {
            for (int i = 0; i < 10_000; i++)
            {
                counter.Tell(new Add(1));
                counter.Tell(new Get());
            }
        });
        hold.Set();

        Assert.Equal(20_000 * 32, allocated);
        Assert.Equal(10_000 * Allocated.Runs, await counter.AskAsync(new Get()));
    }

    [Fact]
    public async Task Tell_BurstToABusyActor_AllocatesLittleMoreThanTheMessages()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props());
        using var hold = new ManualResetEventSlim();
        counter.Tell(new Block(hold));

        long allocated = Allocated.Least(() => TellMany(counter, 10_000));
        hold.Set();

        Assert.InRange(allocated / 10_000.0, 8, 10);
        Assert.Equal(10_000 * Allocated.Runs, await counter.AskAsync(new Get()));
    }

    [Fact]
    public async Task Ask_UnderASynchronizationContext_RunsElsewhereAndDoesNotDeadlock()
    {
        await using var system = new ActorSystem("test");
        ObserverRef observer = system.Spawn(Observer.Props());

        // Blocking a thread that owns a context is what deadlocks when a handler needs that thread.
        bool seen = SingleThreadContext.Run(() => observer.HasSynchronizationContextAsync().AsTask().GetAwaiter().GetResult());

        Assert.False(seen);
    }

    [Fact]
    public async Task Ask_AwaitedUnderASynchronizationContext_CallerComesBackToIt()
    {
        await using var system = new ActorSystem("test");
        ObserverRef observer = system.Spawn(Observer.Props());

        (int before, int handler, int after) = SingleThreadContext.Run(async () =>
        {
            int first = Environment.CurrentManagedThreadId;
            int inHandler = await observer.ThreadIdAsync();
            return (first, inHandler, Environment.CurrentManagedThreadId);
        });

        Assert.Equal(before, after);
        Assert.NotEqual(before, handler);
    }

    [Fact]
    public async Task Ask_UnderATaskScheduler_RunsOnTheDefaultOne()
    {
        await using var system = new ActorSystem("test");
        ObserverRef observer = system.Spawn(Observer.Props());
        var exclusive = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;

        bool seen = await Task.Factory.StartNew(
            () => observer.HasOwnSchedulerAsync().AsTask(), CancellationToken.None, TaskCreationOptions.None, exclusive).Unwrap();

        Assert.False(seen);
    }

    [Fact]
    public async Task Ask_AmbientValues_DoNotReachTheHandlerOrComeBack()
    {
        await using var system = new ActorSystem("test");
        ObserverRef observer = system.Spawn(Observer.Props());
        Observer.Ambient.Value = "caller";

        Assert.Null(await observer.AmbientValueAsync());
        Assert.Null(await observer.AmbientValueLaterAsync());
        await observer.SetAmbientAsync("handler");

        Assert.Equal("caller", Observer.Ambient.Value);
    }

    [Fact]
    public async Task Tell_AmbientValueSetByAHandler_IsGoneInTheNextTurn()
    {
        await using var system = new ActorSystem("test");
        ObserverRef observer = system.Spawn(Observer.Props());
        string?[] seen = SingleThreadContext.Run(async () =>
        {
            observer.Tell(new Observer.Messages.SetAmbient("left behind"));
            return new[] { await observer.AmbientValueAsync(), await observer.AmbientValueLaterAsync() };
        });

        Assert.All(seen, Assert.Null);
    }

    [Fact]
    public async Task Ask_TraceContext_TravelsInlineAndThroughTheMailbox()
    {
        await using var system = new ActorSystem("test");
        ObserverRef observer = system.Spawn(Observer.Props());
        using Activity activity = new Activity("caller").Start();

        Assert.Equal(activity.Id, await observer.TraceIdAsync());
        Assert.Equal(activity.Id, await observer.TraceIdLaterAsync());
        string? queued = SingleThreadContext.Run(() =>
        {
            Activity.Current = activity;
            return observer.TraceIdLaterAsync().AsTask().GetAwaiter().GetResult();
        });

        Assert.Equal(activity.Id, queued);
        Assert.Same(activity, Activity.Current);
    }

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Ask_LineOf100000Actors_NeitherOverflowsNorDeadlocks(bool truly)
    {
        await using var system = new ActorSystem("test");
        LinkRef first = system.Spawn(Link.Props(null));
        for (int i = 1; i < 100_000; i++) first = system.Spawn(Link.Props(first));

        int count = await (truly ? first.CountSlowlyAsync() : first.CountAsync());

        Assert.Equal(100_000, count);
    }

    [Fact]
    public async Task Ask_HandlerAwaits_CallerGoesOnInTheThreadThatEndedIt()
    {
        await using var system = new ActorSystem("test");
        SufferingRef patient = system.Spawn(Suffering.Props());
        var end = new TaskCompletionSource();

        // Started and left at its await, in a thread without a context.
        Task<(int Thread, bool IsFree)> call = await Task.Factory.StartNew(async () =>
        {
            await patient.WaitForAsync(end.Task);
            return (Environment.CurrentManagedThreadId, patient.IsIdleAsync().IsCompletedSuccessfully);
        }, CancellationToken.None, TaskCreationOptions.None, TaskScheduler.Default);
        Assert.False(call.IsCompleted);
        var thread = new Thread(end.SetResult);
        thread.Start();
        thread.Join();

        Assert.Equal((thread.ManagedThreadId, true), await call);
    }

    private static void AskMany(CounterRef counter, int times)
    {
        for (int i = 0; i < times; i++)
        {
            ValueTask<int> ask = counter.AskAsync(new Add(1));
            Debug.Assert(ask.IsCompletedSuccessfully);
            ask.GetAwaiter().GetResult();
        }
    }

    private static void TellMany(CounterRef counter, int times)
    {
        for (int i = 0; i < times; i++) counter.Tell(new Add(1));
    }
}

/// <summary>What a piece of work allocates on this thread, when nothing else of the runtime happens on it.</summary>
internal static class Allocated
{
    public const int Runs = 8;

    public static long Least(Action work)
    {
        long least = long.MaxValue;
        for (int run = 0; run < Runs; run++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }
}

/// <summary>A thread with a <see cref="SynchronizationContext"/> of its own, as a window or a game loop has.</summary>
internal sealed class SingleThreadContext : SynchronizationContext
{
    private readonly BlockingCollection<(SendOrPostCallback Callback, object? State)> _posted = [];

    public override void Post(SendOrPostCallback d, object? state) => _posted.Add((d, state));

    public static T Run<T>(Func<T> work) => Run(() => Task.FromResult(work()));

    public static T Run<T>(Func<Task<T>> work)
    {
        Task<T>? result = null;
        var thread = new Thread(() =>
        {
            var context = new SingleThreadContext();
            SetSynchronizationContext(context);
            result = work();
            result.ContinueWith(_ => context._posted.CompleteAdding(), TaskScheduler.Default);
            foreach ((SendOrPostCallback callback, object? state) in context._posted.GetConsumingEnumerable()) callback(state);
        });
        thread.Start();
        thread.Join();
        return result!.GetAwaiter().GetResult();
    }
}
