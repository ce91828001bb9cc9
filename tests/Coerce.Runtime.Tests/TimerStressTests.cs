using System.Diagnostics;

namespace Coerce.Runtime.Tests;

/// <summary>Timers on the machine's clock, and on its threads.</summary>
public sealed class TimerStressTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task Schedule_10000WithRandomDueTimes_TickOnceInOrderAndNeverEarly()
    {
        const int Actors = 50;
        await using var system = new ActorSystem("timers");
        var random = new Random(11);
        var entries = new Entry[10_000];
        using var left = new CountdownEvent(entries.Length);
        List<int>[] rung = [.. Enumerable.Range(0, Actors).Select(_ => new List<int>())];
        BellRef[] bells = [.. rung.Select(list => system.Spawn(Bell.Props(number =>
        {
            list.Add(number);
            entries[number].Ring();
            left.Signal();
        })))];

        for (int i = 0; i < entries.Length; i++)
        {
            Entry entry = entries[i] = new Entry(TimeSpan.FromTicks(random.Next(4_000_000)));
            entry.Start(bells[i % Actors], new Chime(i));
        }

        Assert.True(await Task.Run(() => left.Wait(Patience)));
        Assert.All(entries, entry => Assert.Equal((1, 0), (entry.Rings, entry.Early)));
        foreach (List<int> list in rung)
        {
            // When a timer was started is known but for the time that starting it took.
            long latest = 0;
            foreach (Entry entry in list.Select(number => entries[number]))
            {
                Assert.True(entry.DueAtMost >= latest, "A tick came before one that was due earlier.");
                latest = Math.Max(latest, entry.DueAtLeast);
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Tick_HandlersBlock_OthersOfTheSameMomentAreNotHeldUp(bool isPeriodic)
    {
        const int Blocked = 3;
        await using var system = new ActorSystem("timers");
        using var others = new CountdownEvent(500);
        int entered = 0;
        var rung = new int[others.InitialCount + Blocked];
        TimeSpan due = TimeSpan.FromMilliseconds(300);
        long start = Stopwatch.GetTimestamp();
        var timers = new List<ActorTimer>();
        for (int i = 0; i < rung.Length; i++)
        {
            bool blocks = i % (rung.Length / Blocked) == 1 && i < rung.Length - 1;
            timers.Add(system.Spawn(Bell.Props(number =>
            {
                if (Interlocked.Increment(ref rung[number]) > 1) return;
                if (!blocks) others.Signal();
                else if (others.Wait(Patience)) Interlocked.Increment(ref entered);
            })).Schedule(new Chime(i), due - Stopwatch.GetElapsedTime(start) is { Ticks: > 0 } rest ? rest : TimeSpan.Zero, isPeriodic ? due : null));
        }

        Assert.True(await Task.Run(() => others.Wait(Patience)), $"{others.CurrentCount} ticks were held up.");
        while (Volatile.Read(ref entered) < Blocked) await Task.Yield();
        foreach (ActorTimer timer in timers) timer.Dispose();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Timers_StartedDisposedAndStoppedByManyThreads_NothingIsLostEarlyOrLate(int seed)
    {
        var system = new ActorSystem("timers");
        var all = new List<Entry>();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(thread => Task.Run(async () =>
        {
            List<Entry> entries = await UseTimersAsync(system, new Random((seed * 10) + thread));
            lock (all) all.AddRange(entries);
        })));

        // Those that nobody has ended tick: once, or for ever.
        foreach (Entry entry in all.Where(entry => !entry.IsOver)) await entry.NextAsync().WaitAsync(Patience);
        await system.DisposeAsync();
        foreach (Entry entry in all) entry.End();

        Assert.All(all, entry => Assert.Equal((0, 0, 0), (entry.Early, entry.AfterEnd, entry.Twice)));
        Assert.All(all.Where(entry => entry.Period is null), entry => Assert.InRange(entry.Rings, 0, 1));
    }

    private static async Task<List<Entry>> UseTimersAsync(ActorSystem system, Random random)
    {
        List<Entry> entries = [];
        var own = new (BellRef Bell, List<Entry> Entries)[10];
        for (int i = 0; i < own.Length; i++) own[i] = Spawn();
        for (int left = 1_000; left > 0; left--)
        {
            int place = random.Next(own.Length);
            (BellRef bell, List<Entry> ofActor) = own[place];
            switch (random.Next(100))
            {
                case 0:
                    await bell.StopAsync(immediately: random.Next(2) == 0);
                    foreach (Entry entry in ofActor) entry.End();
                    own[place] = Spawn();
                    break;
                case < 30 when ofActor.Count > 0:
                    Entry ended = ofActor[random.Next(ofActor.Count)];
                    ended.Timer!.Dispose();

                    // A tick that was under way has the turn, or had it.
                    await bell.SyncAsync();
                    ended.End();
                    break;
                case < 33 when ofActor.Find(entry => !entry.IsOver) is { } waited:
                    await waited.NextAsync().WaitAsync(Patience);
                    break;
                default:
                    TimeSpan? period = random.Next(2) == 0 ? null : TimeSpan.FromTicks(random.Next(1, 300_000));
                    var started = new Entry(TimeSpan.FromTicks(random.Next(3) == 0 ? 0 : random.Next(300_000)), period);
                    lock (ofActor) ofActor.Add(started);
                    entries.Add(started);
                    started.Start(bell, new Chime(ofActor.Count - 1));
                    break;
            }
        }

        return entries;

        (BellRef, List<Entry>) Spawn()
        {
            List<Entry> ofActor = [];
            return (system.Spawn(Bell.Props(number =>
            {
                Entry entry;
                lock (ofActor) entry = ofActor[number];
                entry.Ring();
            })), ofActor);
        }
    }

    /// <summary>A timer, and what came of it.</summary>
    private sealed class Entry(TimeSpan dueTime, TimeSpan? period = null)
    {
        private static readonly double TicksOfStopwatch = (double)Stopwatch.Frequency / TimeSpan.TicksPerSecond;

        private long _atLeast;
        private long _atMost;
        private int _inside;
        private int _rings;
        private volatile bool _isOver;
        private TaskCompletionSource _next = Signal.New();

        public TimeSpan? Period => period;

        public ActorTimer? Timer { get; private set; }

        public long DueAtLeast => _atLeast;

        public long DueAtMost => _atMost;

        public int Rings => Volatile.Read(ref _rings);

        public int Early { get; private set; }

        public int AfterEnd { get; private set; }

        public int Twice { get; private set; }

        public bool IsOver => _isOver;

        public void Start(BellRef bell, Chime chime)
        {
            long due = (long)(dueTime.Ticks * TicksOfStopwatch);
            Volatile.Write(ref _atLeast, Stopwatch.GetTimestamp() + due);
            Timer = bell.Schedule(chime, dueTime, period);
            Volatile.Write(ref _atMost, Stopwatch.GetTimestamp() + due);
        }

        public void Ring()
        {
            long now = Stopwatch.GetTimestamp();
            if (Interlocked.Increment(ref _inside) != 1) Twice++;
            int rings = Interlocked.Increment(ref _rings);
            long earliest = Volatile.Read(ref _atLeast) + (long)((rings - 1) * (period?.Ticks ?? 0) * TicksOfStopwatch);
            if (now < earliest) Early++;
            if (period is null && rings > 1) Twice++;
            if (_isOver) AfterEnd++;
            Interlocked.Decrement(ref _inside);
            Interlocked.Exchange(ref _next, Signal.New()).SetResult();
        }

        /// <summary>From now on no tick is allowed.</summary>
        public void End() => _isOver = true;

        /// <summary>Ends with the next tick; for a timer that ticks once, with that.</summary>
        public Task NextAsync()
        {
            Task next = Volatile.Read(ref _next).Task;
            return period is null && Rings > 0 ? Task.CompletedTask : next;
        }
    }
}
