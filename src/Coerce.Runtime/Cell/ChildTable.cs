using System.Diagnostics.CodeAnalysis;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The live children of one actor, or of the system: the named ones by id, which it keeps alive, and the anonymous ones,
/// which it does not.</summary>
/// <remarks>Thread-safe. A closed table takes no more children; those that it has may still leave.</remarks>
/// <param name="keepsAll">Keeps anonymous children alive as well: where turns must not depend on the garbage collector.</param>
/// <param name="isOfActor">False for the table of the system.</param>
internal sealed class ChildTable(bool keepsAll, bool isOfActor)
{
    private readonly Lock _lock = new();
    private readonly HashSet<ActorCell>? _kept = keepsAll ? [] : null;
    private Dictionary<string, ActorCell>? _named;
    private Dictionary<string, string>? _reserved;
    private CollectableCells? _anonymous;
    private volatile bool _closed;

    /// <summary>Adds a child; false when the table is closed.</summary>
    /// <exception cref="ActorAlreadyExistsException">A live child has the same id.</exception>
    public bool TryAdd(ActorCell child)
    {
        if (!child.HasId && _anonymous?.TryAddAlone(child) == true)
        {
            // Added first, then the look; Close does the opposite.
            if (!_closed) return true;
            Remove(child);
            return false;
        }

        lock (_lock)
        {
            if (_closed) return false;
            if (!child.HasId) AddAnonymous(child);
            else if (_reserved?.TryGetValue(child.Id, out string? holder) == true) throw new ActorAlreadyExistsException(child.Path, holder);
            else if (!(_named ??= new(StringComparer.Ordinal)).TryAdd(child.Id, child))
                throw new ActorAlreadyExistsException(child.Path, _named[child.Id].ToString());

            return true;
        }
    }

    /// <summary>Gives an id to something that is no child, for good.</summary>
    /// <exception cref="ActorAlreadyExistsException">A live child has it.</exception>
    public void Reserve(string id, string holder)
    {
        lock (_lock)
        {
            if (_named?.TryGetValue(id, out ActorCell? child) == true) throw new ActorAlreadyExistsException(child.Path, child.ToString());
            (_reserved ??= new(StringComparer.Ordinal)).Add(id, holder);
        }
    }

    public void Remove(ActorCell child)
    {
        lock (_lock)
        {
            if (child.HasId) _named!.Remove(child.Id);
            else if (_kept?.Remove(child) != true) _anonymous?.Remove(child);
        }
    }

    public bool TryFind(string id, [MaybeNullWhen(false)] out ActorCell child)
    {
        child = null;
        lock (_lock) return _named?.TryGetValue(id, out child) == true;
    }

    /// <summary>True when it takes no more children.</summary>
    public bool IsClosed => _closed;

    /// <summary>Takes no more children from now on.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _closed = true;

            // The fence between the two steps of those that add alone: a stop can afford it, a spawn could not.
            if (_anonymous?.Lends == true) Interlocked.MemoryBarrierProcessWide();
        }
    }

    /// <summary>Takes children again, after a restart.</summary>
    public void Open()
    {
        lock (_lock) _closed = false;
    }

    /// <summary>The children of this moment.</summary>
    public ActorCell[] Snapshot()
    {
        lock (_lock)
        {
            List<ActorCell> cells = [];
            Copy(cells, int.MaxValue);
            return [.. cells];
        }
    }

    /// <summary>Adds the children of this moment, or as many of them as are wanted.</summary>
    public void CopyTo(List<ActorCell> cells, int most)
    {
        lock (_lock) Copy(cells, most);
    }

    private void Copy(List<ActorCell> cells, int most)
    {
        if (_named is not null) cells.AddRange(_named.Count <= most ? _named.Values : _named.Values.Take(most));
        if (_kept is not null) cells.AddRange(_kept.Take(most - cells.Count));
        _anonymous?.CopyTo(cells, most - cells.Count);
    }

    private void AddAnonymous(ActorCell child)
    {
        if (_kept is not null) _kept.Add(child);
        else (_anonymous ??= new(_lock, isOfActor)).Add(child);
    }
}
