using System.Runtime.InteropServices;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The anonymous children of one actor, or of the system. It knows them without keeping them alive: they live as long as
/// somebody else can reach them.</summary>
/// <remarks>
/// <para>Whoever uses it holds its guard, but for <see cref="TryAddAlone"/>: where there are many children, a thread borrows a page
/// and adds to that.</para>
/// <para>A cell that was collected leaves its place to a later one. Before a page is made, a few of the others are looked through for such
/// places, in turn; so the table follows the living in size, and a new cell never waits for a look at all of them.</para>
/// </remarks>
/// <param name="guard">Guards the table.</param>
/// <param name="ownerMayReturn">True when the owner is an actor. If it has an <c>[OnStop]</c>, it comes back to life when it is dropped,
/// and stops together with its children.</param>
internal sealed class CollectableCells(Lock guard, bool ownerMayReturn)
{
    private const int FirstSize = 4;        // most parents have few children
    private const int PagesToLookAt = 4;
    private const int EnoughRoom = CellPage.FullSize / 4;

    private readonly object _token = new();
    private readonly List<CellPage?> _pages = [];
    private readonly Stack<int> _gaps = [];
    private int _hand;
    private bool _ownerMayReturn = ownerMayReturn;

    ~CollectableCells()
    {
        if (_ownerMayReturn && _pages.Count > 0)
        {
            // What is found dead for the second time stays so.
            _ownerMayReturn = false;
            GC.ReRegisterForFinalize(this);
            return;
        }

        lock (guard)
        {
            foreach (CellPage? page in _pages) page?.Free();
            _pages.Clear();
        }
    }

    /// <summary>True when some thread may add without the guard.</summary>
    public bool Lends => _pages is [{ IsFullSize: true }, ..] or { Count: > 1 };

    /// <summary>Adds a cell without the guard, to the page that the thread has borrowed from this table. False when there is none, or no
    /// room in it.</summary>
    public bool TryAddAlone(ActorCell cell) =>
        CellPage.Borrowed is { } page && page.IsOf(_token) && page.TryAdd(cell);

    public void Add(ActorCell cell)
    {
        if (!Lends)
        {
            AddToOnly(cell);
            return;
        }

        if (TryAddAlone(cell)) return;
        CellPage page = TakePage();
        page.Borrow();
        page.TryAdd(cell);
    }

    public void Remove(ActorCell cell)
    {
        if (cell.Place == 0) return;
        (int page, int slot) = Math.DivRem(cell.Place - 1, CellPage.FullSize);

        // Else the finalizer has given up this table with an owner that did not stop; see there.
        if (page < _pages.Count) _pages[page]!.Remove(slot);
    }

    /// <summary>Adds those that are alive, the youngest first as far as places tell, and as many as are wanted.</summary>
    public void CopyTo(List<ActorCell> cells, int most)
    {
        most += cells.Count;
        for (int i = _pages.Count - 1; i >= 0 && cells.Count < most; i--) _pages[i]?.CopyTo(cells, most - cells.Count);
    }

    /// <summary>While all fit into one page, it grows with them.</summary>
    private void AddToOnly(ActorCell cell)
    {
        if (_pages.Count == 0) _pages.Add(new CellPage(_token, 0, new GCHandle[FirstSize]));
        CellPage page = _pages[0]!;
        if (page.TryAdd(cell)) return;
        if (page.Rewind() == 0) page.Grow();
        if (page.IsFullSize) Add(cell);
        else page.TryAdd(cell);
    }

    /// <summary>A page that is free and has room: one of the next few, or a new one. Of those few, the ones that are empty go.</summary>
    private CellPage TakePage()
    {
        CellPage? taken = null;
        for (int looks = Math.Min(PagesToLookAt, _pages.Count); looks > 0; looks--)
        {
            int number = _hand = (_hand + 1) % _pages.Count;
            if (_pages[number] is not { IsFree: true } page) continue;
            int room = page.CountRoom();
            if (room < EnoughRoom) room = page.Rewind();
            if (taken is null && room >= EnoughRoom)
            {
                taken = page;
            }
            else if (room == CellPage.FullSize)
            {
                page.Free();
                _pages[number] = null;
                _gaps.Push(number);
            }
        }

        return taken ?? NewPage();
    }

    private CellPage NewPage()
    {
        if (!_gaps.TryPop(out int number))
        {
            number = _pages.Count;
            _pages.Add(null);
        }

        return _pages[number] = new CellPage(_token, number, WeakHandles.RentPage());
    }
}
