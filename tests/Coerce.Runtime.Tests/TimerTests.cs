namespace Coerce.Runtime.Tests;

public sealed class TimerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task Schedule_Once_TicksWhenDueAndNotBefore()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("test", new() { Clock = clock });
        CounterRef counter = system.Spawn(Counter.Props());
        using ActorTimer timer = counter.Schedule(new Add(1), Second);

        clock.Advance(Second - TimeSpan.FromTicks(1));
        Assert.Equal(0, await counter.AskAsync(new Get()));
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(1, await counter.AskAsync(new Get()));
        clock.Advance(Second * 10);
        Assert.Equal(1, await counter.AskAsync(new Get()));
    }

    [Fact]
    public async Task Schedule_Period_TicksAgainUntilDisposed()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("test", new() { Clock = clock });
        CounterRef counter = system.Spawn(Counter.Props());
        ActorTimer timer = counter.Schedule(new Add(1), TimeSpan.Zero, Second);

        for (int i = 0; i < 5; i++)
        {
            clock.Advance(Second);
            await counter.AskAsync(new Get());
        }

        int before = await counter.AskAsync(new Get());
        timer.Dispose();
        timer.Dispose();
        clock.Advance(Second * 5);

        Assert.InRange(before, 5, 6);
        Assert.Equal(before, await counter.AskAsync(new Get()));
    }

    [Fact]
    public async Task Schedule_BusyActor_TicksDoNotPileUp()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("test", new() { Clock = clock });
        CounterRef counter = system.Spawn(Counter.Props());
        using ActorTimer timer = counter.Schedule(new Add(1), Second, Second);
        TaskCompletionSource held = Signal.New();
        Task<int> turn = counter.AskAsync(new Hold(held)).AsTask();

        for (int i = 0; i < 10; i++) clock.Advance(Second);
        held.SetResult();
        await turn;

        Assert.Equal(1, await counter.AskAsync(new Get()));
    }

    [Fact]
    public async Task Schedule_ActorStops_TimerEnds()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("test", new() { Clock = clock });
        CounterRef counter = system.Spawn(Counter.Props());
        counter.Schedule(new Add(1), Second, Second);
        Assert.Equal(1, clock.Timers);

        await counter.StopAsync();
        clock.Advance(Second * 3);

        Assert.Equal(0, clock.Timers);
        Assert.Equal(0, system.DeadLetters.Count);
        counter.Schedule(new Add(1), Second, Second);
        Assert.Equal(0, clock.Timers);
    }

    [Fact]
    public async Task Schedule_UnusableTimes_AreRefused()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props());

        Assert.Throws<ArgumentOutOfRangeException>(() => counter.Schedule(new Add(1), -Second));
        Assert.Throws<ArgumentOutOfRangeException>(() => counter.Schedule(new Add(1), Second, TimeSpan.Zero));
    }

    [Fact]
    public async Task Restart_Backoff_WaitsAsDocumented()
    {
        var clock = new ManualClock();
        var options = Quiet.Options();
        options.Clock = clock;
        await using var system = new ActorSystem("test", options);
        var diary = new Diary();
        WorkerRef worker = system.Spawn(Worker.Props(diary).WithSupervision(
            Supervision.Restart(maxRestarts: 4, window: Second * 100, backoff: Second, maxBackoff: Second * 5)));

        foreach (int seconds in new[] { 1, 2, 4, 5 })
        {
            int made = diary.Made;
            worker.Tell(new Fail("broken"));
            while (clock.Timers == 0) await Task.Yield();
            clock.Advance((Second * seconds) - TimeSpan.FromTicks(1));
            Assert.Equal((made, ActorStatus.Restarting), (diary.Made, worker.Status));
            clock.Advance(TimeSpan.FromTicks(1));
            Assert.Equal(made + 1, await worker.NumberAsync());
        }

        worker.Tell(new Fail("once too often"));
        await Assert.ThrowsAsync<ActorStoppedException>(async () => await worker.NumberAsync());
    }

    [Fact]
    public async Task Restart_WindowHasPassed_CountsAnew()
    {
        var clock = new ManualClock();
        var options = Quiet.Options();
        options.Clock = clock;
        await using var system = new ActorSystem("test", options);
        WorkerRef worker = system.Spawn(Worker.Props(new Diary()).WithSupervision(Supervision.Restart(maxRestarts: 1, window: Second)));

        for (int i = 0; i < 5; i++)
        {
            worker.Tell(new Fail("broken"));
            Assert.Equal(i + 2, await worker.NumberAsync());
            clock.Advance(Second * 2);
        }
    }
}
