namespace Coerce.Cells;

/// <summary>Timers by the step in which they are due. To start one, to stop one and to find those that are due costs the same however many there
/// are.</summary>
/// <remarks>
/// The first ring has a slot for each of the next 256 steps, a slot of the second stands for 256 steps, and so on. What lies further ahead
/// than the first ring reaches moves down from ring to ring as its time comes. Guarded by the lock of the lane.
/// </remarks>
internal sealed class TimerWheel
{
    public const long Never = long.MaxValue;

    private const int MostSpare = 64;

    // Four rings of 256 slots, with steps of 5 ms: 248 days. A timer has 24 days at most.
    private readonly TimerLevel[] _levels = [new(0), new(TimerLevel.Bits), new(2 * TimerLevel.Bits), new(3 * TimerLevel.Bits)];
    private readonly Stack<TimerSlot> _spare = [];  // a wheel that goes round needs a slot for each that it empties

    /// <summary>The step that the wheel has come to.</summary>
    public long Now { get; private set; }

    /// <summary>The next step in which there may be something to do.</summary>
    public long Next { get; private set; } = Never;

    /// <summary>Moves on to a step, if nothing is to be done up to there.</summary>
    public void Pass(long now)
    {
        if (now > Now && now < Next) Now = now;
    }

    /// <summary>Adds a timer.</summary>
    /// <param name="timer">The timer.</param>
    /// <param name="step">The step in which it is due, after <see cref="Now"/>.</param>
    /// <returns>The step to which the wheel must be turned for it.</returns>
    public long Add(WheelTimer timer, long step)
    {
        long start = Put(timer, step).StartOf(step);
        if (start < Next) Next = start;
        return start;
    }

    /// <summary>Turns the wheel.</summary>
    /// <param name="now">The step to come to.</param>
    /// <param name="due">Gets what is due by then, in its order.</param>
    public void Turn(long now, Queue<TimerSlot> due)
    {
        while (Next <= now)
        {
            Now = Next;
            for (int level = _levels.Length - 1; level > 0; level--) Lower(_levels[level]);
            if (_levels[0].Take(Now) is { } slot)
            {
                if (slot.Count == 0)
                {
                    Return(slot);
                }
                else
                {
                    slot.BecomeDue();
                    due.Enqueue(slot);
                }
            }

            Next = FindNext();
        }

        Pass(now);
    }

    /// <summary>A slot that is due, with one timer.</summary>
    public TimerSlot NewDue(WheelTimer timer)
    {
        TimerSlot slot = New();
        slot.Add(timer);
        slot.BecomeDue();
        return slot;
    }

    /// <summary>Takes a slot back that nobody needs any more.</summary>
    public void Return(TimerSlot slot)
    {
        slot.Reset();
        if (_spare.Count < MostSpare) _spare.Push(slot);
    }

    /// <summary>The last timer is gone.</summary>
    public void Rest()
    {
        _spare.Clear();
        Next = Never;
    }

    /// <summary>Moves timers on to lower rings, when the slot that they are in begins.</summary>
    private void Lower(TimerLevel level)
    {
        if (level.Take(Now) is not { } slot) return;
        foreach (WheelTimer? timer in slot.Timers) Put(timer!, SystemTimers.StepOf(timer!.Due));
        Return(slot);
    }

    private TimerLevel Put(WheelTimer timer, long step)
    {
        int ring = 0;
        for (long ahead = (step - Now) >> TimerLevel.Bits; ahead > 0; ahead >>= TimerLevel.Bits) ring++;
        TimerLevel level = _levels[ring];
        (level.Use(step) ??= New()).Add(timer);
        return level;
    }

    private TimerSlot New() => _spare.TryPop(out TimerSlot? slot) ? slot : new TimerSlot();

    private long FindNext()
    {
        long next = Never;
        foreach (TimerLevel level in _levels) next = Math.Min(next, level.FindNext(Now));
        return next;
    }
}
