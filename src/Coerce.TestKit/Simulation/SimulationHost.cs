namespace Coerce.TestKit;

/// <summary>The host of a simulated test. Everything in it runs in one thread, in the order that the seed chooses.</summary>
/// <remarks>For the test's code inside the simulation.</remarks>
public sealed class SimulationHost : TestHost
{
    private readonly Simulator _simulator;

    internal SimulationHost(int seed, Simulator simulator, VirtualTime time, SimulationOptions options)
        : base(time, simulator, options.Configure)
    {
        Seed = seed;
        Random = SeededRandom.New(seed, stream: 2);
        _simulator = simulator;
    }

    /// <summary>The seed of the simulation.</summary>
    public int Seed { get; }

    /// <summary>For choices of the test's own, such as amounts and numbers of actors: the same ones with the same seed.</summary>
    public Random Random { get; }

    /// <summary>How many steps the simulation has taken.</summary>
    public int Steps => _simulator.Steps;

    internal override TaskCreationOptions SignalOptions => TaskCreationOptions.None;

    /// <summary>Waits until nothing can run any more at this instant: all messages are handled, but for those that wait for a
    /// timer, for a reply of a probe or for this test.</summary>
    /// <returns>When that is so.</returns>
    public Task SettleAsync()
    {
        var settled = new TaskCompletionSource();
        _simulator.Settling.Add(settled);
        return settled.Task;
    }

    internal override async Task<T> ExpectAsync<T>(Expectation<T> expectation, TimeSpan? within)
    {
        _simulator.Expectations.Add(expectation);
        try
        {
            using ITimer? timer = within is { } time
                ? Time.CreateTimer(static expectation => ((Expectation)expectation!).Fail(), expectation, time, Timeout.InfiniteTimeSpan)
                : null;
            return await expectation.Task;
        }
        finally
        {
            _simulator.Expectations.Remove(expectation);
        }
    }

    internal override async Task ExpectNoneAsync(Task unexpected, TimeSpan? within)
    {
        await SettleAsync();
        if (within is { } time) Time.Advance(time);
    }
}
