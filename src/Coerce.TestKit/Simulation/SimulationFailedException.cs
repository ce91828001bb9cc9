namespace Coerce.TestKit;

/// <summary>A simulation failed: with which seed, after which steps, and how to see it again.</summary>
/// <remarks>The test's own exception is the <see cref="Exception.InnerException"/>.</remarks>
public sealed class SimulationFailedException : Exception
{
    internal SimulationFailedException(string message, int seed, int steps, IReadOnlyList<string> trace, Exception? innerException)
        : base(message, innerException)
    {
        Seed = seed;
        Steps = steps;
        Trace = trace;
    }

    /// <summary>The seed: <see cref="Simulation.Run"/> with it does the same again.</summary>
    public int Seed { get; }

    /// <summary>How many steps the simulation had taken.</summary>
    public int Steps { get; }

    /// <summary>The last steps, oldest first, a line for each.</summary>
    public IReadOnlyList<string> Trace { get; }
}
