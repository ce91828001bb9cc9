namespace Coerce.Runtime.Tests;

/// <summary>Has room for one message, and says so itself. A turn may be entered more than once.</summary>
[Actor(MailboxCapacity = 1, WhenFull = MailboxPolicy.Fail)]
public sealed partial class Narrow
{
    [Handles]
    async Task On(Enter message)
    {
        message.Entered.TrySetResult();
        await message.Leave.Task;
    }
}

public sealed class MailboxTests
{
    private const int Sample = 10;

    [Fact]
    public async Task Tell_FullAndWait_IsADeadLetter()
    {
        await using var held = await HeldAsync(2, MailboxPolicy.Wait);

        for (int i = 0; i < 4; i++) held.Actor.Tell(new Item(0, i));
        await held.ReleaseAsync();

        Assert.Equal([0, 1], held.Ledger.Numbers);
        Assert.Equal([2, 3], held.Letters.Numbers(DeadLetterReason.MailboxFull));
    }

    [Theory]
    [InlineData(MailboxPolicy.Wait)]
    [InlineData(MailboxPolicy.DropNewest)]
    [InlineData(MailboxPolicy.Fail)]
    public async Task TryTell_Full_IsFalseAndNoDeadLetter(MailboxPolicy policy)
    {
        await using var held = await HeldAsync(2, policy);

        bool[] taken = [.. Enumerable.Range(0, 3).Select(i => held.Actor.TryTell(new Item(0, i)))];
        await held.ReleaseAsync();

        Assert.Equal([true, true, false], taken);
        Assert.Equal([0, 1], held.Ledger.Numbers);
        Assert.Empty(held.Letters.All);
    }

    [Fact]
    public async Task Ask_FullAndWait_WaitsInOrder()
    {
        await using var held = await HeldAsync(2, MailboxPolicy.Wait);

        Task<int>[] asks = [.. Enumerable.Range(0, 10).Select(i => held.Actor.AskAsync(new Item(0, i)).AsTask())];
        bool[] before = [.. asks.Select(ask => ask.IsCompleted)];
        await held.ReleaseAsync();

        Assert.DoesNotContain(true, before);
        Assert.Equal(Enumerable.Range(0, 10), await Task.WhenAll(asks));
        Assert.Equal(Enumerable.Range(0, 10), held.Ledger.Numbers);
    }

    [Fact]
    public async Task TellAsync_FullAndWait_EndsWhenThereIsRoomAndKeepsTheOrder()
    {
        await using var held = await HeldAsync(2, MailboxPolicy.Wait);

        Task[] tells = [.. Enumerable.Range(0, 7).Select(i => held.Actor.TellAsync(new Item(0, i)).AsTask())];
        bool[] before = [.. tells.Select(tell => tell.IsCompleted)];
        await held.ReleaseAsync();
        await Task.WhenAll(tells);

        Assert.Equal([true, true, false, false, false, false, false], before);
        Assert.Equal(Enumerable.Range(0, 7), held.Ledger.Numbers);
        Assert.Empty(held.Letters.All);
    }

    [Fact]
    public async Task TellAsync_CancelledWhileItWaits_IsNotHandledAndOthersGoOn()
    {
        await using var held = await HeldAsync(1, MailboxPolicy.Wait);
        using var cancel = new CancellationTokenSource();

        held.Actor.Tell(new Item(0, 0));
        Task given = held.Actor.TellAsync(new Item(0, 1), cancel.Token).AsTask();
        Task<int> behind = held.Actor.AskAsync(new Item(0, 2)).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await held.ReleaseAsync();

        Assert.Equal(2, await behind);
        Assert.Equal([0, 2], held.Ledger.Numbers);
        Assert.Empty(held.Letters.All);
    }

    [Fact]
    public async Task Ask_CancelledWhileItWaitsForRoom_IsNotHandledButADeadLetter()
    {
        await using var held = await HeldAsync(1, MailboxPolicy.Wait);
        using var cancel = new CancellationTokenSource();

        held.Actor.Tell(new Item(0, 0));
        Task<int> given = held.Actor.AskAsync(new Item(0, 1), cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        Task<int> behind = held.Actor.AskAsync(new Item(0, 2)).AsTask();
        await held.ReleaseAsync();

        Assert.Equal(2, await behind);
        Assert.Equal([0, 2], held.Ledger.Numbers);
        Assert.Equal([1], held.Letters.Numbers(DeadLetterReason.MailboxFull));
    }

    [Fact]
    public async Task Ask_DeadlinePassesWhileItWaitsForRoom_TimesOutAndIsNotHandled()
    {
        await using var held = await HeldAsync(1, MailboxPolicy.Wait);

        held.Actor.Tell(new Item(0, 0));
        Task<int> ask = held.Actor.AskAsync(new Item(0, 1)).AsTask();
        held.Clock.Advance(TimeSpan.FromSeconds(30));
        AskTimeoutException late = await Assert.ThrowsAsync<AskTimeoutException>(() => ask);
        await held.ReleaseAsync();

        Assert.Equal(2, late.QueueLength);
        Assert.Equal([0], held.Ledger.Numbers);
    }

    [Fact]
    public async Task Asks_GivenUpAgainAndAgain_DoNotFillTheMemory()
    {
        await using var held = await HeldAsync(1, MailboxPolicy.Wait);
        held.Actor.Tell(new Item(0, 0));
        held.Letters.Dispose();     // it would keep them
        var messages = new WeakReference[10_000];

        for (int i = 0; i < messages.Length; i++) messages[i] = await AskAndGiveUpAsync(held.Actor, i);
        int alive = Alive(messages);

        Assert.InRange(alive, 0, 100);
        await held.ReleaseAsync();
    }

    [Fact]
    public async Task Full_DropNewest_DropsTheNewMessage()
    {
        await using var held = await HeldAsync(2, MailboxPolicy.DropNewest);

        held.Actor.Tell(new Item(0, 0));
        Task<int> taken = held.Actor.AskAsync(new Item(0, 1)).AsTask();
        held.Actor.Tell(new Item(0, 2));
        Task<int> dropped = held.Actor.AskAsync(new Item(0, 3)).AsTask();
        ValueTask told = held.Actor.TellAsync(new Item(0, 4));
        MailboxFullException full = await Assert.ThrowsAsync<MailboxFullException>(() => dropped);
        await told;
        await held.ReleaseAsync();

        Assert.Equal(1, await taken);
        Assert.Equal(("/intake", 2), (full.Path, full.Capacity));
        Assert.Equal([0, 1], held.Ledger.Numbers);
        Assert.Equal([2, 4], held.Letters.Numbers(DeadLetterReason.MailboxFull));
    }

    [Fact]
    public async Task Full_DropOldest_DropsWhatHasWaitedLongest()
    {
        await using var held = await HeldAsync(2, MailboxPolicy.DropOldest);

        held.Actor.Tell(new Item(0, 0));
        Task<int> dropped = held.Actor.AskAsync(new Item(0, 1)).AsTask();
        held.Actor.Tell(new Item(0, 2));
        bool taken = held.Actor.TryTell(new Item(0, 3));
        await Assert.ThrowsAsync<MailboxFullException>(() => dropped);
        await held.ReleaseAsync();

        Assert.True(taken);
        Assert.Equal([2, 3], held.Ledger.Numbers);
        Assert.Equal([0], held.Letters.Numbers(DeadLetterReason.MailboxFull));
    }

    [Fact]
    public async Task Full_Fail_EverySenderGetsTheException()
    {
        await using var held = await HeldAsync(1, MailboxPolicy.Fail);

        held.Actor.Tell(new Item(0, 0));

        MailboxFullException full = Assert.Throws<MailboxFullException>(() => held.Actor.Tell(new Item(0, 1)));
        Assert.Contains("Intake '/intake'", full.Message);
        await Assert.ThrowsAsync<MailboxFullException>(() => held.Actor.AskAsync(new Item(0, 2)).AsTask());
        await Assert.ThrowsAsync<MailboxFullException>(() => held.Actor.TellAsync(new Item(0, 3)).AsTask());
        await held.ReleaseAsync();
        Assert.Equal([0], held.Ledger.Numbers);
        Assert.Empty(held.Letters.All);
    }

    [Theory]
    [InlineData(MailboxPolicy.Wait)]
    [InlineData(MailboxPolicy.DropNewest)]
    [InlineData(MailboxPolicy.DropOldest)]
    [InlineData(MailboxPolicy.Fail)]
    public async Task Memory_ActorHeldInOneTurn_HoldsNoMoreThanItsCapacity(MailboxPolicy policy)
    {
        await using var held = await HeldAsync(100, policy);
        held.Letters.Dispose();     // it would keep them
        var messages = new WeakReference[1_000_000 / Sample];

        Send(held.Actor, messages);
        int alive = Alive(messages);

        Assert.InRange(alive, 1, 100);
        await held.ReleaseAsync();
        Assert.Equal(100, held.Ledger.Handled);
    }

    [Fact]
    public async Task Attribute_CapacityAndPolicy_AreTheActorsUnlessItsPropsSayOtherwise()
    {
        await using var system = new ActorSystem("mailbox");
        Enter held = Signal.Enter(), free = Signal.Enter();

        NarrowRef narrow = system.Spawn(Narrow.Props());
        narrow.Tell(held);
        await held.Entered.Task;
        narrow.Tell(held);
        Assert.Equal(1, Assert.Throws<MailboxFullException>(() => narrow.Tell(held)).Capacity);

        NarrowRef wide = system.Spawn(Narrow.Props().WithMailbox(0));
        wide.Tell(free);
        await free.Entered.Task;
        Assert.All(Enumerable.Range(0, 100), _ => Assert.True(wide.TryTell(free)));

        held.Leave.SetResult();
        free.Leave.SetResult();
    }

    [Fact]
    public async Task RunAsync_Full_WaitsForRoomInOrder()
    {
        await using var held = await HeldAsync(1, MailboxPolicy.Wait);

        held.Actor.Tell(new Item(0, 0));
        Task<int> asked = held.Actor.AskAsync(new Item(0, 1)).AsTask();
        Task<int> run = held.Actor.RunAsync(_ => held.Ledger.Take(new Item(0, 2))).AsTask();
        Task<int> behind = held.Actor.AskAsync(new Item(0, 3)).AsTask();
        await held.ReleaseAsync();
        await Task.WhenAll(asked, run, behind);

        Assert.Equal([0, 1, 2, 3], held.Ledger.Numbers);
    }

    [Fact]
    public async Task Timer_Full_TakesNoRoom()
    {
        await using var held = await HeldAsync(1, MailboxPolicy.Fail);

        held.Actor.Tell(new Item(0, 0));
        using ActorTimer timer = held.Actor.Schedule(new Item(0, 1), TimeSpan.FromSeconds(1));
        held.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(held.Actor.TryTell(new Item(0, 2)));
        await held.ReleaseAsync();

        Assert.Equal([0, 1], held.Ledger.Numbers);
    }

    [Fact]
    public async Task Ask_IdleBoundedActor_RunsInTheCallersThread()
    {
        await using var system = new ActorSystem("mailbox");
        var ledger = new Ledger();
        IntakeRef actor = system.Spawn(Intake.Props(ledger).WithMailbox(1));

        (bool completed, int thread) = await Task.Run(() =>
            (actor.AskAsync(new Item(0, 0)).IsCompletedSuccessfully, Environment.CurrentManagedThreadId));

        Assert.True(completed);
        Assert.True(ledger.WasIn(thread));
    }

    [Fact]
    public async Task StopAsync_Full_HandlesWhatWasSentBefore()
    {
        await using var held = await HeldAsync(2, MailboxPolicy.Wait);

        Task<int>[] before = [.. Enumerable.Range(0, 4).Select(i => held.Actor.AskAsync(new Item(0, i)).AsTask())];
        Task stop = held.Actor.StopAsync();
        Task<int> after = held.Actor.AskAsync(new Item(0, 4)).AsTask();
        await held.ReleaseAsync();
        await stop;

        int[] replies = await Task.WhenAll(before);
        Assert.Equal([0, 1, 2, 3], replies);
        await Assert.ThrowsAsync<ActorStoppedException>(() => after);
    }

    [Fact]
    public async Task StopAsync_Immediately_RefusesWhatWaitsAndWhoWaitsForRoom()
    {
        await using var held = await HeldAsync(1, MailboxPolicy.Wait);

        Task<int> waiting = held.Actor.AskAsync(new Item(0, 0)).AsTask();
        Task told = held.Actor.TellAsync(new Item(0, 1)).AsTask();
        Task<int> asked = held.Actor.AskAsync(new Item(0, 2)).AsTask();
        await held.Actor.StopAsync(immediately: true);

        await Assert.ThrowsAsync<ActorStoppedException>(() => waiting);
        await Assert.ThrowsAsync<ActorStoppedException>(() => told);
        await Assert.ThrowsAsync<ActorStoppedException>(() => asked);
        Assert.Empty(held.Ledger.Numbers);
        Assert.Empty(held.Letters.Numbers(DeadLetterReason.MailboxFull));
        Assert.False(held.Actor.TryTell(new Item(0, 3)));
    }

    [Fact]
    public async Task Tell_DropOldestBehindAStop_DropsNothingInFrontOfIt()
    {
        await using var held = await HeldAsync(2, MailboxPolicy.DropOldest);

        held.Actor.Tell(new Item(0, 0));
        held.Actor.Tell(new Item(0, 1));
        Task stop = held.Actor.StopAsync();
        held.Actor.Tell(new Item(0, 2));
        await held.ReleaseAsync();
        await stop;

        Assert.Equal([0, 1], held.Ledger.Numbers);
        Assert.Equal([2], held.Letters.Numbers(DeadLetterReason.ActorStopped));
    }

    [Fact]
    public async Task Restart_FullMailbox_KeepsWhatWaits()
    {
        await using var system = new ActorSystem("mailbox", Quiet.Options());
        var ledger = new Ledger();
        IntakeRef actor = system.Spawn(Intake.Props(ledger).WithMailbox(3).WithSupervision(Supervision.Restart()));
        Enter enter = Signal.Enter();
        actor.Tell(enter);
        await enter.Entered.Task;

        actor.Tell(new Fail("once"));
        actor.Tell(new Item(0, 0));
        actor.Tell(new Item(0, 1));
        enter.Leave.SetResult();
        await actor.AskAsync(new Item(0, 2));

        Assert.Equal([0, 1, 2], ledger.Numbers);
    }

    [Fact]
    public async Task Dropping_Many_IsLoggedEachTimeTheirNumberHasDoubled()
    {
        var log = new CapturingLoggerFactory();
        await using var held = await HeldAsync(1, MailboxPolicy.DropNewest, log);

        for (int i = 0; i < 101; i++) held.Actor.Tell(new Item(0, i));
        await held.ReleaseAsync();

        Assert.Equal(7, log.Lines.Count(line => line.EventId == 1020));
    }

    [Fact]
    public void WithMailbox_OutOfRange_Throws()
    {
        Props<IntakeRef> props = Intake.Props(new Ledger());

        Assert.Throws<ArgumentOutOfRangeException>(() => props.WithMailbox(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => props.WithMailbox(1, (MailboxPolicy)9));
    }

    // Not inlined into the tests: a local would keep the last message alive.
    private static void Send(IntakeRef actor, WeakReference[] messages)
    {
        for (int i = 0; i < messages.Length * Sample; i++)
        {
            var item = new Item(0, i);
            if (i % Sample == 0) messages[i / Sample] = new WeakReference(item);
            actor.TryTell(item);
        }
    }

    private static async Task<WeakReference> AskAndGiveUpAsync(IntakeRef actor, int number)
    {
        using var cancel = new CancellationTokenSource();
        var item = new Item(0, number);
        ValueTask<int> ask = actor.AskAsync(item, cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ask.AsTask());
        return new WeakReference(item);
    }

    private static int Alive(WeakReference[] messages)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return messages.Count(message => message.IsAlive);
    }

    private static async Task<Held> HeldAsync(int capacity, MailboxPolicy policy, CapturingLoggerFactory? log = null)
    {
        ActorSystemOptions options = Quiet.Options();
        if (log is not null) options.LoggerFactory = log;
        var clock = new ManualClock();
        options.Clock = clock;
        options.DeadlineClock = clock;
        var system = new ActorSystem("mailbox", options);
        var ledger = new Ledger();
        IntakeRef actor = system.Spawn(Intake.Props(ledger).WithMailbox(capacity, policy), "intake");
        Enter enter = Signal.Enter();
        actor.Tell(enter);
        await enter.Entered.Task;
        return new Held(system, actor, ledger, enter, new Letters(system), clock);
    }

    /// <summary>An actor that is in the middle of a turn until it is released.</summary>
    private sealed record Held(ActorSystem System, IntakeRef Actor, Ledger Ledger, Enter Turn, Letters Letters, ManualClock Clock)
        : IAsyncDisposable
    {
        /// <summary>Lets the turn end, and waits until what was sent has been handled: the stop has its place behind it.</summary>
        public async Task ReleaseAsync()
        {
            Turn.Leave.TrySetResult();
            await Actor.StopAsync();
        }

        public async ValueTask DisposeAsync()
        {
            Turn.Leave.TrySetResult();
            await System.DisposeAsync();
            Letters.Dispose();
        }
    }
}
