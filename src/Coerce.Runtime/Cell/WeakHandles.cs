using System.Runtime.InteropServices;

namespace Coerce.Cells;

/// <summary>Weak handles that are not in use: to point one elsewhere costs a fifth of making and freeing one.</summary>
/// <remarks>Thread-safe. Each thread has some of its own; a bounded number passes between threads, in pages.</remarks>
internal static class WeakHandles
{
    private const int MostPages = 4_096;

    private static readonly Lock Guard = new();
    private static readonly Stack<GCHandle[]> Pages = [];

    [ThreadStatic]
    private static GCHandle[]? t_handles;

    [ThreadStatic]
    private static int t_count;

    /// <summary>A handle that does not keep its target alive, and still knows it when it has come back to life.</summary>
    public static GCHandle Rent(object target)
    {
        if (t_count == 0 && !TryTakePage()) return GCHandle.Alloc(target, GCHandleType.WeakTrackResurrection);
        GCHandle handle = t_handles![--t_count];
        handle.Target = target;
        return handle;
    }

    /// <summary>Handles without targets for a whole page; where there are none, the places for them.</summary>
    public static GCHandle[] RentPage()
    {
        lock (Guard) return Pages.TryPop(out GCHandle[]? page) ? page : new GCHandle[CellPage.FullSize];
    }

    /// <summary>Takes handles back, and their array if it is a full page of them.</summary>
    public static void Return(GCHandle[] handles)
    {
        bool isPage = handles.Length == CellPage.FullSize;
        foreach (ref GCHandle handle in handles.AsSpan())
        {
            if (!handle.IsAllocated) isPage = false;
            else if (handle.Target is not null) handle.Target = null;
        }

        if (isPage && TryGive(handles)) return;
        foreach (GCHandle handle in handles)
            if (handle.IsAllocated) Return(handle);
    }

    private static void Return(GCHandle handle)
    {
        t_handles ??= new GCHandle[CellPage.FullSize];
        if (t_count == CellPage.FullSize)
        {
            if (!TryGive(t_handles))
            {
                handle.Free();
                return;
            }

            t_handles = new GCHandle[CellPage.FullSize];
            t_count = 0;
        }

        t_handles[t_count++] = handle;
    }

    private static bool TryTakePage()
    {
        lock (Guard)
        {
            if (!Pages.TryPop(out GCHandle[]? page)) return false;
            t_handles = page;
        }

        t_count = CellPage.FullSize;
        return true;
    }

    private static bool TryGive(GCHandle[] page)
    {
        lock (Guard)
        {
            if (Pages.Count == MostPages) return false;
            Pages.Push(page);
            return true;
        }
    }
}
