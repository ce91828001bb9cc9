namespace Coerce.Runtime.Tests;

/// <summary>A clock that moves when told to. Timers that are due fire in their order.</summary>
internal sealed class ManualClock : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<ManualTimer> _timers = [];
    private long _now;

    /// <summary>How many timers are set.</summary>
    public int Timers
    {
        get
        {
            lock (_lock) return _timers.Count;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(GetTimestamp());

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>The time goes by, and no timer fires: as on a machine that is too busy. <see cref="Advance"/> makes up for it.</summary>
    public void Stall(TimeSpan time) => Interlocked.Add(ref _now, time.Ticks);

    public void Advance(TimeSpan time)
    {
        long until = GetTimestamp() + time.Ticks;
        while (TakeDue(until) is { } timer) timer.Fire();
        Interlocked.Exchange(ref _now, until);
    }

    private ManualTimer? TakeDue(long until)
    {
        lock (_lock)
        {
            ManualTimer? due = _timers.Where(timer => timer.Due <= until).MinBy(timer => timer.Due);
            if (due is null) return null;
            Interlocked.Exchange(ref _now, Math.Max(_now, due.Due));
            _timers.Remove(due);
            if (due.Period > TimeSpan.Zero)
            {
                due.Due += due.Period.Ticks;
                _timers.Add(due);
            }

            return due;
        }
    }

    private sealed class ManualTimer(ManualClock clock, Action fire) : ITimer
    {
        public long Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
                if (dueTime < TimeSpan.Zero) return true;
                Due = clock.GetTimestamp() + dueTime.Ticks;
                Period = period;
                clock._timers.Add(this);
                return true;
            }
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return default;
        }
    }
}
