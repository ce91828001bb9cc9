namespace Coerce.TestKit;

/// <summary>A timer of <see cref="VirtualTime"/>. Its fields are guarded by the lock of that.</summary>
internal sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
{
    public static readonly IComparer<VirtualTimer> ByDueTime = Comparer<VirtualTimer>.Create(
        static (a, b) => a.Due != b.Due ? a.Due.CompareTo(b.Due) : a.Sequence.CompareTo(b.Sequence));

    private readonly ExecutionContext? _context = ExecutionContext.Capture();

    /// <summary>Who made the timer, for the driver of the time.</summary>
    public object? Owner { get; } = time.Driver?.TimerOwner;

    /// <summary>When it fires next, in ticks; meaningful while it is in the set of the time.</summary>
    public long Due { get; set; }

    /// <summary>Tells timers with the same due time apart: the one that was set first fires first.</summary>
    public long Sequence { get; set; }

    /// <summary>Ticks; 0 for a timer that fires once.</summary>
    public long Period { get; set; }

    /// <summary>Counts the changes: a timer that was changed or disposed before it came to fire does not.</summary>
    public int Version { get; set; }

    public bool IsDisposed { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period) => time.Change(this, dueTime, period);

    public void Dispose() => time.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return default;
    }

    /// <summary>Calls back, unless the timer was changed since.</summary>
    public void Fire(int version)
    {
        if (!time.IsCurrent(this, version)) return;
        if (_context is null) callback(state);
        else ExecutionContext.Run(_context, static timer => ((VirtualTimer)timer!).CallBack(), this);
    }

    private void CallBack() => callback(state);
}
