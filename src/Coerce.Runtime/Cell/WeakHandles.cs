using System.Runtime.InteropServices;

namespace Coerce.Cells;

/// <summary>Weak handles that are not in use: to point one elsewhere costs a fifth of making and freeing one.</summary>
/// <remarks>Thread-safe. Each thread has some of its own; a bounded number passes between threads, in bundles.</remarks>
internal static class WeakHandles
{
    private const int BundleSize = 1_024;
    private const int MostBundles = 64;

    private static readonly Lock Guard = new();
    private static readonly Stack<GCHandle[]> Bundles = [];

    [ThreadStatic]
    private static GCHandle[]? t_handles;

    [ThreadStatic]
    private static int t_count;

    /// <summary>A handle that does not keep its target alive, and still knows it when it has come back to life.</summary>
    public static GCHandle Rent(object target)
    {
        if (t_count == 0 && !TakeBundle()) return GCHandle.Alloc(target, GCHandleType.WeakTrackResurrection);
        GCHandle handle = t_handles![--t_count];
        handle.Target = target;
        return handle;
    }

    public static void Return(GCHandle handle)
    {
        t_handles ??= new GCHandle[BundleSize];
        if (t_count == BundleSize && !TryGiveBundle())
        {
            handle.Free();
            return;
        }

        handle.Target = null;
        t_handles[t_count++] = handle;
    }

    private static bool TakeBundle()
    {
        lock (Guard)
        {
            if (!Bundles.TryPop(out GCHandle[]? bundle)) return false;
            t_handles = bundle;
        }

        t_count = BundleSize;
        return true;
    }

    private static bool TryGiveBundle()
    {
        lock (Guard)
        {
            if (Bundles.Count == MostBundles) return false;
            Bundles.Push(t_handles!);
        }

        t_handles = new GCHandle[BundleSize];
        t_count = 0;
        return true;
    }
}
