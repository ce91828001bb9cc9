namespace Coerce.TestKit;

/// <summary>How a simulation runs.</summary>
public sealed record SimulationOptions
{
    /// <summary>When nothing can run any more and the test still waits, the virtual time moves to the next timer. Off: only the
    /// test moves the time, and a simulation that waits for a timer fails.</summary>
    public bool AutoAdvance { get; init; }

    /// <summary>Asks expire in virtual time. Off: they wait for ever, so that one that is never answered is found as what it
    /// is.</summary>
    public bool AskDeadlines { get; init; }

    /// <summary>How many steps a simulation may take before it fails as endless. A million.</summary>
    public int MaxSteps { get; init; } = 1_000_000;

    /// <summary>How many of the last steps a failure shows. 40.</summary>
    public int TraceLength { get; init; } = 40;

    /// <summary>The first seed that <see cref="Simulation.Explore"/> tries; the others follow it. 0.</summary>
    public int FirstSeed { get; init; }

    /// <summary>The time at which the virtual time begins. The beginning of the year 2000.</summary>
    public DateTimeOffset Start { get; init; } = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Changes the options of the actor system.</summary>
    public Action<ActorSystemOptions>? Configure { get; init; }

    /// <summary>How long, in real time, a simulation in which nothing can run waits for something from outside of it, such as the
    /// end of a <see cref="Task.Run(Action)"/>. Half a second.</summary>
    /// <remarks>What comes from outside comes at no chosen moment: a seed may then not replay.</remarks>
    public TimeSpan OutsidePatience { get; init; } = TimeSpan.FromSeconds(0.5);

    internal SimulationOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxSteps, 1, nameof(MaxSteps));
        ArgumentOutOfRangeException.ThrowIfLessThan(TraceLength, 1, nameof(TraceLength));
        ArgumentOutOfRangeException.ThrowIfLessThan(OutsidePatience, TimeSpan.Zero, nameof(OutsidePatience));
        return this;
    }
}
