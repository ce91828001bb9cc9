namespace Coerce.Cells;

/// <summary>The timers of an actor, which end with it.</summary>
internal sealed class TimerList
{
    private readonly Lock _lock = new();
    private ActorTimer? _newest;
    private TimerLane? _lane;
    private bool _stopped;

    /// <summary>The lane that all timers of the actor are in.</summary>
    public TimerLane LaneOf(SystemTimers timers) =>
        Volatile.Read(ref _lane) ?? Interlocked.CompareExchange(ref _lane, timers.NextLane(), null) ?? _lane;

    /// <summary>False when the actor has stopped.</summary>
    public bool TryAdd(ActorTimer timer)
    {
        lock (_lock)
        {
            if (_stopped) return false;
            timer.Older = _newest;
            if (_newest is not null) _newest.Newer = timer;
            _newest = timer;
            return true;
        }
    }

    public void Remove(ActorTimer timer)
    {
        lock (_lock)
        {
            if (timer.Newer is { } newer) newer.Older = timer.Older;
            else if (ReferenceEquals(_newest, timer)) _newest = timer.Older;
            else return;    // it was not in here, or is not any more

            if (timer.Older is { } older) older.Newer = timer.Newer;
            timer.Newer = timer.Older = null;
        }
    }

    /// <summary>Ends the timers that the actor has made for itself.</summary>
    public void StopOwn()
    {
        foreach (ActorTimer timer in Snapshot(isLast: false))
        {
            if (timer.IsOwn) timer.Dispose();
        }
    }

    public void Stop()
    {
        foreach (ActorTimer timer in Snapshot(isLast: true)) timer.Dispose();
    }

    private List<ActorTimer> Snapshot(bool isLast)
    {
        List<ActorTimer> timers = [];
        lock (_lock)
        {
            _stopped |= isLast;
            for (ActorTimer? timer = _newest; timer is not null; timer = timer.Older) timers.Add(timer);
        }

        return timers;
    }
}
