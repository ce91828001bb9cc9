namespace Coerce.Runtime.Tests;

/// <summary>A tick that takes the turn by itself is to the actor what a message is.</summary>
public sealed class TickTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Later = Second + TimeSpan.FromMilliseconds(16);

    [Fact]
    public async Task Tick_BusyActor_WaitsAndDoesNotPileUp()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        CounterRef counter = system.Spawn(Counter.Props());
        counter.Schedule(new Add(1), Second, Second);
        TaskCompletionSource held = Signal.New();
        Task<int> turn = counter.AskAsync(new Hold(held)).AsTask();

        clock.Advance(Second * 10.5);
        held.SetResult();
        Assert.Equal(0, await turn);
        Assert.Equal(1, await counter.AskAsync(new Get()));
        clock.Advance(Second);

        Assert.Equal(2, await counter.AskAsync(new Get()));
    }

    [Fact]
    public async Task Tick_DisposedWhileItWaits_IsNotHandled()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        CounterRef counter = system.Spawn(Counter.Props());
        ActorTimer timer = counter.Schedule(new Add(1), Second, Second);
        TaskCompletionSource held = Signal.New();
        Task<int> turn = counter.AskAsync(new Hold(held)).AsTask();

        clock.Advance(Later);
        timer.Dispose();
        held.SetResult();
        await turn;

        Assert.Equal(0, await counter.AskAsync(new Get()));
    }

    [Fact]
    public async Task Tick_BehindWhatWasTold_KeepsItsPlace()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var rung = new List<int>();
        BellRef bell = system.Spawn(Bell.Props(rung.Add));
        bell.Schedule(new Chime(0), Second, Second);
        TaskCompletionSource held = Signal.New();
        bell.Tell(new Hold(held));

        for (int i = 1; i <= 40; i++) bell.Tell(new Chime(i));
        clock.Advance(Later);
        for (int i = 41; i <= 80; i++) bell.Tell(new Chime(i));
        held.SetResult();
        await bell.SyncAsync();

        Assert.Equal([.. Enumerable.Range(1, 40), 0, .. Enumerable.Range(41, 40)], rung);
    }

    [Fact]
    public async Task Tick_HandlerFails_IsADeadLetterEachTime()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var letters = new List<object?>();
        using IDisposable subscription = system.DeadLetters.Subscribe(letter => letters.Add(letter.Message));
        BellRef bell = system.Spawn(Bell.Props(number => throw new InvalidOperationException($"{number}")).WithSupervision(Supervision.Resume));
        bell.Schedule(new Chime(7), Second, Second);

        for (int i = 0; i < 3; i++) clock.Advance(Later);

        Assert.Equal([new Chime(7), new Chime(7), new Chime(7)], letters);
    }

    [Fact]
    public async Task Tick_HandlerAwaits_NextOneWaitsForIt()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        BellRef bell = system.Spawn(Bell.Props(_ => { }));
        TaskCompletionSource[] held = [Signal.New(), Signal.New()];
        ActorTimer[] timers = [.. held.Select(signal => bell.Schedule(new Hold(signal), Second, Second))];
        clock.Advance(Later);
        Task sync = bell.SyncAsync().AsTask();

        // First: once the handler goes on, the second tick begins at any moment.
        foreach (ActorTimer timer in timers) timer.Dispose();
        held[0].SetResult();
        clock.Advance(Later);

        // The second tick waited in front of the ask when its timer was disposed; nobody lets its handler end.
        await sync.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal(0, clock.Timers);
    }

    [Fact]
    public async Task Tick_LeavesAmbientValues_NobodySeesThem()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var ambient = new AsyncLocal<int>();
        var seen = new List<int>();
        for (int i = 1; i <= 40; i++)
        {
            system.Spawn(Bell.Props(number =>
            {
                seen.Add(ambient.Value);
                ambient.Value = number;
            })).Schedule(new Chime(i), Second, Second);
        }

        await Task.Run(() => clock.Advance(Later * 2));

        Assert.Equal(Enumerable.Repeat(0, 80), seen);
    }

    [Fact]
    public async Task Tick_OnAPool_GoesToTheMembersInTurn()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log), 2);
        pool.Schedule(new WhoAmI(), Second, Second);

        for (int i = 1; i <= 4; i++)
        {
            clock.Advance(Later);
            while (log.Total < i) await Task.Yield();
        }

        Assert.Equal([2, 2], log.Counts.Values);
    }

    [Fact]
    public async Task Tick_OnABroadcastPool_GoesToEveryMember()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log), 3, Routing.Broadcast);

        pool.Schedule(new WhoAmI(), Second);
        clock.Advance(Later);
        while (log.Total < 3) await Task.Yield();

        Assert.Equal(["0", "1", "2"], log.Counts.Keys.Order());
    }

    [Fact]
    public async Task Tick_FullMailbox_TakesNoRoomAndKeepsItsPlace()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var rung = new List<int>();
        BellRef bell = system.Spawn(Bell.Props(rung.Add).WithMailbox(1, MailboxPolicy.Fail));
        bell.Schedule(new Chime(0), Second, Second);
        clock.Advance(Later);
        TaskCompletionSource held = Signal.New();
        Task turn = bell.AskAsync(new Hold(held)).AsTask();

        bell.Tell(new Chime(1));
        clock.Advance(Later);
        Assert.False(bell.TryTell(new Chime(2)));
        held.SetResult();
        await turn;
        await bell.StopAsync();

        Assert.Equal([0, 1, 0], rung);
    }

    [Fact]
    public async Task Tick_IsStashed_OneWaitsThere()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        Lock3Ref actor = system.Spawn(Lock3.Props());
        actor.Schedule(new Lock3.Messages.B(7), Second, Second);
        actor.Schedule(new Lock3.Messages.B(8), Second, Second);
        await actor.LogAsync();

        for (int i = 0; i < 10; i++)
        {
            clock.Advance(Later);
            Assert.Empty(await actor.LogAsync());
        }

        await actor.ToAsync(2);
        Assert.Equal(["B7", "B8"], await actor.LogAsync());
        clock.Advance(Second);
        Assert.Equal(["B7", "B8", "B7", "B8"], await actor.LogAsync());
    }

    [Fact]
    public async Task Tick_EntityIsNotInMemory_ActivatesIt()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        NightBellRef bell = system.Entity<NightBellRef>("a");
        using ActorTimer timer = bell.Schedule(new Chime(1), Second, Second);
        Assert.Equal(0, system.Entities<NightBellRef>().LiveCount);

        clock.Advance(Later);
        Assert.Equal("a 1", await bell.RingsAsync());
        await bell.StopAsync();
        clock.Advance(Second);

        Assert.Equal("a 1", await bell.RingsAsync());
    }

    [Fact]
    public async Task Tick_EntityIsPassivated_ItsOwnTimerEnds()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        NightBellRef bell = system.Entity<NightBellRef>("a");
        await bell.RingItselfAsync(Second);
        clock.Advance(Later);
        Assert.Equal("a 1", await bell.RingsAsync());

        await bell.StopAsync();
        clock.Advance(Second * 5);

        Assert.Equal(0, clock.Timers);
        Assert.Equal("a 0", await bell.RingsAsync());
    }

    [Fact]
    public async Task Tick_OfAnActorThatStops_IsNotHandled()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var rung = new List<int>();
        BellRef second = system.Spawn(Bell.Props(rung.Add));
        Task? stop = null;
        BellRef first = system.Spawn(Bell.Props(_ => stop ??= second.StopAsync(immediately: true)));
        for (int i = 0; i < 40; i++) first.Schedule(new Chime(), Second, Second);
        second.Schedule(new Chime(1), Second, Second);

        clock.Advance(Later);
        await stop!;
        clock.Advance(Second * 3);

        Assert.Empty(rung);
        Assert.Equal(0, system.DeadLetters.Count);
    }

    [Fact]
    public async Task Describe_InATick_TellsTheHandlerAndSinceWhen()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        string? seen = null;
        BellRef bell = system.Spawn(Bell.Props(_ => seen = $"{system.Describe()}"), "bell");
        bell.Schedule(new Chime(), Second);

        clock.Advance(Later);

        Assert.Contains("On(Chime)", seen, StringComparison.Ordinal);
    }

    private static ActorSystem New(ManualClock clock)
    {
        ActorSystemOptions options = Quiet.Options();
        options.TimerClock = clock;
        return new ActorSystem("tick", options);
    }
}
