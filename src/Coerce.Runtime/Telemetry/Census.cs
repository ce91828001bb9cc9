using System.Diagnostics.Metrics;
using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.Telemetry;

/// <summary>Counts actors and what waits for them, when somebody collects these numbers and at no other time.</summary>
/// <remarks>
/// An anonymous actor may cease to be without a stop that could be counted (decision 0011), so nothing is added up while actors come and go:
/// the tables of children are walked. An actor counts until the garbage collector has found it.
/// </remarks>
internal static class Census
{
    private static readonly Lock Guard = new();
    private static readonly List<WeakReference<ActorSystem>> Systems = [];
    private static int s_sweepAt = 16;

    /// <summary>Counts the actors of a system from now on. It does not keep the system alive.</summary>
    public static void Add(ActorSystem system)
    {
        lock (Guard)
        {
            if (Systems.Count >= s_sweepAt)
            {
                Systems.RemoveAll(static reference => !reference.TryGetTarget(out _));
                s_sweepAt = Math.Max(16, Systems.Count * 2);
            }

            Systems.Add(new(system));
        }
    }

    public static IEnumerable<Measurement<long>> Actors() => Sum(static _ => 1);

    public static IEnumerable<Measurement<long>> QueueLengths() => Sum(static cell => cell.QueueLength);

    private static IEnumerable<Measurement<long>> Sum(Func<ActorCell, long> number)
    {
        WeakReference<ActorSystem>[] systems;
        lock (Guard) systems = [.. Systems];

        var sums = new Dictionary<(string System, string Actor), long>();
        foreach (WeakReference<ActorSystem> reference in systems)
            if (reference.TryGetTarget(out ActorSystem? system)) Add(sums, system, number);

        return sums.Select(static sum => new Measurement<long>(
            sum.Value, new(Tags.System, sum.Key.System), new KeyValuePair<string, object?>(Tags.Actor, sum.Key.Actor)));
    }

    private static void Add(
        Dictionary<(string System, string Actor), long> sums, ActorSystem system, Func<ActorCell, long> number)
    {
        // A list rather than calls: a line of children must not use up the stack.
        var families = new Stack<ActorCell[]>([system.Top()]);
        while (families.TryPop(out ActorCell[]? family))
        {
            foreach (ActorCell cell in family)
            {
                if (cell.ExtrasOrNull?.ChildrenOrNull is { } children) families.Push(children.Snapshot());

                // A pool is no actor, and what waits for it waits for its members.
                if (cell.Detour is PoolRouter) continue;
                (string, string) key = (system.Name, cell.Descriptor.Name);
                sums[key] = sums.GetValueOrDefault(key) + number(cell);
            }
        }
    }
}
