using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The deadlines of the asks that wait.</summary>
/// <remarks>
/// Asks with the system's own timeout expire in the order in which they were sent, so a list in that order and one timer
/// serve them all: starting and ending a deadline is a few pointer writes. An ask with a timeout of its own gets a timer, and is
/// in a list without an order.
/// The clock is the machine's and not <see cref="ActorSystemOptions.Clock"/>: a test that stops time must not stop this. Another
/// one is for the tests of the deadlines themselves.
/// </remarks>
internal class AskDeadlines(TimeSpan timeout, TimeProvider? clock = null)
{
    private readonly Lock _lock = new();
    private readonly int _timeout = AskTimeout.Of(timeout);
    private readonly HashSet<PendingAsk> _alone = [];
    private PendingAsk? _first, _last;
    private ITimer? _timer;
    private bool _armed;

    private long Now => clock is null ? Environment.TickCount64 : (long)clock.GetElapsedTime(0).TotalMilliseconds;

    /// <summary>Starts the deadline of an ask.</summary>
    /// <param name="ask">The ask.</param>
    /// <param name="milliseconds">Its timeout; 0 for the system's.</param>
    internal virtual AskDeadline Start(PendingAsk ask, int milliseconds) =>
        milliseconds == 0 ? Append(ask) : new AskDeadline(Alone(ask, milliseconds));

    /// <summary>The asks that wait at this moment.</summary>
    internal virtual PendingAsk[] Snapshot()
    {
        lock (_lock)
        {
            List<PendingAsk> asks = [.. _alone];
            for (PendingAsk? ask = _first; ask is not null; ask = ask.Later) asks.Add(ask);
            return [.. asks];
        }
    }

    internal virtual void Remove(PendingAsk ask)
    {
        lock (_lock)
        {
            if (ask.ExpiresAt != 0) Unlink(ask);
        }
    }

    private AskDeadline Append(PendingAsk ask)
    {
        lock (_lock)
        {
            ask.ExpiresAt = Now + _timeout;
            ask.Earlier = _last;
            if (_last is null) _first = ask;
            else _last.Later = ask;
            _last = ask;

            // While the timer runs, it looks at whatever is first when it fires: an ask that ends need not touch it.
            if (!_armed) Arm(_timeout);
        }

        return new AskDeadline(this);
    }

    private LoneDeadline Alone(PendingAsk ask, int milliseconds)
    {
        lock (_lock) _alone.Add(ask);
        return new LoneDeadline(this, Start(static ask => ((PendingAsk)ask!).Expire(), ask, milliseconds));
    }

    private void RemoveAlone(PendingAsk ask)
    {
        lock (_lock) _alone.Remove(ask);
    }

    /// <summary>A timer that does not carry the ambient values of whoever asks.</summary>
    private ITimer Start(TimerCallback callback, object state, long milliseconds)
    {
        bool restore = !ExecutionContext.IsFlowSuppressed();
        if (restore) ExecutionContext.SuppressFlow();
        try
        {
            return clock is null
                ? new Timer(callback, state, milliseconds, Timeout.Infinite)
                : clock.CreateTimer(callback, state, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (restore) ExecutionContext.RestoreFlow();
        }
    }

    private void Arm(long milliseconds)
    {
        _armed = true;
        if (_timer is null) _timer = Start(static self => ((AskDeadlines)self!).ExpireDue(), this, milliseconds);
        else _timer.Change(TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
    }

    private void ExpireDue()
    {
        while (TakeDue() is { } due) due.Expire();
    }

    private PendingAsk? TakeDue()
    {
        lock (_lock)
        {
            if (_first is null)
            {
                _armed = false;
                return null;
            }

            long left = _first.ExpiresAt - Now;
            if (left > 0)
            {
                Arm(left);
                return null;
            }

            PendingAsk due = _first;
            Unlink(due);
            return due;
        }
    }

    private void Unlink(PendingAsk ask)
    {
        if (ask.Earlier is null) _first = ask.Later;
        else ask.Earlier.Later = ask.Later;
        if (ask.Later is null) _last = ask.Earlier;
        else ask.Later.Earlier = ask.Earlier;
        ask.Earlier = ask.Later = null;
        ask.ExpiresAt = 0;
    }

    /// <summary>The deadline of an ask with a timeout of its own.</summary>
    internal sealed class LoneDeadline(AskDeadlines deadlines, ITimer timer)
    {
        public void Stop(PendingAsk ask)
        {
            timer.Dispose();
            deadlines.RemoveAlone(ask);
        }
    }
}

/// <summary>How to take a deadline back: it is in the system's list, or has a timer of its own.</summary>
internal readonly struct AskDeadline
{
    private readonly object? _owner;

    internal AskDeadline(AskDeadlines list) => _owner = list;

    internal AskDeadline(AskDeadlines.LoneDeadline lone) => _owner = lone;

    internal void Stop(PendingAsk ask)
    {
        switch (_owner)
        {
            case AskDeadlines list:
                list.Remove(ask);
                break;
            case AskDeadlines.LoneDeadline lone:
                lone.Stop(ask);
                break;
        }
    }
}
