namespace Coerce.Cells;

/// <summary>The timers of an actor, which end with it.</summary>
internal sealed class TimerList
{
    private readonly Lock _lock = new();
    private readonly HashSet<ActorTimer> _timers = [];
    private bool _stopped;

    /// <summary>False when the actor has stopped.</summary>
    public bool TryAdd(ActorTimer timer)
    {
        lock (_lock) return !_stopped && _timers.Add(timer);
    }

    public void Remove(ActorTimer timer)
    {
        lock (_lock) _timers.Remove(timer);
    }

    /// <summary>Ends the timers that the actor has made for itself.</summary>
    public void StopOwn()
    {
        ActorTimer[] timers;
        lock (_lock) timers = [.. _timers.Where(static timer => timer.IsOwn)];
        foreach (ActorTimer timer in timers) timer.Dispose();
    }

    public void Stop()
    {
        ActorTimer[] timers;
        lock (_lock)
        {
            _stopped = true;
            timers = [.. _timers];
        }

        foreach (ActorTimer timer in timers) timer.Dispose();
    }
}
