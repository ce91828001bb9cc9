using Coerce.Cells;

namespace Coerce;

// Messages that are sent later.
public sealed partial class ActorSystem
{
    private SystemTimers? _timers;

    /// <summary>The system's own timers; null where they are those of a clock that is not the machine's, or of a scheduler.</summary>
    internal SystemTimers? Timers => Volatile.Read(ref _timers) ?? MakeTimers();

    private SystemTimers? MakeTimers()
    {
        if (Options.Scheduler is not null || !ReferenceEquals(Options.Clock, TimeProvider.System)) return null;
        return Interlocked.CompareExchange(ref _timers, new SystemTimers(Options.TimerClock ?? TimeProvider.System), null) ?? _timers;
    }
}
