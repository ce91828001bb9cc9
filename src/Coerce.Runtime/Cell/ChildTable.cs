using System.Diagnostics.CodeAnalysis;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The live children of one actor, or of the system: all of them in a list, the named ones by id.</summary>
/// <remarks>Thread-safe. A closed table takes no more children; those that it has may still leave.</remarks>
internal sealed class ChildTable
{
    private readonly Lock _lock = new();
    private Dictionary<string, ActorCell>? _named;
    private ActorCell? _first;
    private int _count;
    private bool _closed;

    public int Count => _count;

    /// <summary>Adds a child; false when the table is closed.</summary>
    /// <exception cref="ActorAlreadyExistsException">A live child has the same id.</exception>
    public bool TryAdd(ActorCell child)
    {
        lock (_lock)
        {
            if (_closed) return false;
            if (child.HasId && !(_named ??= new(StringComparer.Ordinal)).TryAdd(child.Id, child))
                throw new ActorAlreadyExistsException(child.Path, _named[child.Id].ToString());

            child.NextSibling = _first;
            if (_first is not null) _first.PreviousSibling = child;
            _first = child;
            _count++;
            return true;
        }
    }

    public void Remove(ActorCell child)
    {
        lock (_lock)
        {
            if (child.HasId) _named!.Remove(child.Id);
            if (child.PreviousSibling is { } previous) previous.NextSibling = child.NextSibling;
            else _first = child.NextSibling;
            if (child.NextSibling is { } next) next.PreviousSibling = child.PreviousSibling;
            child.PreviousSibling = child.NextSibling = null;
            _count--;
        }
    }

    public bool TryFind(string id, [MaybeNullWhen(false)] out ActorCell child)
    {
        child = null;
        lock (_lock) return _named?.TryGetValue(id, out child) == true;
    }

    /// <summary>Takes no more children from now on.</summary>
    public void Close()
    {
        lock (_lock) _closed = true;
    }

    /// <summary>Takes children again, after a restart.</summary>
    public void Open()
    {
        lock (_lock) _closed = false;
    }

    /// <summary>The children of this moment, youngest first.</summary>
    public ActorCell[] Snapshot()
    {
        lock (_lock)
        {
            var cells = new ActorCell[_count];
            int i = 0;
            for (ActorCell? cell = _first; cell is not null; cell = cell.NextSibling) cells[i++] = cell;
            return cells;
        }
    }
}
