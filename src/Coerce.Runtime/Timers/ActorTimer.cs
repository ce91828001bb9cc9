using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>Sends a message to an actor later, once or again and again. Made by the <c>Schedule</c> methods of a ref.</summary>
/// <remarks>
/// Thread-safe. It ends when it is disposed and when the actor stops; a tick that waits in the mailbox then is not handled.
/// The timer of an entity ends with the activation if the entity made it by its own ref, <see cref="ActorContext{TRef}.Self"/>; one that others
/// have made stays, and its tick activates the entity.
/// There is one tick in the mailbox at most: an actor that is busy for ten periods handles one tick, not ten. The clock is
/// <see cref="ActorSystemOptions.Clock"/>.
/// </remarks>
public abstract class ActorTimer : IDisposable
{
    private readonly ActorCell _cell;
    private readonly ITimer _timer;
    private volatile bool _ended;
    private int _waiting;
    private Envelope? _last;    // the last tick, if it was put aside; for the owner of the actor's turn

    private protected ActorTimer(ActorCell cell, TimeSpan dueTime, TimeSpan? period, ActorRef? by)
    {
        Check(dueTime, nameof(dueTime), least: TimeSpan.Zero);
        if (period is { } time) Check(time, nameof(period), least: TimeSpan.FromTicks(1));

        _cell = cell;
        IsOwn = by is not null && ReferenceEquals(by, cell.ExtrasOrNull?.Context?.UntypedSelf);
        bool restore = !ExecutionContext.IsFlowSuppressed();
        if (restore) ExecutionContext.SuppressFlow();
        try
        {
            _timer = cell.System.Options.Clock.CreateTimer(
                static timer => ((ActorTimer)timer!).Tick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (restore) ExecutionContext.RestoreFlow();
        }

        if ((IsOwn && cell.Life is { TakesSignals: false }) || !cell.Extras.Timers().TryAdd(this))
        {
            Dispose();
            return;
        }

        _timer.Change(dueTime, period ?? Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends the timer. Twice is no error.</summary>
    public void Dispose()
    {
        _ended = true;
        _timer.Dispose();
        _cell.ExtrasOrNull?.TimersOrNull?.Remove(this);
    }

    /// <summary>True for the timer of an entity that ends with the activation that made it.</summary>
    internal bool IsOwn { get; }

    /// <summary>The message, as an envelope that is not in the mailbox.</summary>
    private protected abstract Envelope NewEnvelope();

    /// <summary>A tick. One that is stashed waits as one in the mailbox does, and there is one at most. (The members of a broadcast
    /// pool share the timer, so one of them may stash more.)</summary>
    private bool Run(ActorCell cell)
    {
        if (_last is { } last && cell.IsStashed(last)) return true;
        Envelope tick = NewEnvelope();
        _last = cell.Stashes(tick.Tag) ? tick : null;
        return cell.RunTurn(tick);
    }

    private void Tick()
    {
        if (!_ended && Interlocked.Exchange(ref _waiting, 1) == 0) _cell.Post(new TimerTick(this));
    }

    private static void Check(TimeSpan time, string name, TimeSpan least)
    {
        if (time < least || time.TotalMilliseconds > int.MaxValue)
            throw new ArgumentOutOfRangeException(name, time, $"The {name} of a timer must be at least {least} and at most 24 days.");
    }

    private sealed class TimerTick(ActorTimer timer) : Work
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
            return timer._ended || timer.Run(cell);
        }
    }
}

/// <summary>A timer for one kind of message.</summary>
internal sealed class ActorTimer<TMessage>(ActorCell cell, int tag, TMessage message, TimeSpan dueTime, TimeSpan? period, ActorRef? by = null)
    : ActorTimer(cell, dueTime, period, by)
{
    private protected override Envelope NewEnvelope() => new Envelope<TMessage>(tag, message);
}
