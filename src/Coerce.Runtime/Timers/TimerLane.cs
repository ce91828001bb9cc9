namespace Coerce.Cells;

/// <summary>A wheel with its lock, and what is due. All timers of an actor are in the same lane, so their ticks keep their order.</summary>
internal sealed class TimerLane(SystemTimers timers)
{
    private const int QuickMilliseconds = 5;    // the machine's coarse clock moves on by 4

    private readonly Lock _lock = new();
    private readonly TimerWheel _wheel = new();
    private readonly Queue<TimerSlot> _due = new();
    private volatile TickBatch _batch = new();
    private volatile bool _hasDue;
    private volatile int _batchSize = 1;
    private int _count;
    private int _seen;

    /// <summary>How many ticks nobody has begun with: none, one, or more than that.</summary>
    public int Left => Math.Max(0, _batch.Left) + (_hasDue ? 1 : 0);

    /// <summary>True while handlers have been quick of late.</summary>
    public bool IsQuick => _batchSize > 1;

    /// <summary>The next step in which there may be something to do.</summary>
    public long Next
    {
        get
        {
            lock (_lock) return _wheel.Next;
        }
    }

    public void Start(WheelTimer timer, TimeSpan dueTime)
    {
        long now = timers.Now;
        long wake;
        lock (_lock)
        {
            if (timer.IsOver) return;

            // One more: what is read of the clock is cut off, and a tick must not be early.
            timer.Due = now + dueTime.Ticks + 1;
            _count++;
            _wheel.Pass(now / SystemTimers.StepTicks);
            wake = Put(timer);
        }

        if (wake == TimerWheel.Never) timers.AskForThread();
        else timers.Arm(wake);
    }

    public void Stop(WheelTimer timer)
    {
        lock (_lock)
        {
            if (timer.Slot is not { } slot) return;
            slot.Remove(timer);
            if (!Forget()) return;
        }

        timers.Stopped();
    }

    /// <summary>Turns the wheel.</summary>
    /// <returns>The next step in which there may be something to do.</returns>
    public long Turn(long now)
    {
        lock (_lock)
        {
            // What was due the last time is not done: the handlers are slow, or one does not come back.
            if (Left > 0) _batchSize = 1;
            _wheel.Turn(now, _due);
            _hasDue = _due.Count > 0;
            return _wheel.Next;
        }
    }

    /// <summary>Ticks to run; null when there are none.</summary>
    /// <param name="done">The batch that the thread comes from, and leaves; null for none.</param>
    public TickBatch? Take(TickBatch? done)
    {
        if (done is null && Left == 0) return null;
        long wake = TimerWheel.Never;
        bool isLast = false;
        TickBatch batch;
        lock (_lock)
        {
            int now = SystemTimers.Ticks;
            if (done is not null)
            {
                // Actors whose turns are taken wait for the handlers before theirs: where these are slow, one at a time.
                done.Users--;
                _batchSize = unchecked(now - done.Since) > QuickMilliseconds ? 1 : Math.Min(2 * _batchSize, TickBatch.MostTicks);
            }

            batch = _batch;
            if (batch.Left <= 0)
            {
                if (_due.Count == 0) return null;

                // A batch that somebody is still in goes on by itself.
                if (batch.Users > 0) _batch = batch = new TickBatch();
                wake = Fill(batch, now, out isLast);
            }

            batch.Users++;
        }

        timers.Arm(wake);
        if (isLast) timers.Stopped();
        return batch;
    }

    /// <summary>Leaves a batch and takes no other.</summary>
    public void Leave(TickBatch done)
    {
        lock (_lock) done.Users--;
    }

    /// <param name="batch">The batch to fill.</param>
    /// <param name="now">The machine's coarse clock.</param>
    /// <param name="isLast">True when the lane has no timer any more.</param>
    /// <returns>The step to which the wheel must be turned for those that tick again.</returns>
    private long Fill(TickBatch batch, int now, out bool isLast)
    {
        Span<WheelTimer?> taken = batch.Room[.._batchSize];
        int count = 0;
        while (count < taken.Length && _due.TryPeek(out TimerSlot? slot))
        {
            count += slot.Take(taken[count..]);
            if (slot.Count == 0) _wheel.Return(_due.Dequeue());
        }

        taken = taken[..count];
        _seen = LookAhead(taken);
        long wake = PutAgain(taken, out int live, out isLast);
        _hasDue = _due.Count > 0;
        batch.Begin(live, now);
        return wake;
    }

    /// <summary>Reads from memory what the ticks will need. Side by side, without anything in between that has to wait: so most of it is fetched at
    /// the same time.</summary>
    /// <returns>Anything: so that the reads are not left out.</returns>
    private static int LookAhead(ReadOnlySpan<WheelTimer?> timers)
    {
        int seen = 0;
        foreach (WheelTimer? timer in timers) seen += timer!.Cell.LookAhead() + (int)timer.Period;
        return seen;
    }

    /// <summary>Puts timers back into the wheel that tick again, and out of the way those that do not tick at all.</summary>
    private long PutAgain(Span<WheelTimer?> timers, out int live, out bool isLast)
    {
        live = 0;
        isLast = false;
        long wake = TimerWheel.Never;
        for (int place = 0; place < timers.Length; place++)
        {
            WheelTimer timer = timers[place]!;
            bool isOver = timer.IsOver;
            if (isOver || timer.Period == 0)
            {
                timer.Slot = null;
                isLast = Forget();
            }
            else
            {
                wake = Math.Min(wake, PutAgain(timer));
            }

            if (isOver) continue;
            if (place != live) timers[live] = timer;
            live++;
        }

        timers[live..].Clear();
        return wake;
    }

    /// <summary>The next tick comes a period after the last; those that were missed are left out.</summary>
    private long PutAgain(WheelTimer timer)
    {
        long reached = _wheel.Now * SystemTimers.StepTicks;
        long next = timer.Due + timer.Period;
        timer.Due = next > reached ? next : next + ((((reached - next) / timer.Period) + 1) * timer.Period);
        return Put(timer);
    }

    /// <returns>The step to which the wheel must be turned for the timer; <see cref="TimerWheel.Never"/> if it is due already.</returns>
    private long Put(WheelTimer timer)
    {
        long step = SystemTimers.StepOf(timer.Due);
        if (step > _wheel.Now) return _wheel.Add(timer, step);

        // The wheel was turned after the clock was read.
        _due.Enqueue(_wheel.NewDue(timer));
        _hasDue = true;
        return TimerWheel.Never;
    }

    /// <returns>True when it was the last timer.</returns>
    private bool Forget()
    {
        if (--_count > 0) return false;
        _wheel.Rest();
        return true;
    }
}
