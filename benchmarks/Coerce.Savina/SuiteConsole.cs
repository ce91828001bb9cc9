using System.Collections.Immutable;

namespace Coerce.Savina;

/// <summary>Runs programs and prints a line for each.</summary>
public static class SuiteConsole
{
    private const int Broken = 1;
    private const int Misused = 2;

    /// <summary>The share of a program that is run before it is timed, so that the time is not the compiler's.</summary>
    private const double WarmUp = 0.01;

    /// <returns>The exit code: 0; 1 if an invariant does not hold; 2 for arguments that cannot be used.</returns>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> words, ImmutableArray<SavinaProgram> suite, TextWriter output, TextWriter error)
    {
        (Arguments? arguments, string? problem) = Arguments.Parse(words, suite);
        if (arguments is null)
        {
            error.WriteLine($"Savina: {problem}");
            return Misused;
        }

        TimeSpan patience = TimeSpan.FromMinutes(1) * Math.Max(1, arguments.Scale);
        foreach (SavinaProgram program in arguments.Programs)
        {
            try
            {
                await Stage.RunAsync(program.Times(arguments.Scale * WarmUp), patience);
                output.WriteLine(Line(await Stage.RunAsync(program.Times(arguments.Scale), patience)));
            }
            catch (Exception failure) when (failure is InvariantException or AskTimeoutException)
            {
                error.WriteLine($"{program.Name}: {failure.Message}");
                return Broken;
            }
        }

        return 0;
    }

    private static string Line(Performance performance)
    {
        string retries = performance.Outcome.Retries is { } count ? $"{count:N0} retries, " : "";
        return $"{performance.Program.Name,-24}{performance.Program.Size,-44}{performance.Elapsed.TotalSeconds,8:N3} s"
            + $"{performance.MessagesPerSecond,14:N0} messages/s   {retries}invariants hold";
    }
}
