using System.Diagnostics;

namespace Coerce.TestKit;

/// <summary>A clock that moves only when it is told to.</summary>
/// <remarks>
/// <para>Thread-safe. Timers fire in the order of their due times, one at a time. In a simulation the system runs until nothing
/// can run any more before the time moves, and again after each instant at which timers fire; timers that are due at the same
/// instant fire in the order that the seed chooses. Outside of one, timers fire in the thread that moves the time.</para>
/// <para>A timer that is due at once fires without a move of the time.</para>
/// </remarks>
[DebuggerDisplay("{GetUtcNow()} ({_timers.Count} timers)")]
public sealed class VirtualTime : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly SortedSet<VirtualTimer> _timers = new(VirtualTimer.ByDueTime);
    private long _now;
    private long _sequence;

    /// <summary>A clock that stands at the beginning of the year 2000.</summary>
    public VirtualTime()
        : this(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero))
    {
    }

    /// <summary>A clock that stands at <paramref name="start"/>.</summary>
    /// <param name="start">The time it begins with.</param>
    public VirtualTime(DateTimeOffset start) => _now = start.UtcTicks;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>When the next timer fires; null when there is none.</summary>
    public DateTimeOffset? NextTimer
    {
        get
        {
            lock (_lock) return _timers.Min is { } next ? new DateTimeOffset(next.Due, TimeSpan.Zero) : null;
        }
    }

    internal ITimeDriver? Driver { get; set; }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _now), TimeSpan.Zero);

    /// <inheritdoc/>
    public override long GetTimestamp() => Interlocked.Read(ref _now);

    /// <summary>Moves the time and fires the timers that are due by then.</summary>
    /// <param name="time">How far.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> is negative.</exception>
    public void Advance(TimeSpan time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, TimeSpan.Zero);
        AdvanceTo(GetUtcNow() + time);
    }

    /// <summary>Moves the time and fires the timers that are due by then.</summary>
    /// <param name="time">The new time.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="time"/> has passed.</exception>
    public void AdvanceTo(DateTimeOffset time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(time, GetUtcNow());
        Driver?.Settle();
        while (FireNext(time.UtcTicks)) Driver?.Settle();

        lock (_lock)
        {
            // A callback may have moved the time further.
            if (_now < time.UtcTicks) Interlocked.Exchange(ref _now, time.UtcTicks);
        }
    }

    /// <summary>Moves the time to the next timer and fires those that are due then.</summary>
    /// <returns>False when there is no timer; the time then stands still.</returns>
    public bool AdvanceToNextTimer()
    {
        Driver?.Settle();
        if (!FireNext(long.MaxValue)) return false;
        Driver?.Settle();
        return true;
    }

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new VirtualTimer(this, callback, state);
        Change(timer, dueTime, period);
        return timer;
    }

    /// <summary>Fires the timers that are due first, if that is by <paramref name="limit"/>.</summary>
    internal bool FireNext(long limit)
    {
        List<(VirtualTimer Timer, int Version)> due = [];
        lock (_lock)
        {
            if (_timers.Min is not { } first || first.Due > limit) return false;
            long instant = first.Due;
            if (_now < instant) Interlocked.Exchange(ref _now, instant);
            while (_timers.Min is { } next && next.Due == instant)
            {
                _timers.Remove(next);
                due.Add((next, next.Version));
                if (next.Period > 0) Add(next, instant + next.Period);
            }
        }

        foreach ((VirtualTimer timer, int version) in due)
        {
            if (Driver is { } driver) driver.Fire(timer, version);
            else timer.Fire(version);
        }

        return true;
    }

    internal bool Change(VirtualTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        int version;
        lock (_lock)
        {
            if (timer.IsDisposed) return false;
            _timers.Remove(timer);
            version = ++timer.Version;
            timer.Period = period == Timeout.InfiniteTimeSpan ? 0 : period.Ticks;
            if (dueTime == Timeout.InfiniteTimeSpan) return true;
            if (dueTime > TimeSpan.Zero)
            {
                Add(timer, _now + dueTime.Ticks);
                return true;
            }

            if (timer.Period > 0) Add(timer, _now + timer.Period);
        }

        // Never in the caller's own call: whoever sets a timer may hold a lock that its callback takes.
        if (Driver is { } driver) driver.Fire(timer, version);
        else ThreadPool.UnsafeQueueUserWorkItem(static due => due.timer.Fire(due.version), (timer, version), preferLocal: false);
        return true;
    }

    internal void Remove(VirtualTimer timer)
    {
        lock (_lock)
        {
            timer.IsDisposed = true;
            timer.Version++;
            _timers.Remove(timer);
        }
    }

    internal bool IsCurrent(VirtualTimer timer, int version)
    {
        lock (_lock) return timer.Version == version;
    }

    private void Add(VirtualTimer timer, long due)
    {
        timer.Due = due;
        timer.Sequence = ++_sequence;
        _timers.Add(timer);
    }

    private static void Check(TimeSpan time, string name)
    {
        if (time < TimeSpan.Zero && time != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(name, time, $"The {name} of a timer is positive, zero or infinite.");
    }
}
