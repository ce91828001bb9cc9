using System.Collections.Concurrent;
using Coerce.Dispatch;

namespace Coerce.Hosting;

/// <summary>Finds out which actors come to their messages in time. One probe at most waits in a mailbox, however often health is
/// checked.</summary>
internal sealed class HealthProbes(ActorSystem system)
{
    private readonly ConcurrentDictionary<ActorCell, HealthProbe> _open = new();

    /// <summary>Waits until an actor has come to a message behind those that wait now.</summary>
    /// <returns>Null when it has; else how long the oldest probe has waited.</returns>
    public async Task<TimeSpan?> ProbeAsync(ActorCell cell, TimeSpan timeout, CancellationToken cancellationToken)
    {
        TimeProvider clock = system.Options.Clock;
        HealthProbe probe = OpenProbe(cell, clock);
        try
        {
            // One that was sent by an earlier check has had its time already, or a part of it.
            TimeSpan left = timeout - clock.GetElapsedTime(probe.SentAt);
            if (left > TimeSpan.Zero) await probe.Passed.WaitAsync(left, clock, cancellationToken);
        }
        catch (TimeoutException)
        {
        }

        if (!probe.Passed.IsCompleted) return clock.GetElapsedTime(probe.SentAt);
        _open.TryRemove(new(cell, probe));
        return null;
    }

    private HealthProbe OpenProbe(ActorCell cell, TimeProvider clock)
    {
        // What came through after its check had given up says nothing of the actor as it is now.
        if (_open.TryGetValue(cell, out HealthProbe? earlier) && earlier.Passed.IsCompleted) _open.TryRemove(new(cell, earlier));

        var probe = new HealthProbe(clock.GetTimestamp());
        HealthProbe open = _open.GetOrAdd(cell, probe);
        if (ReferenceEquals(open, probe)) cell.Post(probe);
        return open;
    }
}
