using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;

namespace Coerce.Savina;

/// <summary>A program has run, and all its invariants hold.</summary>
public sealed record Performance(SavinaProgram Program, Outcome Outcome, TimeSpan Elapsed)
{
    public double MessagesPerSecond => Outcome.Messages / Elapsed.TotalSeconds;
}

/// <summary>Runs programs and takes the time.</summary>
public static class Stage
{
    /// <summary>Runs a program in a system of its own.</summary>
    /// <param name="program">The program.</param>
    /// <param name="patience">How long it may take: a program that has lost a message would wait for ever.</param>
    /// <exception cref="AskTimeoutException">It took longer.</exception>
    /// <inheritdoc cref="RunAsync(SavinaProgram, ActorSystem)"/>
    public static async Task<Performance> RunAsync(SavinaProgram program, TimeSpan patience)
    {
        // Not logged: the first failure is thrown from here, and one more for each message would hide it.
        var options = new ActorSystemOptions { AskTimeout = patience, LoggerFactory = NullLoggerFactory.Instance };
        await using var system = new ActorSystem(program.Name, options);
        return await RunAsync(program, system);
    }

    /// <summary>Runs a program in a system that has nothing else to do.</summary>
    /// <exception cref="InvariantException">An invariant of the program does not hold, or there was a dead letter: no program has
    /// any.</exception>
    public static async Task<Performance> RunAsync(SavinaProgram program, ActorSystem system)
    {
        using var broken = new CancellationTokenSource();
        DeadLetter? first = null;
        using IDisposable subscription = system.DeadLetters.Subscribe(letter =>
        {
            if (Interlocked.CompareExchange(ref first, letter, null) is null) broken.Cancel();
        });

        try
        {
            long begin = Stopwatch.GetTimestamp();
            Outcome outcome = await program.RunAsync(system, broken.Token);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(begin);
            broken.Token.ThrowIfCancellationRequested();
            return new Performance(program, outcome, elapsed);
        }
        catch (OperationCanceledException) when (first is not null)
        {
            throw Broken(first);
        }
    }

    private static InvariantException Broken(DeadLetter letter) => letter.Failure switch
    {
        InvariantException failure => failure,
        { } failure => new InvariantException($"{letter.Path} failed on {letter.Message}: {failure.Message}"),
        null => new InvariantException($"{letter.Message} was sent to {letter.Path}, but not handled: {letter.Reason}."),
    };
}
