using System.Runtime.CompilerServices;
using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

public readonly record struct Build(TaskCompletionSource<string> Result);

/// <summary>Answers later, in each of the ways there are.</summary>
[Actor]
public sealed partial class Builder
{
    private readonly Queue<Deferred<string>> _waiting = new();

    [Handles] Deferred<string> On(Build message) => Deferred.Run(token => message.Result.Task.WaitAsync(token));

    [Handles]
    Deferred<string> WaitInLine()
    {
        var reply = new Deferred<string>();
        _waiting.Enqueue(reply);
        return reply;
    }

    [Handles] bool ServeNext(string what) => _waiting.Dequeue().Reply(what);

    [Handles] bool TurnAway(string why) => _waiting.Dequeue().Fail(new InvalidOperationException(why));

    [Handles] Deferred<string> Forget() => null!;

    [Handles] Deferred<bool> WaitUntilGone(TaskCompletionSource entered, TaskCompletionSource gone) => Deferred.Run(async token =>
    {
        entered.SetResult();
        using CancellationTokenRegistration registration = token.Register(gone.SetResult);
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        return true;
    });

    [Handles]
    void Nothing()
    {
    }
}

public sealed class DeferredTests
{
    [Fact]
    public async Task Deferred_Run_RepliesLaterAndTheActorGoesOn()
    {
        await using var system = new ActorSystem("test");
        BuilderRef builder = system.Spawn(Builder.Props());
        var result = new TaskCompletionSource<string>();
        Task<string> first = builder.AskAsync(new Build(result)).AsTask();

        await builder.NothingAsync();
        Assert.False(first.IsCompleted);
        result.SetResult("built");

        Assert.Equal("built", await first);
    }

    [Fact]
    public async Task Deferred_KeptByTheActor_IsAnsweredInALaterTurn()
    {
        await using var system = new ActorSystem("test");
        BuilderRef builder = system.Spawn(Builder.Props());
        Task<string> first = builder.WaitInLineAsync().AsTask(), second = builder.WaitInLineAsync().AsTask();

        Assert.True(await builder.ServeNextAsync("tea"));
        Assert.True(await builder.TurnAwayAsync("closed"));

        Assert.Equal("tea", await first);
        Assert.Equal("closed", (await Assert.ThrowsAsync<InvalidOperationException>(() => second)).Message);
    }

    [Fact]
    public async Task Deferred_WorkFails_AskerGetsTheException()
    {
        await using var system = new ActorSystem("test");
        BuilderRef builder = system.Spawn(Builder.Props());
        var result = new TaskCompletionSource<string>();
        Task<string> ask = builder.AskAsync(new Build(result)).AsTask();

        result.SetException(new InvalidOperationException("collapsed"));

        Assert.Equal("collapsed", (await Assert.ThrowsAsync<InvalidOperationException>(() => ask)).Message);
    }

    [Fact(Timeout = 60_000)]
    public async Task Deferred_DeadlinePasses_AskerIsToldAndTheWorkIsCancelled()
    {
        var logged = new CapturingLoggerFactory();
        var time = new VirtualTime();
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged, DeadlineClock = time });
        BuilderRef builder = system.Spawn(Builder.Props());
        TaskCompletionSource entered = Signal.New(), gone = Signal.New();
        Task<bool> ask = builder.WaitUntilGoneAsync(entered, gone).AsTask();
        await entered.Task;

        time.Advance(TimeSpan.FromSeconds(30));
        await Assert.ThrowsAsync<AskTimeoutException>(() => ask);
        await gone.Task;

        Assert.Empty(logged.Lines);
    }

    [Fact(Timeout = 60_000)]
    public async Task Deferred_StillOwedAtTheDeadline_TheTextSaysSo()
    {
        var time = new VirtualTime();
        await using var system = new ActorSystem("test", new() { DeadlineClock = time });
        BuilderRef builder = system.Spawn(Builder.Props(), "builder");
        Task<string> ask = builder.WaitInLineAsync().AsTask();

        time.Advance(TimeSpan.FromSeconds(30));

        AskTimeoutException expired = await Assert.ThrowsAsync<AskTimeoutException>(() => ask);
        Assert.Equal(
            "Builder '/builder' did not reply to WaitInLine in time: its handler has ended, and the Deferred that it returned still owes the reply. "
            + "Answer that sooner, or pass a longer timeout to AskAsync.",
            expired.Message);
        Assert.Null(expired.CurrentHandler);
        Assert.True(await builder.ServeNextAsync("late"));
    }

    [Fact]
    public async Task Deferred_CallerCancels_WorkIsCancelledAndNothingIsLogged()
    {
        var logged = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged });
        BuilderRef builder = system.Spawn(Builder.Props());
        TaskCompletionSource entered = Signal.New(), gone = Signal.New();
        using var cancel = new CancellationTokenSource();
        Task<bool> ask = builder.WaitUntilGoneAsync(entered, gone, cancel.Token).AsTask();
        await entered.Task;

        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ask);
        await gone.Task;
        await builder.NothingAsync();

        Assert.Empty(logged.Lines);
    }

    [Fact]
    public async Task Deferred_Null_SaysWhatToReturn()
    {
        await using var system = new ActorSystem("test");
        BuilderRef builder = system.Spawn(Builder.Props(), "b");

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await builder.ForgetAsync());

        Assert.Contains("Builder '/b' returned null from Forget()", failure.Message);
    }
}

public sealed class RunAsyncTests
{
    [Fact]
    public async Task RunAsync_Mutation_IsSeenByTheNextAsk()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());

        await listing.RunAsync(static actor => actor.Items.Add("by hand"));

        Assert.Equal(1, await listing.CountAsync());
        Assert.Equal("by hand", await listing.RunAsync(static actor => actor.Items[0]));
    }

    [Fact]
    public async Task RunAsync_25Mutations_AreDoneInOrder()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());

        ValueTask last = default;
        for (int i = 0; i < 25; i++)
        {
            string item = i.ToString();
            last = listing.RunAsync(actor => actor.Items.Add(item));
        }

        await last;
        Assert.Equal(Enumerable.Range(0, 25).Select(i => i.ToString()), await listing.RunAsync(static actor => actor.Items.ToArray()));
    }

    [Fact]
    public async Task RunAsync_AsyncWork_KeepsTheActor()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());
        TaskCompletionSource entered = Signal.New(), until = Signal.New();
        Task<int> work = listing.RunAsync(async actor =>
        {
            entered.SetResult();
            await until.Task;
            return actor.Items.Count;
        }).AsTask();
        await entered.Task;
        Task next = listing.RunAsync(static actor => actor.Items.Add("later")).AsTask();
        Assert.False(next.IsCompleted);

        until.SetResult();

        Assert.Equal(0, await work);
        await next;
    }

    [Fact]
    public async Task RunAsync_WorkThrows_CallerGetsTheException()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await listing.RunAsync(static actor => actor.Items[7]));

        Assert.Equal(0, await listing.CountAsync());
    }

    [Fact]
    public async Task RunAsync_StoppedActor_Fails()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());
        await listing.StopAsync();

        await Assert.ThrowsAsync<ActorStoppedException>(async () => await listing.RunAsync(static actor => actor.Items.Count));
    }
}

public sealed class QueuedWorkTests
{
    [Theory(Timeout = 30_000)]
    [InlineData(0)]
    [InlineData(8)]
    public async Task RunAsync_BehindAStop_FailsAndTheStopEnds(int capacity)
    {
        await using var system = new ActorSystem("test");
        GatekeeperRef gate = system.Spawn(Gatekeeper.Props().WithMailbox(capacity, MailboxPolicy.Fail), "g");
        Enter held = Signal.Enter();
        gate.Tell(held);
        await held.Entered.Task;
        Task stopped = gate.StopAsync();
        Task<string> work = gate.RunAsync(static actor => actor.ToString()!).AsTask();

        held.Leave.SetResult();

        Assert.Contains("RunAsync", (await Assert.ThrowsAsync<ActorStoppedException>(() => work)).Message);
        await stopped;
    }

    [Fact(Timeout = 30_000)]
    public async Task RunAsync_FullMailbox_FailsAndNamesTheWork()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        GatekeeperRef gate = system.Spawn(Gatekeeper.Props().WithMailbox(1, MailboxPolicy.Fail), "g");
        Enter held = Signal.Enter();
        gate.Tell(held);
        await held.Entered.Task;
        Task first = gate.NothingAsync().AsTask();

        var full = await Assert.ThrowsAsync<MailboxFullException>(async () => await gate.RunAsync(static actor => actor.ToString()!));
        held.Leave.SetResult();
        await first;

        Assert.Contains("RunAsync", full.Message);
    }

    [Fact(Timeout = 30_000)]
    public async Task RunAsync_AmbientValueSetByTheWork_IsGoneInTheNextTurn()
    {
        await using var system = new ActorSystem("test");
        ObserverRef observer = system.Spawn(Observer.Props());
        using var hold = new ManualResetEventSlim();

        // One slice runs all three: the first keeps it until the others wait.
        Task first = observer.RunAsync(_ => hold.Wait()).AsTask();
        Task second = observer.RunAsync(static _ => Observer.Ambient.Value = "left behind").AsTask();
        Task<string?> third = observer.RunAsync(static _ => Observer.Ambient.Value).AsTask();
        hold.Set();

        await Task.WhenAll(first, second);
        Assert.Null(await third);
    }
}

/// <summary>A list that can be streamed.</summary>
[Actor]
public sealed partial class Listing
{
    // Tests reach it in turns: by RunAsync.
#pragma warning disable COERCE0202
    public List<string> Items { get; } = [];
#pragma warning restore COERCE0202

    [Handles] int Count() => Items.Count;

    [Handles]
    async IAsyncEnumerable<int> Numbers(int count, Diary diary, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        try
        {
            for (int i = 0; i < count; i++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                diary.Made++;
                if (i % 3 == 0) await Task.Yield();
                yield return i;
            }
        }
        finally
        {
            diary.Add("finally");
        }
    }

    [Handles]
    async IAsyncEnumerable<int> FailAfter(int count)
    {
        for (int i = 0; i < count; i++) yield return i;
        await Task.Yield();
        throw new InvalidOperationException("no more");
    }
}

public sealed class StreamTests
{
    [Fact]
    public async Task Stream_ReadToTheEnd_GivesEveryItemInOrder()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());
        var diary = new Diary();

        List<int> read = [];
        await foreach (int number in listing.NumbersAsync(1_000, diary)) read.Add(number);

        Assert.Equal(Enumerable.Range(0, 1_000), read);
        Assert.Equal(["finally"], diary.Lines);
    }

    [Fact]
    public async Task Stream_SlowReader_SlowsTheHandlerAndLeavesTheActorFree()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());
        var diary = new Diary();
        await using IAsyncEnumerator<int> reader = listing.NumbersAsync(1_000, diary).GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());

        // Each ask lets the steps that wait in front of it run.
        for (int i = 0; i < 100; i++) Assert.Equal(0, await listing.CountAsync());

        Assert.InRange(diary.Made, 1, 18);
    }

    [Fact]
    public async Task Stream_ReaderBreaksOff_EndsTheHandler()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());
        var diary = new Diary();

        await foreach (int number in listing.NumbersAsync(int.MaxValue, diary))
        {
            if (number == 40) break;
        }

        while (diary.Lines.Length == 0) await listing.CountAsync();
        Assert.Equal(["finally"], diary.Lines);
        Assert.InRange(diary.Made, 41, 60);
    }

    [Fact]
    public async Task Stream_HandlerThrows_ReaderGetsTheItemsThenTheException()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());

        List<int> read = [];
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        {
            await foreach (int number in listing.FailAfterAsync(5)) read.Add(number);
        });

        Assert.Equal("no more", failure.Message);
        Assert.Equal([0, 1, 2, 3, 4], read);
        Assert.Equal(0, await listing.CountAsync());
    }

    [Fact]
    public async Task Stream_ActorStops_ReaderIsTold()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());
        var diary = new Diary();
        await using IAsyncEnumerator<int> reader = listing.NumbersAsync(int.MaxValue, diary).GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());

        await listing.StopAsync();

        await Assert.ThrowsAsync<ActorStoppedException>(async () =>
        {
            while (await reader.MoveNextAsync())
            {
            }
        });
        Assert.Equal(["finally"], diary.Lines);
        await Assert.ThrowsAsync<ActorStoppedException>(async () =>
        {
            await foreach (int _ in listing.NumbersAsync(1, diary))
            {
            }
        });
    }

    [Fact]
    public async Task Stream_ActorIsMadeAnew_ReaderIsToldAndTheHandlerEndsOnce()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        ListingRef listing = system.Spawn(Listing.Props().WithSupervision(Supervision.Restart()));
        var diary = new Diary();
        await using IAsyncEnumerator<int> reader = listing.NumbersAsync(int.MaxValue, diary).GetAsyncEnumerator();
        Assert.True(await reader.MoveNextAsync());

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await listing.RunAsync(static actor => actor.Items[7]));

        await Assert.ThrowsAsync<ActorStoppedException>(async () =>
        {
            while (await reader.MoveNextAsync())
            {
            }
        });
        Assert.Equal(0, await listing.CountAsync());
        Assert.Equal(["finally"], diary.Lines);
    }

    [Fact]
    public async Task Stream_CancelledReader_Ends()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());
        var diary = new Diary();
        using var cancel = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (int number in listing.NumbersAsync(int.MaxValue, diary, cancel.Token))
            {
                if (number == 5) cancel.Cancel();
            }
        });

        while (diary.Lines.Length == 0) await listing.CountAsync();
        Assert.Equal(["finally"], diary.Lines);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stream_ManyReadersThatBreakOffAtRandom_EveryHandlerEnds()
    {
        await using var system = new ActorSystem("test");
        ListingRef listing = system.Spawn(Listing.Props());
        var diary = new Diary();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Run(async () =>
        {
            var random = new Random(seed);
            for (int i = 0; i < 250; i++)
            {
                int last = random.Next(60);
                int expected = 0;
                await foreach (int number in listing.NumbersAsync(50, diary))
                {
                    Assert.Equal(expected++, number);
                    if (number == last) break;
                }
            }
        })));

        while (diary.Lines.Length < 8 * 250) await listing.CountAsync();
        Assert.Equal(8 * 250, diary.Lines.Length);
    }
}
