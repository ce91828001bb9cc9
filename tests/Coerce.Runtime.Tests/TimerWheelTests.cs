namespace Coerce.Runtime.Tests;

/// <summary>The timers of systems on the machine's clock, by a clock in its place that a test moves.</summary>
public sealed class TimerWheelTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(16);

    [Fact]
    public async Task Schedule_AnyTimeUpTo24Days_TicksOnceInOrderAndNeverEarly()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var random = new Random(7);
        TimeSpan most = TimeSpan.FromMilliseconds(int.MaxValue);
        var due = new List<TimeSpan> { TimeSpan.Zero, TimeSpan.FromTicks(1), most };

        // As many of the first milliseconds as of the last days, and those where a ring of the wheel ends.
        for (int i = 0; i < 2_000; i++) due.Add(TimeSpan.FromTicks((long)Math.Pow(most.Ticks, random.NextDouble())));
        foreach (int steps in new[] { 255, 256, 257, 65_535, 65_536, 65_537, 16_777_216 })
            for (int ticks = -1; ticks <= 1; ticks++) due.Add(TimeSpan.FromTicks((steps * Cells.SystemTimers.StepTicks) + ticks));

        var rung = new List<(int Number, long At)>();
        Props<BellRef> props = Bell.Props(number => rung.Add((number, clock.GetTimestamp())));
        var start = new long[due.Count];
        for (int number = 0; number < start.Length; number++)
        {
            start[number] = clock.GetTimestamp();
            system.Spawn(props).Schedule(new Chime(number), due[number]);
            if (number % 50 == 0) clock.Advance(TimeSpan.FromTicks(random.Next(1_000_000)));
        }

        clock.Advance(most + Second);

        Assert.Equal(Enumerable.Range(0, start.Length), rung.Select(ring => ring.Number).Order());
        Assert.All(rung, ring => Assert.InRange(ring.At - start[ring.Number], due[ring.Number].Ticks, (due[ring.Number] + Resolution).Ticks));
        long[] inTime = [.. rung.Select(ring => start[ring.Number] + due[ring.Number].Ticks)];

        // Across actors there is the order of the steps; the turns of one actor have that of the ticks (TimerStressTests).
        Assert.True(inTime.Zip(inTime.Skip(1)).All(pair => pair.Second - pair.First > -Resolution.Ticks));
        Assert.Equal(0, clock.Timers);
    }

    [Fact]
    public async Task Schedule_SeveralPeriods_DoNotDrift()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        TimeSpan[] periods = [TimeSpan.FromTicks(370_001), Second / 3, Second * 1.7, TimeSpan.FromHours(1.1)];
        var rung = new List<long>[periods.Length];
        Props<BellRef> props = Bell.Props(number => rung[number].Add(clock.GetTimestamp()));
        for (int i = 0; i < periods.Length; i++)
        {
            rung[i] = [];
            system.Spawn(props).Schedule(new Chime(i), periods[i], periods[i]);
        }

        clock.Advance(TimeSpan.FromHours(12));

        for (int i = 0; i < periods.Length; i++)
        {
            long period = periods[i].Ticks;
            Assert.InRange(rung[i].Count, (int)((TimeSpan.FromHours(12).Ticks / period) - 1), (int)(TimeSpan.FromHours(12).Ticks / period));
            for (int n = 0; n < rung[i].Count; n++) Assert.InRange(rung[i][n] - ((n + 1) * period), 0, Resolution.Ticks);
        }
    }

    [Fact]
    public async Task Schedule_PeriodOfAMillisecond_TicksAsOftenAsTheWheelTurns()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        int rings = 0;
        system.Spawn(Bell.Props(_ => rings++)).Schedule(new Chime(), TimeSpan.Zero, TimeSpan.FromMilliseconds(1));

        clock.Advance(Second * 10);

        Assert.InRange(rings, 600, 700);
    }

    [Fact]
    public async Task Schedule_MachineStalls_MissedTicksAreLeftOut()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var rung = new List<long>();
        BellRef bell = system.Spawn(Bell.Props(_ => rung.Add(clock.GetTimestamp())));
        bell.Schedule(new Chime(), Second, Second);

        clock.Stall(Second * 10.5);
        clock.Advance(TimeSpan.Zero);
        clock.Advance(Second * 2);

        Assert.Equal([10, 11, 12], rung.Select(at => at / Second.Ticks));
        Assert.InRange(rung[1] - (Second * 11).Ticks, 0, Resolution.Ticks);
    }

    [Fact]
    public async Task Dispose_ByAnotherTickOfTheSameMoment_TicksNoMore()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var timers = new List<ActorTimer>();
        int rings = 0;
        for (int i = 0; i < 100; i++)
        {
            timers.Add(system.Spawn(Bell.Props(_ =>
            {
                rings++;
                foreach (ActorTimer timer in timers) timer.Dispose();
            })).Schedule(new Chime(), Second, Second));
        }

        clock.Advance(Second * 3);

        Assert.Equal(1, rings);
        Assert.Equal(0, clock.Timers);
    }

    [Fact]
    public async Task Dispose_InAnyOrder_OnlyTheOthersTick()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var random = new Random(3);
        var rung = new List<int>();
        Props<BellRef> props = Bell.Props(rung.Add);
        ActorTimer[] timers = [.. Enumerable.Range(0, 3_000).Select(number => system.Spawn(props).Schedule(new Chime(number), Second * (random.Next(20) * 0.1)))];
        int[] order = [.. Enumerable.Range(0, timers.Length)];
        random.Shuffle(order);
        clock.Advance(Second / 2);
        int[] rungBefore = [.. rung];
        int[] disposed = order[..2_000];

        foreach (int number in disposed) timers[number].Dispose();
        clock.Advance(Second * 2);

        Assert.Equal(rungBefore.Union(order[2_000..]).Order(), rung.Order());
        Assert.Equal(0, clock.Timers);
    }

    [Fact]
    public async Task Alarm_NoTimerLeft_IsOff()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        int rings = 0;
        BellRef first = system.Spawn(Bell.Props(_ => rings++));
        BellRef second = system.Spawn(Bell.Props(_ => rings++));
        ActorTimer far = first.Schedule(new Chime(), Second * 100);
        ActorTimer near = second.Schedule(new Chime(), Second, Second);
        Assert.Equal(1, clock.Timers);

        near.Dispose();
        far.Dispose();
        Assert.Equal(0, clock.Timers);
        first.Schedule(new Chime(), Second);
        clock.Advance(Second * 2);
        Assert.Equal((1, 0), (rings, clock.Timers));
        first.Schedule(new Chime(), Second, Second);
        await first.StopAsync();

        Assert.Equal(0, clock.Timers);
        clock.Advance(Second * 2);
        Assert.Equal((1, 0), (rings, system.DeadLetters.Count));
    }

    [Fact]
    public async Task Schedule_SoonerThanWhatRuns_IsInTime()
    {
        var clock = new ManualClock();
        await using ActorSystem system = New(clock);
        var rung = new List<(int, long)>();
        BellRef bell = system.Spawn(Bell.Props(number => rung.Add((number, clock.GetTimestamp() / TimeSpan.TicksPerSecond))));

        bell.Schedule(new Chime(1), TimeSpan.FromDays(2));
        clock.Advance(TimeSpan.FromDays(1));
        bell.Schedule(new Chime(2), TimeSpan.FromHours(1));
        bell.Schedule(new Chime(3), Second);
        clock.Advance(TimeSpan.FromDays(2));

        Assert.Equal([(3, 86_401L), (2, 90_000L), (1, 172_800L)], rung);
    }

    private static ActorSystem New(ManualClock clock)
    {
        ActorSystemOptions options = Quiet.Options();
        options.TimerClock = clock;
        return new ActorSystem("wheel", options);
    }
}
