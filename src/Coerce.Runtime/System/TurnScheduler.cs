using Coerce.Cells;

namespace Coerce;

/// <summary>Where the turns of a system's actors run. The thread pool, unless a test wants to choose their order.</summary>
/// <remarks>An ask of an idle actor runs in the caller's thread and does not come here, except under a
/// <see cref="SynchronizationContext"/>: a scheduler that wants to see every turn installs one.</remarks>
public abstract class TurnScheduler
{
    /// <summary>How many messages an actor handles before it lets others go on. 256.</summary>
    protected internal virtual int MessagesPerSlice => 256;

    /// <summary>Runs a slice of an actor's turns, soon. Thread-safe.</summary>
    /// <param name="slice">The slice; an actor has one at most at a time.</param>
    protected internal abstract void Schedule(IThreadPoolWorkItem slice);

    /// <summary>The deadlines of the asks of a system.</summary>
    internal virtual AskDeadlines NewDeadlines(TimeSpan timeout) => new(timeout);

    /// <summary>What spreads the waits before restarts: at least 0, less than 1.</summary>
    internal virtual double NextJitter() => Random.Shared.NextDouble();
}
