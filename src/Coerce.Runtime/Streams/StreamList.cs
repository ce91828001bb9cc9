namespace Coerce.Cells;

/// <summary>The open streams of an actor, which end with it.</summary>
internal sealed class StreamList
{
    private readonly Lock _lock = new();
    private readonly HashSet<IOpenStream> _streams = [];

    public bool IsEmpty
    {
        get
        {
            lock (_lock) return _streams.Count == 0;
        }
    }

    public void Add(IOpenStream stream)
    {
        lock (_lock) _streams.Add(stream);
    }

    public void Remove(IOpenStream stream)
    {
        lock (_lock) _streams.Remove(stream);
    }

    public IOpenStream[] TakeAll()
    {
        lock (_lock)
        {
            IOpenStream[] all = [.. _streams];
            _streams.Clear();
            return all;
        }
    }
}
