using System.Runtime.InteropServices;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The anonymous children of one actor, or of the system. It knows them without keeping them alive: they live as long as
/// somebody else can reach them.</summary>
/// <remarks>
/// <para>Not thread-safe: whoever uses it holds its guard.</para>
/// <para>A cell that was collected keeps its slot until the next sweep. That waits until the table has grown to twice what was alive
/// after the last one, so it costs each cell next to nothing.</para>
/// </remarks>
/// <param name="guard">Guards the table.</param>
/// <param name="ownerMayReturn">True when the owner is an actor. If it has an <c>[OnStop]</c>, it comes back to life when it is dropped,
/// and stops together with its children.</param>
internal sealed class CollectableCells(Lock guard, bool ownerMayReturn)
{
    private const int PageSize = 1_024;     // far from the large object heap
    private const int LeastSweep = 1_024;

    private GCHandle[][] _pages = [];
    private int _count;
    private int _sweepAt = LeastSweep;
    private int _collectionsAtSweep;
    private bool _ownerMayReturn = ownerMayReturn;

    ~CollectableCells()
    {
        if (_ownerMayReturn && _count > 0)
        {
            // What is found dead for the second time stays so.
            _ownerMayReturn = false;
            GC.ReRegisterForFinalize(this);
            return;
        }

        lock (guard)
        {
            while (_count > 0) WeakHandles.Return(this[--_count]);
            _pages = [];
        }
    }

    public void Add(ActorCell cell)
    {
        if (_count == _sweepAt) Sweep();
        Reserve();
        this[_count] = WeakHandles.Rent(cell);
        cell.Slot = _count++;
    }

    public void Remove(ActorCell cell)
    {
        // Else the finalizer has given up this table with an owner that did not stop; see there.
        if (cell.Slot < _count) Vacate(cell.Slot);
    }

    /// <summary>Adds those that are alive, the youngest first, and as many as are wanted.</summary>
    public void CopyTo(List<ActorCell> cells, int most)
    {
        for (int slot = _count - 1; slot >= 0 && most > 0; slot--)
        {
            if (this[slot].Target is not ActorCell cell) continue;
            cells.Add(cell);
            most--;
        }
    }

    private ref GCHandle this[int slot] => ref _pages[slot / PageSize][slot % PageSize];

    private void Sweep()
    {
        // Nothing has died without a collection.
        int collections = GC.CollectionCount(0);
        if (collections != _collectionsAtSweep)
        {
            _collectionsAtSweep = collections;
            for (int slot = _count - 1; slot >= 0; slot--)
                if (this[slot].Target is null) Vacate(slot);
        }

        _sweepAt = Math.Max(LeastSweep, _count * 2);
        int pages = _sweepAt / PageSize + 1;
        if (pages < _pages.Length) Array.Resize(ref _pages, pages);
    }

    /// <summary>The last cell moves into the slot that has become free.</summary>
    private void Vacate(int slot)
    {
        GCHandle vacated = this[slot];
        GCHandle last = this[--_count];
        if (slot != _count)
        {
            this[slot] = last;
            if (last.Target is ActorCell moved) moved.Slot = slot;
        }

        WeakHandles.Return(vacated);
    }

    /// <summary>Makes room for one more. The first page begins small: most parents have few children.</summary>
    private void Reserve()
    {
        int page = _count / PageSize, used = _count % PageSize;
        if (page == _pages.Length) Array.Resize(ref _pages, page < 4 ? page + 1 : page * 2);
        if (_pages[page] is null) _pages[page] = new GCHandle[page == 0 ? 4 : PageSize];
        else if (used == _pages[page].Length) Array.Resize(ref _pages[page], Math.Min(used * 4, PageSize));
    }
}
