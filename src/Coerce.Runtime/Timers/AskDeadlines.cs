using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The deadlines of the asks that wait.</summary>
/// <remarks>
/// Asks with the system's own timeout expire in the order in which they were sent. So one timer serves them all: it fires when the first of those
/// that it saw the last time is due, and no later one can be due before. Each ask has a place in a page that its thread has
/// borrowed, so that it begins and ends without a lock.
/// An ask with a timeout of its own gets a timer.
/// The clock is the machine's and not <see cref="ActorSystemOptions.Clock"/>: a test that stops time must not stop this. Another
/// one is for the tests of the deadlines themselves.
/// </remarks>
internal class AskDeadlines
{
    private const int PagesToLookAt = 4;
    private const int EnoughRoom = DeadlinePage.Size / 4;

    private readonly Lock _lock = new();
    private readonly int _timeout;
    private readonly TimeProvider? _clock;
    private readonly HashSet<PendingAsk> _alone = [];
    private readonly List<DeadlinePage> _pages = [];
    private int _hand;
    private ITimer? _timer;
    private volatile bool _armed;

    internal AskDeadlines(TimeSpan timeout, TimeProvider? clock = null)
    {
        _timeout = AskTimeout.Of(timeout);
        _clock = clock;
        Weak = new(this);
    }

    /// <summary>For those who must not keep the deadlines alive.</summary>
    internal WeakReference<AskDeadlines> Weak { get; }

    private long Now => _clock is null ? Environment.TickCount64 : (long)_clock.GetElapsedTime(0).TotalMilliseconds;

    /// <summary>Starts the deadline of an ask.</summary>
    /// <param name="ask">The ask.</param>
    /// <param name="milliseconds">Its timeout; 0 for the system's.</param>
    internal virtual void Start(PendingAsk ask, int milliseconds)
    {
        if (milliseconds != 0)
        {
            lock (_lock) _alone.Add(ask);
            ask.StartDeadline(new LoneDeadline(this, Start(static ask => ((PendingAsk)ask!).Expire(), ask, milliseconds)));
            return;
        }

        ask.ExpiresAt = Now + _timeout;
        if (DeadlinePage.Borrowed is not { } page || !page.IsOf(this) || !page.TryAdd(ask)) AddToOther(ask);

        // Added first, then the look; whoever finds nothing to wait for does the opposite.
        if (!_armed) Arm();
    }

    /// <summary>When an ask with the system's own timeout began, in the ticks of the machine's clock; never 0.</summary>
    internal int TicksOf(PendingAsk ask) => unchecked((int)(ask.ExpiresAt - _timeout)) is var ticks and not 0 ? ticks : 1;

    /// <summary>The asks that wait at this moment.</summary>
    internal virtual PendingAsk[] Snapshot()
    {
        lock (_lock)
        {
            List<PendingAsk> asks = [.. _alone];
            foreach (DeadlinePage page in _pages)
                foreach (PendingAsk? ask in page.Asks) if (ask is not null) asks.Add(ask);
            return [.. asks];
        }
    }

    private void AddToOther(PendingAsk ask)
    {
        lock (_lock)
        {
            DeadlinePage page = TakePage();
            page.Borrow();
            while (!page.TryAdd(ask))
            {
            }
        }
    }

    /// <summary>A page that is free and has room: one of the next few, or a new one. Of those few, the ones that are empty go.</summary>
    private DeadlinePage TakePage()
    {
        DeadlinePage? taken = null;
        for (int looks = Math.Min(PagesToLookAt, _pages.Count); looks > 0; looks--)
        {
            _hand = (_hand + 1) % _pages.Count;
            DeadlinePage page = _pages[_hand];
            if (!page.IsFree) continue;
            int room = page.CountRoom();
            if (taken is null && room >= EnoughRoom)
            {
                taken = page;
            }
            else if (room == DeadlinePage.Size)
            {
                _pages[_hand] = _pages[^1];
                _pages.RemoveAt(_pages.Count - 1);
                if (_pages.Count == 0) break;
            }
        }

        if (taken is null) _pages.Add(taken = new DeadlinePage(this));
        return taken;
    }

    /// <summary>A timer that does not carry the ambient values of whoever asks.</summary>
    private ITimer Start(TimerCallback callback, object state, long milliseconds)
    {
        bool restore = !ExecutionContext.IsFlowSuppressed();
        if (restore) ExecutionContext.SuppressFlow();
        try
        {
            return _clock is null
                ? new Timer(callback, state, milliseconds, Timeout.Infinite)
                : _clock.CreateTimer(callback, state, TimeSpan.FromMilliseconds(milliseconds), Timeout.InfiniteTimeSpan);
        }
        finally
        {
            if (restore) ExecutionContext.RestoreFlow();
        }
    }

    private void Arm()
    {
        lock (_lock)
        {
            if (!_armed) Arm(_timeout);
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
        List<PendingAsk> due = [];
        lock (_lock)
        {
            long next = FindDue(due);
            if (next == long.MaxValue)
            {
                // The fence between the two steps of those that add an ask: once in a while the timer can afford it, an ask could not.
                _armed = false;
                Interlocked.MemoryBarrierProcessWide();
                next = FindDue(due);
            }

            if (next != long.MaxValue) Arm(Math.Max(1, next - Now));
        }

        foreach (PendingAsk ask in due) ask.Expire();
    }

    /// <summary>Finds the asks that are due.</summary>
    /// <returns>When the first of the others is due.</returns>
    private long FindDue(List<PendingAsk> due)
    {
        long now = Now, next = long.MaxValue;
        foreach (DeadlinePage page in _pages)
        {
            foreach (PendingAsk? ask in page.Asks)
            {
                if (ask is null) continue;
                if (ask.ExpiresAt > now) next = Math.Min(next, ask.ExpiresAt);
                else due.Add(ask);
            }
        }

        return next;
    }

    /// <summary>The deadline of an ask with a timeout of its own.</summary>
    private sealed class LoneDeadline(AskDeadlines deadlines, ITimer timer) : AskDeadline
    {
        public override void Stop(PendingAsk ask)
        {
            timer.Dispose();
            lock (deadlines._lock) deadlines._alone.Remove(ask);
        }
    }
}
