namespace Coerce;

/// <summary>What becomes of an actor whose handler threw, and how often.</summary>
/// <remarks>Immutable. Given on a class by <see cref="ActorAttribute.OnFailure"/>, for one actor by
/// <see cref="Props{TRef}.WithSupervision"/>, or decided by a parent that handles <see cref="ChildFailed"/>.</remarks>
public sealed record Supervision
{
    /// <summary>An actor goes on with the state it has. What happens when nobody says otherwise.</summary>
    public static Supervision Resume { get; } = new(FailureAction.Resume);

    /// <summary>A failed actor stops.</summary>
    public static Supervision Stop { get; } = new(FailureAction.Stop);

    /// <summary>A failed actor stops, and its parent has failed.</summary>
    public static Supervision Escalate { get; } = new(FailureAction.Escalate);

    private Supervision(FailureAction action) => Action = action;

    /// <summary>What happens on a failure.</summary>
    public FailureAction Action { get; }

    /// <summary>How many restarts within <see cref="Window"/> there are before the actor is stopped. 10.</summary>
    public int MaxRestarts { get; private init; } = 10;

    /// <summary>The time in which restarts are counted. One minute.</summary>
    public TimeSpan Window { get; private init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long the first restart waits; each further one within the window waits twice as long. No wait.</summary>
    public TimeSpan Backoff { get; private init; }

    /// <summary>The longest wait before a restart. 30 seconds.</summary>
    public TimeSpan MaxBackoff { get; private init; } = TimeSpan.FromSeconds(30);

    /// <summary>By how much a wait is lengthened at random, as a share of it from 0 to 1, so that actors that failed together
    /// do not come back together. 0.</summary>
    public double Jitter { get; private init; }

    /// <summary>A failed actor is made anew from its recipe.</summary>
    /// <param name="maxRestarts">How many restarts within <paramref name="window"/>; one more failure stops the actor.</param>
    /// <param name="window">The time in which restarts are counted; null for a minute.</param>
    /// <param name="backoff">How long the first restart waits, doubled for each further one; null for no wait.</param>
    /// <param name="maxBackoff">The longest wait; null for 30 seconds.</param>
    /// <param name="jitter">By how much a wait is lengthened at random, from 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of its range.</exception>
    public static Supervision Restart(
        int maxRestarts = 10, TimeSpan? window = null, TimeSpan? backoff = null, TimeSpan? maxBackoff = null, double jitter = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxRestarts);
        if (jitter is not (>= 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(jitter), jitter, "The jitter is a share from 0 to 1.");
        CheckTime(window, nameof(window), allowZero: false);
        CheckTime(backoff, nameof(backoff), allowZero: true);
        CheckTime(maxBackoff, nameof(maxBackoff), allowZero: true);

        var made = new Supervision(FailureAction.Restart) { MaxRestarts = maxRestarts, Jitter = jitter };
        return made with
        {
            Window = window ?? made.Window,
            Backoff = backoff ?? made.Backoff,
            MaxBackoff = maxBackoff ?? made.MaxBackoff,
        };
    }

    /// <summary>How long the restart with a number waits.</summary>
    /// <param name="restart">The number within the window, from 1.</param>
    /// <param name="random">A number from 0 to 1 for the jitter.</param>
    internal TimeSpan WaitBefore(int restart, double random)
    {
        if (Backoff == TimeSpan.Zero) return TimeSpan.Zero;
        double ticks = Math.Min(Backoff.Ticks * Math.Pow(2, restart - 1), MaxBackoff.Ticks);
        return TimeSpan.FromTicks((long)(ticks * (1 + (Jitter * random))));
    }

    private static void CheckTime(TimeSpan? time, string name, bool allowZero)
    {
        if (time is { } value && (value < TimeSpan.Zero || (value == TimeSpan.Zero && !allowZero) || value.TotalMilliseconds > int.MaxValue))
            throw new ArgumentOutOfRangeException(name, time, "The time must not be negative, nor over 24 days.");
    }
}
