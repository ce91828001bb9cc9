using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Which actors wait for which: an ask that would close a ring of waiting actors is found before it is sent.</summary>
/// <remarks>
/// Only asks that a handler makes in its own turn, and that cannot be answered at once, come here. One lock for the whole system
/// keeps the graph of one moment: a ring is closed by whichever ask comes last, and that one sees all the others.
/// </remarks>
internal sealed class AskGraph
{
    private static readonly AsyncLocal<ActorCell?> Asking = new();

    private readonly Lock _lock = new();
    private readonly Dictionary<ActorCell, List<PendingAsk>> _waits = [];

    /// <summary>The actor whose handler is running here; null outside of handlers, and in those that cannot ask.</summary>
    public static ActorCell? Asker
    {
        get => Asking.Value;
        set => Asking.Value = value;
    }

    /// <summary>Notes that <paramref name="asker"/> waits for the target of an ask.</summary>
    /// <returns>The ring that this would close, from the asker round to the asker; null when there is none.</returns>
    public ActorCell[]? TryAdd(ActorCell asker, PendingAsk ask)
    {
        lock (_lock)
        {
            var path = new List<ActorCell> { asker };
            if (Leads(ask.Target, asker, path)) return [.. path];

            if (!_waits.TryGetValue(asker, out List<PendingAsk>? waits)) _waits.Add(asker, waits = []);
            waits.Add(ask);
            return null;
        }
    }

    /// <summary>Notes that another actor answers an ask that waits already: one of the pool that was asked.</summary>
    /// <returns>The ring that this closes; null when there is none.</returns>
    public ActorCell[]? TryPass(ActorCell asker, PendingAsk ask, ActorCell other)
    {
        lock (_lock)
        {
            ask.SetTarget(other);
            var path = new List<ActorCell> { asker };
            return Leads(other, asker, path) ? [.. path] : null;
        }
    }

    public void Remove(ActorCell asker, PendingAsk ask)
    {
        lock (_lock)
        {
            if (!_waits.TryGetValue(asker, out List<PendingAsk>? waits)) return;
            waits.Remove(ask);
            if (waits.Count == 0) _waits.Remove(asker);
        }
    }

    /// <summary>Looks for a way from one actor to another, along those that wait.</summary>
    private bool Leads(ActorCell from, ActorCell to, List<ActorCell> path)
    {
        HashSet<ActorCell> seen = [];
        // A long line of waiting actors must not use up the stack: the way is kept beside it.
        var open = new Stack<(ActorCell Cell, int Depth)>();
        open.Push((from, 1));
        while (open.TryPop(out (ActorCell Cell, int Depth) next))
        {
            path.RemoveRange(next.Depth, path.Count - next.Depth);
            path.Add(next.Cell);
            if (next.Cell == to) return true;
            if (!seen.Add(next.Cell) || !_waits.TryGetValue(next.Cell, out List<PendingAsk>? waits)) continue;
            foreach (PendingAsk ask in waits) open.Push((ask.Target, next.Depth + 1));
        }

        return false;
    }
}
