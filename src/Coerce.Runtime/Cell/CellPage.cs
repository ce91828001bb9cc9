using System.Runtime.InteropServices;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Some of the anonymous children of one actor or system, each by a handle that does not keep it alive.</summary>
/// <remarks>
/// A page that has its full size may be lent to a thread, which then adds to it without a lock. Others may at the same time look at
/// it and take out cells that they know to be alive: the borrower overwrites none but dead ones.
/// </remarks>
/// <param name="table">Stands for the table: the page must not keep that alive, for a thread that has borrowed it keeps the page.</param>
/// <param name="number">The place of the page in the table.</param>
/// <param name="handles">As many as the page has room for; those that are missing are made when first needed.</param>
internal sealed class CellPage(object table, int number, GCHandle[] handles)
{
    internal const int FullSize = 256;

    [ThreadStatic]
    private static CellPage? t_borrowed;

    private GCHandle[] _handles = handles;
    private int _next;
    private int _collections;
    private volatile Thread? _borrower;

    /// <summary>The page that this thread has borrowed last, from whatever table.</summary>
    public static CellPage? Borrowed => t_borrowed;

    public bool IsFullSize => _handles.Length == FullSize;

    /// <summary>True when nobody adds to it, not even a thread that ended without giving it back.</summary>
    public bool IsFree => _borrower is not { IsAlive: true };

    public bool IsOf(object other) => ReferenceEquals(table, other);

    /// <summary>Lends the page to the current thread. Under the lock of the table.</summary>
    public void Borrow()
    {
        if (t_borrowed is { } other) other._borrower = null;
        t_borrowed = this;
        _borrower = Thread.CurrentThread;
    }

    /// <summary>Adds a cell in the place of a dead one, or in one that has never been used. For the borrower, or under the lock of a table that
    /// does not lend the page.</summary>
    /// <returns>False when there is no such place from the last one on; <see cref="Rewind"/> begins anew.</returns>
    public bool TryAdd(ActorCell cell)
    {
        GCHandle[] handles = _handles;
        for (int slot = _next; slot < handles.Length; slot++)
        {
            GCHandle handle = handles[slot];
            if (handle.IsAllocated && handle.Target is not null) continue;

            // First: who finds the cell here may take it out again.
            cell.Place = (number * FullSize) + slot + 1;
            if (handle.IsAllocated) handle.Target = cell;
            else handles[slot] = WeakHandles.Rent(cell);
            _next = slot + 1;
            return true;
        }

        _next = handles.Length;
        return false;
    }

    /// <summary>Takes out a cell that is alive.</summary>
    public void Remove(int slot) => _handles[slot].Target = null;

    /// <summary>How many can be added from where the last one was put.</summary>
    public int CountRoom()
    {
        int count = 0;
        GCHandle[] handles = _handles;
        for (int slot = _next; slot < handles.Length; slot++)
            if (handles[slot] is { IsAllocated: false } or { Target: null }) count++;
        return count;
    }

    /// <summary>Begins anew with the first place, unless nothing can have died since the last time. Under the lock of a table that does not
    /// lend the page.</summary>
    /// <returns>How many can be added.</returns>
    public int Rewind()
    {
        int collections = GC.CollectionCount(0);
        if (collections == _collections) return CountRoom();
        _collections = collections;
        _next = 0;
        return CountRoom();
    }

    /// <summary>Makes room for more. Under the lock of a table that does not lend the page.</summary>
    public void Grow() => Array.Resize(ref _handles, _handles.Length * 4);

    /// <summary>Adds those that are alive, the youngest first, and as many as are wanted.</summary>
    public void CopyTo(List<ActorCell> cells, int most)
    {
        most += cells.Count;
        GCHandle[] handles = _handles;
        for (int slot = handles.Length - 1; slot >= 0 && cells.Count < most; slot--)
            if (handles[slot] is { IsAllocated: true, Target: ActorCell cell }) cells.Add(cell);
    }

    /// <summary>Gives the handles back. For the last one who knows the page.</summary>
    public void Free() => WeakHandles.Return(_handles);
}
