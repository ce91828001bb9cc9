namespace Coerce.Dispatch;

// What timers that take turns by themselves need of the cell.
public abstract partial class ActorCell
{
    /// <summary>True when a stop is wanted that goes ahead of all that waits.</summary>
    internal bool IsStoppingNow => _stopRequested && _extras is { StopNow: true };

    /// <summary>The same by one who has read the clock for many turns.</summary>
    internal void MarkSince(int ticks) => _since = ticks;

    /// <summary>Reads what a turn will need, so that it is near when the turn comes. Any thread may.</summary>
    /// <returns>Anything.</returns>
    internal abstract int LookAhead();

    /// <summary>Deals with what has come since the actor stopped.</summary>
    internal void RejectArrivals() => RejectAll(_gate.TakeRejected());
}
