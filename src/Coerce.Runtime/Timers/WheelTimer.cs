using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>A timer that a <see cref="TimerWheel"/> drives.</summary>
internal sealed class WheelTimer(ActorCell cell, Envelope message, TimeSpan? period, ActorRef? by, TimerLane lane)
    : ActorTimer(cell, message, isOnce: period is null, by)
{
    /// <summary>The slot that it is in; null when it is in no wheel. Guarded by the lock of the lane, as all that follows.</summary>
    public TimerSlot? Slot { get; set; }

    /// <summary>Its place in the slot.</summary>
    public int Place { get; set; }

    /// <summary>When it is due, in the ticks of the <see cref="SystemTimers"/>.</summary>
    public long Due { get; set; }

    /// <summary>The ticks from one due time to the next; 0 for a timer that ticks once.</summary>
    public long Period { get; } = period?.Ticks ?? 0;

    /// <summary>True when it is not to tick any more.</summary>
    public bool IsOver => HasEnded || Cell.IsClosed;

    private protected override void Start(TimeSpan dueTime) => lane.Start(this, dueTime);

    private protected override void Stop() => lane.Stop(this);
}
