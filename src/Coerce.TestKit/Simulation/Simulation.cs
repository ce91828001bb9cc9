using System.Runtime.ExceptionServices;
using System.Text;
using Microsoft.Extensions.Logging;

namespace Coerce.TestKit;

/// <summary>Runs a test in one thread, with all that its actors do, in an order that a seed chooses.</summary>
/// <remarks>
/// <para>Every turn, everything after an <c>await</c>, of the actors and of the test, and every timer is a step; a step begins
/// when another has ended. The same seed gives the same order each time. Do not block in such a test: nothing else runs
/// meanwhile.</para>
/// <para>The order is the seed's only for code that stays in the simulation. <c>Task.Run</c>, <c>ConfigureAwait(false)</c>,
/// real timers and real input and output leave it.</para>
/// </remarks>
/// <example>
/// <code>
/// Simulation.Explore(seeds: 1000, async host =>
/// {
///     AccountRef alice = host.System.Spawn(Account.Props(balance: 50));
///     await Task.WhenAll(alice.AskAsync(new Withdraw(40)).AsTask(), alice.AskAsync(new Withdraw(40)).AsTask());
///     Assert.Equal(10u, await alice.GetBalanceAsync());
/// });
/// </code>
/// </example>
public static class Simulation
{
    /// <summary>Runs a test with one seed: to see again what a failure was about.</summary>
    /// <param name="seed">The seed.</param>
    /// <param name="test">The test. The host's actors are stopped after it.</param>
    /// <param name="options">How to run it; null for the defaults. A seed replays only with the options that it failed with.</param>
    /// <returns>How many steps it took.</returns>
    /// <exception cref="SimulationFailedException">The test failed, waits for what never comes, or does not end; or its actors do
    /// not stop.</exception>
    public static SimulationRun Run(int seed, Func<SimulationHost, Task> test, SimulationOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(test);
        options = (options ?? new SimulationOptions()).Checked();
        ExecutionContext? caller = ExecutionContext.Capture();
        SynchronizationContext? callers = SynchronizationContext.Current;
        try
        {
            return RunInside(seed, test, options, caller);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(callers);
            if (caller is not null) ExecutionContext.Restore(caller);
        }
    }

    /// <summary>Runs a test with many seeds, one after the other, up to the first that fails.</summary>
    /// <param name="seeds">How many.</param>
    /// <param name="test">The test. It is run once for each seed, so it must not keep state outside of its host.</param>
    /// <param name="options">How to run it; null for the defaults.</param>
    /// <returns>How many orders of steps there were.</returns>
    /// <exception cref="SimulationFailedException">With one of the seeds the test failed, waits for what never comes, or does not
    /// end; or its actors do not stop.</exception>
    public static Exploration Explore(int seeds, Func<SimulationHost, Task> test, SimulationOptions? options = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seeds, 1);
        int first = options?.FirstSeed ?? 0;
        long steps = 0;
        HashSet<ulong> interleavings = [];
        for (int count = 0; count < seeds; count++)
        {
            SimulationRun run = Run(first + count, test, options);
            steps += run.Steps;
            interleavings.Add(run.Interleaving);
        }

        return new Exploration(seeds, steps, interleavings.Count);
    }

    private static SimulationRun RunInside(
        int seed, Func<SimulationHost, Task> test, SimulationOptions options, ExecutionContext? caller)
    {
        var time = new VirtualTime(options.Start);
        var simulator = new Simulator(seed, options, time);
        time.Driver = simulator;
        var host = new SimulationHost(seed, simulator, time, options);
        try
        {
            RunPart(simulator, () => test(host), options.AutoAdvance, caller);

            // Whatever the test was about, its actors stop within the time that a program gives them.
            RunPart(simulator, () => host.System.StopAsync(), autoAdvance: true, caller);
        }
        catch (Exception failure)
        {
            // Put into words before the actors move on.
            string[] trace = simulator.Trace.Lines();
            int steps = simulator.Steps;
            string message = Message(seed, host, simulator, trace, failure);
            foreach (var cell in host.System.Top()) cell.RequestStop(immediately: true);
            simulator.RunOut();
            throw new SimulationFailedException(message, seed, steps, trace, failure is StuckException ? null : failure);
        }

        return new SimulationRun(seed, simulator.Steps, simulator.Interleaving);
    }

    /// <summary>Begins something in a step, in the caller's ambient context, and runs the simulation until it has ended.</summary>
    private static void RunPart(Simulator simulator, Func<Task> part, bool autoAdvance, ExecutionContext? caller)
    {
        Task? task = null;
        var ended = new TaskCompletionSource();
        simulator.Enqueue(new Step(StepKind.Continuation, null, _ =>
        {
            if (caller is null) task = BeginAsync(part, ended);
            else ExecutionContext.Run(caller, _ => task = BeginAsync(part, ended), null);
        }, null));
        simulator.RunUntil(ended.Task, autoAdvance);
        if (task!.Exception?.InnerException is { } failure) ExceptionDispatchInfo.Throw(failure);
        task.GetAwaiter().GetResult();
    }

    private static async Task BeginAsync(Func<Task> part, TaskCompletionSource ended)
    {
        try
        {
            await part();
        }
        finally
        {
            ended.SetResult();
        }
    }

    private static string Message(int seed, SimulationHost host, Simulator simulator, string[] trace, Exception failure)
    {
        var text = new StringBuilder();
        text.Append($"The simulation with seed {seed} failed after {simulator.Steps} steps. ");
        text.Append($"Replay it with Simulation.Run(seed: {seed}, ...), the same test and the same options.\n\n");
        if (failure is StuckException)
            text.Append(failure.Message).Append('\n').Append(StuckReport.Of(host.System, simulator.Asks!, host.Time));
        else
            text.Append($"{failure.GetType().Name}: {failure.Message}\n");

        text.Append("\nThe last steps:\n").AppendJoin('\n', trace).Append('\n');
        LogLine[] logged = [.. host.Logs.Where(static line => line.Level >= LogLevel.Warning).TakeLast(10)];
        if (logged.Length > 0)
        {
            text.Append("\nWarnings and errors:\n");
            foreach (LogLine line in logged) text.Append($"  {line.Text}{(line.Failure is { } cause ? ": " + cause.Message : "")}\n");
        }

        if (simulator.OutsideCount > 0)
        {
            text.Append(
                $"\nSomething came from outside of the simulation {simulator.OutsideCount} times (Task.Run, real timers, real input and output), at no chosen moment: the seed may not replay.\n");
        }

        return text.ToString();
    }
}
