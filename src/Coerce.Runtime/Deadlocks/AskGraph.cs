using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Which actors wait for which: an ask that would close a ring of waiting actors is found before it is sent.</summary>
/// <remarks>
/// Only those come here who wait in a turn that they hold: for the reply to an ask that cannot be answered at once, for the next item of
/// a stream, for the start of another actor. One lock for the whole system keeps the graph of one moment: a ring is closed by
/// whoever comes last, and that one sees all the others.
/// </remarks>
internal sealed class AskGraph
{
    private static readonly AsyncLocal<ActorCell?> Asking = new();

    private readonly Lock _lock = new();
    private readonly Edges _waitsFor = new();
    private readonly Edges _isAwaitedBy = new();

    /// <summary>The actor whose turn is running here; null outside of turns, and in those that cannot ask.</summary>
    public static ActorCell? Asker
    {
        get => Asking.Value;
        set => Asking.Value = value;
    }

    /// <summary>Notes that <paramref name="asker"/> waits for the target of an ask, until <see cref="Remove"/>.</summary>
    /// <returns>The ring that this closes, from the asker round to the asker; null when there is none.</returns>
    public ActorCell[]? Add(ActorCell asker, PendingAsk ask)
    {
        lock (_lock) return Wait(asker, ask.Target);
    }

    /// <summary>Notes that another actor answers an ask that waits already: one of the pool that was asked.</summary>
    /// <returns>The ring that this closes; null when there is none.</returns>
    public ActorCell[]? Pass(ActorCell asker, PendingAsk ask, ActorCell other)
    {
        lock (_lock)
        {
            // An ask that has ended is taken out, or about to be: under the target that it has.
            if (ask.HasEnded) return null;

            Unwait(asker, ask.Target);
            ask.SetTarget(other);
            return Wait(asker, other);
        }
    }

    public void Remove(ActorCell asker, PendingAsk ask)
    {
        lock (_lock) Unwait(asker, ask.Target);
    }

    /// <summary>Notes that <paramref name="asker"/> waits for an actor that has not begun yet, and so waits for nobody.</summary>
    public void AddStart(ActorCell asker, ActorCell starting)
    {
        lock (_lock) Note(asker, starting);
    }

    public void RemoveStart(ActorCell asker, ActorCell starting)
    {
        lock (_lock) Unwait(asker, starting);
    }

    /// <summary>Notes that <paramref name="asker"/> waits for the next item of a stream, unless it is there.</summary>
    /// <returns>The ring that this closes; null when there is none.</returns>
    public ActorCell[]? AddReader(ActorCell asker, StreamSink sink, ValueTask<bool> item)
    {
        lock (_lock)
        {
            // Noted already, when the stream was opened.
            if (sink.Asker is not null) return null;

            // Set first, then the look; whoever brings an item does the opposite. So an item that came before is seen here, and
            // one that comes now finds the reader.
            sink.Asker = asker;
            Interlocked.MemoryBarrier();
            if (!item.IsCompleted) return Wait(asker, sink.Target);
            sink.Asker = null;
            return null;
        }
    }

    /// <summary>Takes back what was noted of a reader; where <paramref name="byWriter"/>, only if it waits for what has been written.</summary>
    public void RemoveReader(StreamSink sink, bool byWriter)
    {
        lock (_lock)
        {
            if (sink.Asker is not { } reader || (byWriter && sink.IsReaderAhead)) return;
            sink.Asker = null;
            Unwait(reader, sink.Target);
        }
    }

    private ActorCell[]? Wait(ActorCell asker, ActorCell target)
    {
        ActorCell[]? ring = IsConnected(target, asker) ? [asker, .. Way(target, asker)] : null;
        Note(asker, target);
        return ring;
    }

    private void Note(ActorCell asker, ActorCell target)
    {
        _waitsFor.Add(asker, target);
        _isAwaitedBy.Add(target, asker);
    }

    private void Unwait(ActorCell asker, ActorCell target)
    {
        _waitsFor.Remove(asker, target);
        _isAwaitedBy.Remove(target, asker);
    }

    /// <summary>Whether a way leads from one actor to another, along those that wait.</summary>
    /// <remarks>From both ends by turns: a line of waiting actors that grows at either end has nothing beyond the other, so each of
    /// its asks costs one step and not the length of the line.</remarks>
    private bool IsConnected(ActorCell from, ActorCell to)
    {
        if (from == to) return true;

        // As it mostly is: one of them is the end of a line.
        if (!_waitsFor.Has(from) || !_isAwaitedBy.Has(to)) return false;
        var forth = new Search(_waitsFor, from);
        var back = new Search(_isAwaitedBy, to);
        while (forth.TryStep(to, out bool met))
        {
            if (met) return true;
            if (!back.TryStep(from, out met)) return false;
            if (met) return true;
        }

        return false;
    }

    private List<ActorCell> Way(ActorCell from, ActorCell to)
    {
        // The way to each actor, by its last step: a long line must not use up the stack.
        var last = new Dictionary<ActorCell, ActorCell?> { [from] = null };
        var open = new Queue<ActorCell>([from]);
        while (open.TryDequeue(out ActorCell? cell) && cell != to)
        {
            foreach (ActorCell next in _waitsFor.From(cell))
            {
                if (last.TryAdd(next, cell)) open.Enqueue(next);
            }
        }

        List<ActorCell> way = [];
        for (ActorCell? cell = to; cell is not null; cell = last[cell]) way.Add(cell);
        way.Reverse();
        return way;
    }

    /// <summary>Edges with their numbers: an actor may ask another twice at a time.</summary>
    private sealed class Edges
    {
        private readonly Dictionary<ActorCell, Dictionary<ActorCell, int>> _edges = [];

        public IEnumerable<ActorCell> From(ActorCell cell) => _edges.TryGetValue(cell, out Dictionary<ActorCell, int>? ends) ? ends.Keys : [];

        public bool Has(ActorCell cell) => _edges.ContainsKey(cell);

        public void Add(ActorCell from, ActorCell to)
        {
            if (!_edges.TryGetValue(from, out Dictionary<ActorCell, int>? ends)) _edges.Add(from, ends = []);
            ends[to] = ends.GetValueOrDefault(to) + 1;
        }

        public void Remove(ActorCell from, ActorCell to)
        {
            if (!_edges.TryGetValue(from, out Dictionary<ActorCell, int>? ends) || !ends.TryGetValue(to, out int count)) return;
            if (count > 1) ends[to] = count - 1;
            else if (ends.Count > 1) ends.Remove(to);
            else _edges.Remove(from);
        }
    }

    /// <summary>A search from one actor, a step at a time.</summary>
    private sealed class Search(Edges edges, ActorCell from)
    {
        private readonly Queue<ActorCell> _open = new([from]);
        private readonly HashSet<ActorCell> _seen = [from];

        /// <summary>Looks at the neighbours of one actor. False when there is none left to look at.</summary>
        public bool TryStep(ActorCell target, out bool met)
        {
            met = false;
            if (!_open.TryDequeue(out ActorCell? cell)) return false;
            foreach (ActorCell next in edges.From(cell))
            {
                if (next == target)
                {
                    met = true;
                    return true;
                }

                if (_seen.Add(next)) _open.Enqueue(next);
            }

            return true;
        }
    }
}
