namespace Coerce.Cells;

/// <summary>When an actor was restarted, as far back as its window goes.</summary>
internal sealed class RestartHistory
{
    private readonly Queue<long> _times = new();

    /// <summary>How many restarts the window holds.</summary>
    public int Count(TimeProvider clock, TimeSpan window)
    {
        while (_times.TryPeek(out long oldest) && clock.GetElapsedTime(oldest) > window) _times.Dequeue();
        return _times.Count;
    }

    /// <summary>How many there have been in all. Anybody may read it.</summary>
    public int Total { get; private set; }

    public void Add(TimeProvider clock)
    {
        _times.Enqueue(clock.GetTimestamp());
        Total++;
    }
}
