using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

public sealed class AskTests
{
    [Fact]
    public async Task Ask_HandlerThrows_AskerGetsTheExceptionAndTheActorGoesOn()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props(3));

        var inline = await Assert.ThrowsAsync<InvalidOperationException>(async () => await counter.AskAsync(new Fail("broken")));
        var later = await Assert.ThrowsAsync<InvalidOperationException>(async () => await counter.FailLaterAsync("late"));

        Assert.Equal(("broken", "late"), (inline.Message, later.Message));
        Assert.Equal(3, await counter.AskAsync(new Get()));
    }

    [Fact]
    public async Task Ask_QueuedHandlerThrows_AskerGetsTheException()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props(3));
        TaskCompletionSource held = Signal.New();
        Task<int> first = counter.AskAsync(new Hold(held)).AsTask();
        Task second = counter.AskAsync(new Fail("broken")).AsTask();
        Task third = counter.FailLaterAsync("late").AsTask();
        held.SetResult();

        Assert.Equal(3, await first);
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => second)).Message);
        Assert.Equal("late", (await Assert.ThrowsAsync<InvalidOperationException>(() => third)).Message);
    }

    [Fact(Timeout = 60_000)]
    public async Task Ask_NoReplyInTime_TimeoutNamesActorMessageQueueAndHolder()
    {
        var time = new VirtualTime();
        await using var system = new ActorSystem("test", new() { DeadlineClock = time });
        CounterRef counter = system.Spawn(Counter.Props(), "c");
        TaskCompletionSource held = Signal.New();
        ValueTask<int> first = counter.AskAsync(new Hold(held), TimeSpan.FromDays(1));
        counter.Tell(new Add(1));

        ValueTask<int> ask = counter.AskAsync(new Get());
        time.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
        Assert.False(ask.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));
        Assert.True(ask.IsFaulted);
        var late = await Assert.ThrowsAsync<AskTimeoutException>(async () => await ask);

        Assert.Equal(("/c", "Get", 2, "On(Hold)"), (late.Path, late.AskedMessage, late.QueueLength, late.CurrentHandler));
        Assert.Contains("Counter '/c' did not reply to Get in time: On(Hold) holds the actor, 2 messages wait", late.Message);
        held.SetResult();
        await first;
    }

    [Fact(Timeout = 60_000)]
    public async Task Ask_TimeoutOfItsOwn_GoesBeforeTheSystems()
    {
        var time = new VirtualTime();
        await using var system = new ActorSystem("test", new() { DeadlineClock = time, AskTimeout = TimeSpan.FromSeconds(1) });
        CounterRef counter = system.Spawn(Counter.Props());
        TaskCompletionSource held = Signal.New();
        ValueTask<int> shorter = counter.AskAsync(new Hold(held), TimeSpan.FromMilliseconds(20));
        ValueTask<int> systems = counter.AskAsync(new Get());
        ValueTask<int> longer = counter.AskAsync(new Get(), TimeSpan.FromSeconds(2));

        time.Advance(TimeSpan.FromMilliseconds(20));
        Assert.Equal((true, false, false), (shorter.IsFaulted, systems.IsCompleted, longer.IsCompleted));
        time.Advance(TimeSpan.FromMilliseconds(980));
        Assert.Equal((true, false), (systems.IsFaulted, longer.IsCompleted));
        await Assert.ThrowsAsync<AskTimeoutException>(async () => await shorter);
        await Assert.ThrowsAsync<AskTimeoutException>(async () => await systems);
        held.SetResult();

        Assert.Equal(0, await longer);

        Assert.Equal(0, await counter.AskAsync(new Get()));
    }

    [Fact(Timeout = 60_000)]
    public async Task Ask_ManyWithDeadlines_EachExpiresOnItsOwn()
    {
        var time = new VirtualTime();
        await using var system = new ActorSystem("test", new() { DeadlineClock = time, AskTimeout = TimeSpan.FromMilliseconds(30) });
        CounterRef counter = system.Spawn(Counter.Props());
        TaskCompletionSource held = Signal.New();
        var asks = new List<ValueTask<int>> { counter.AskAsync(new Hold(held), TimeSpan.FromHours(1)) };
        for (int i = 0; i < 1000; i++) asks.Add(counter.AskAsync(new Add(1)));

        time.Advance(TimeSpan.FromMilliseconds(29));
        Assert.DoesNotContain(asks, ask => ask.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1));
        foreach (ValueTask<int> ask in asks.Skip(1)) await Assert.ThrowsAsync<AskTimeoutException>(async () => await ask);
        held.SetResult();

        Assert.Equal(0, await asks[0]);
        Assert.Equal(1000, await counter.AskAsync(new Get(), TimeSpan.FromMinutes(1)));
    }

    [Fact(Timeout = 60_000)]
    public async Task Ask_SentAfterAnother_DoesNotExpireWithIt()
    {
        TimeSpan second = TimeSpan.FromSeconds(1);
        var time = new VirtualTime();
        await using var system = new ActorSystem("test", new() { DeadlineClock = time, AskTimeout = second * 4 });
        CounterRef counter = system.Spawn(Counter.Props());
        TaskCompletionSource held = Signal.New();
        ValueTask<int> first = counter.AskAsync(new Hold(held));

        time.Advance(second * 3);
        ValueTask<int> later = counter.AskAsync(new Get());
        time.Advance(second);
        Assert.Equal((true, false), (first.IsFaulted, later.IsCompleted));
        time.Advance((second * 3) - TimeSpan.FromTicks(1));
        Assert.False(later.IsCompleted);
        time.Advance(TimeSpan.FromTicks(1));

        await Assert.ThrowsAsync<AskTimeoutException>(async () => await first);
        await Assert.ThrowsAsync<AskTimeoutException>(async () => await later);
        held.SetResult();
    }

    [Fact]
    public async Task Deadlines_ClockStandsStill_FollowTheMachines()
    {
        var stopped = new VirtualTime();
        var options = Quiet.Options();
        options.Clock = stopped;
        options.ShutdownTimeout = TimeSpan.FromMilliseconds(1);
        var system = new ActorSystem("test", options);
        CounterRef counter = system.Spawn(Counter.Props());
        TaskCompletionSource held = Signal.New();
        Task<int> first = counter.AskAsync(new Hold(held)).AsTask();

        await Assert.ThrowsAsync<AskTimeoutException>(async () => await counter.AskAsync(new Get(), TimeSpan.FromMilliseconds(1)));
        await Assert.ThrowsAsync<ShutdownTimeoutException>(() => system.StopAsync());

        Assert.Null(stopped.NextTimer);
        held.SetResult();
        await first;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1e12)]
    public async Task Ask_UnusableTimeout_IsRefused(double milliseconds)
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props());

        var refused = Assert.Throws<ArgumentOutOfRangeException>(
            () => { _ = counter.AskAsync(new Get(), TimeSpan.FromMilliseconds(milliseconds)); });

        Assert.Contains("An ask always has a deadline", refused.Message);
    }

    [Fact]
    public async Task Ask_CancelledCaller_StopsWaitingAndTheMessageIsHandled()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props());
        TaskCompletionSource held = Signal.New();
        Task<int> first = counter.AskAsync(new Hold(held)).AsTask();
        using var cancel = new CancellationTokenSource();
        Task<int> second = counter.AskAsync(new Add(5), cancel.Token).AsTask();

        cancel.Cancel();
        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        held.SetResult();

        Assert.Equal(cancel.Token, cancelled.CancellationToken);
        Assert.Equal(0, await first);
        Assert.Equal(5, await counter.AskAsync(new Get()));
    }

    [Fact]
    public async Task Ask_CancelledWhileItsHandlerRuns_HandlerIsNotTorn()
    {
        await using var system = new ActorSystem("test");
        GatekeeperRef gate = system.Spawn(Gatekeeper.Props());
        Enter held = Signal.Enter();
        using var cancel = new CancellationTokenSource();
        Task ask = gate.AskAsync(held, cancel.Token).AsTask();
        await held.Entered.Task;

        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ask);
        Task next = gate.NothingAsync().AsTask();
        Assert.False(next.IsCompleted);
        held.Leave.SetResult();

        await next;
    }

    [Fact]
    public async Task Ask_CancelledBefore_IsNotSent()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props());

        ValueTask<int> ask = counter.AskAsync(new Add(5), new CancellationToken(canceled: true));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ask);
        Assert.Equal(0, await counter.AskAsync(new Get()));
    }

    [Fact]
    public async Task Ask_WithoutReply_WaitsUntilHandled()
    {
        await using var system = new ActorSystem("test");
        GatekeeperRef gate = system.Spawn(Gatekeeper.Props());
        Enter held = Signal.Enter();

        ValueTask ask = gate.AskAsync(held);
        await held.Entered.Task;
        Assert.False(ask.IsCompleted);
        held.Leave.SetResult();

        await ask;
    }

    [Fact]
    public async Task Tell_HandlerThrows_IsLoggedAndBecomesDeadLetter()
    {
        var logged = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged });
        var letters = new List<DeadLetter>();
        using IDisposable subscription = system.DeadLetters.Subscribe(letters.Add);
        CounterRef counter = system.Spawn(Counter.Props(1), "c");

        counter.Tell(new Fail("broken"));

        Assert.Equal(1, await counter.AskAsync(new Get()));
        DeadLetter letter = Assert.Single(letters);
        Assert.Equal((new Fail("broken"), "/c", DeadLetterReason.HandlerFailed), (letter.Message, letter.Path, letter.Reason));
        Assert.Equal("broken", letter.Failure?.Message);
        LogLine line = Assert.Single(logged.Lines);
        Assert.Equal(1002, line.EventId);
        Assert.Contains("Counter '/c' failed in On(Fail)", line.Text);
    }

    [Fact]
    public async Task Ask_AskerGoneWhenTheHandlerThrows_IsLogged()
    {
        var logged = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged });
        using var letters = new Letters(system);
        CounterRef counter = system.Spawn(Counter.Props(), "c");
        TaskCompletionSource held = Signal.New();
        Task first = counter.AskAsync(new Hold(held)).AsTask();
        using var cancel = new CancellationTokenSource();
        Task second = counter.AskAsync(new Fail("broken"), cancel.Token).AsTask();
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        held.SetResult();
        await first;
        await counter.AskAsync(new Get());

        Assert.Equal(1002, Assert.Single(logged.Lines).EventId);
        Assert.Equal((new Fail("broken"), DeadLetterReason.HandlerFailed), letters.All.Select(letter => (letter.Message, letter.Reason)).Single());
    }
}
