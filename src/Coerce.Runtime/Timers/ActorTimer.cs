using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>Sends a message to an actor later, once or again and again. Made by the <c>Schedule</c> methods of a ref.</summary>
/// <remarks>
/// Thread-safe. It ends when it is disposed and when the actor stops; a tick that waits in the mailbox then is not handled.
/// The timer of an entity ends with the activation if the entity made it by its own ref, <see cref="ActorContext{TRef}.Self"/>; one that others
/// have made stays, and its tick activates the entity.
/// There is one tick in the mailbox at most: an actor that is busy for ten periods handles one tick, not ten. The clock is
/// <see cref="ActorSystemOptions.Clock"/>. On the machine's, a tick is never early and up to some 16 ms late, more under load; how late
/// one was does not put off the next.
/// </remarks>
public abstract class ActorTimer : IDisposable
{
    // In this order: what a tick needs is side by side, and is followed by what a derived class adds to it.
    private Envelope? _stashed;     // the last tick, if it was put aside; for the owner of the actor's turn
    private int _waiting;
    private volatile bool _ended;
    private readonly bool _isOnce;
    private readonly bool _mayBeStashed;

    private protected ActorTimer(ActorCell cell, Envelope message, bool isOnce, ActorRef? by)
    {
        Cell = cell;
        Message = message;
        _isOnce = isOnce;
        IsOwn = by is not null && ReferenceEquals(by, cell.ExtrasOrNull?.Context?.UntypedSelf);
        foreach (BehaviorDescriptor behavior in cell.Descriptor.Behaviors) _mayBeStashed |= behavior.Stashes.Contains(message.Tag);
    }

    /// <summary>Ends the timer. Twice is no error.</summary>
    public void Dispose()
    {
        _ended = true;
        Stop();
        Cell.ExtrasOrNull?.TimersOrNull?.Remove(this);
    }

    /// <summary>The neighbours in the <see cref="TimerList"/>, whose lock guards them.</summary>
    internal ActorTimer? Newer { get; set; }

    /// <inheritdoc cref="Newer"/>
    internal ActorTimer? Older { get; set; }

    /// <summary>What it sends, as an envelope that lies nowhere.</summary>
    internal Envelope Message { get; }

    internal ActorCell Cell { get; }

    /// <summary>True for the timer of an entity that ends with the activation that made it.</summary>
    internal bool IsOwn { get; }

    internal bool HasEnded => _ended;

    /// <summary>Makes a timer and starts it.</summary>
    internal static ActorTimer Start(ActorCell cell, Envelope message, TimeSpan dueTime, TimeSpan? period, ActorRef? by = null)
    {
        Check(dueTime, nameof(dueTime), least: TimeSpan.Zero);
        if (period is { } time) Check(time, nameof(period), least: TimeSpan.FromTicks(1));

        TimerList list = cell.Extras.Timers();
        ActorTimer timer = cell.System.Timers is { } timers
            ? new WheelTimer(cell, message, period, by, list.LaneOf(timers))
            : new ClockTimer(cell, message, period, by);
        if ((timer.IsOwn && cell.Life is { TakesSignals: false }) || !list.TryAdd(timer)) timer.Dispose();
        else timer.Start(dueTime);
        return timer;
    }

    /// <summary>A tick for the mailbox; null when one is there already.</summary>
    internal Envelope? NewTick() => Interlocked.Exchange(ref _waiting, 1) == 0 ? new Tick(this) : null;

    /// <summary>Takes the turn with a tick. One that is stashed waits as one in the mailbox does, and there is one at most. (The members of a broadcast
    /// pool share the timer, so one of them may stash more.)</summary>
    /// <returns>True when the turn has ended.</returns>
    internal bool Run(ActorCell cell)
    {
        if (_ended) return true;
        if (_isOnce) Cell.ExtrasOrNull?.TimersOrNull?.Remove(this);

        // The same envelope for all ticks: only in a line are envelopes changed, and the stash is the only line that one gets into out of a turn.
        if (!_mayBeStashed) return cell.RunTurn(Message);
        if (_stashed is { } last && cell.IsStashed(last)) return true;
        Envelope tick = Message.Copy();
        _stashed = cell.Stashes(tick.Tag) ? tick : null;
        return cell.RunTurn(tick);
    }

    /// <summary>Starts what drives the timer. If it has ended meanwhile: nothing.</summary>
    private protected abstract void Start(TimeSpan dueTime);

    /// <summary>Stops what drives the timer. It has ended.</summary>
    private protected abstract void Stop();

    private static void Check(TimeSpan time, string name, TimeSpan least)
    {
        if (time < least || time.TotalMilliseconds > int.MaxValue)
            throw new ArgumentOutOfRangeException(name, time, $"The {name} of a timer must be at least {least} and at most 24 days.");
    }

    private sealed class Tick(ActorTimer timer) : Work
    {
        internal override bool IsForAll => true;

        /// <summary>The member of a pool that the tick went to has stopped; the next tick goes to another one.</summary>
        internal override void Reject(ActorCell cell) => Volatile.Write(ref timer._waiting, 0);

        /// <summary>The timer was ended: there is nothing that an entity would have to be activated for.</summary>
        internal override bool TrySettle(ActorCell cell) => timer._ended;

        internal override bool Run(ActorCell cell)
        {
            // Before the handler: a tick that comes while it runs is the next one.
            Volatile.Write(ref timer._waiting, 0);
            return timer.Run(cell);
        }
    }
}
