using System.Globalization;

namespace Coerce.Generators.Benchmarks;

/// <summary>What the command line says.</summary>
/// <param name="IsStartup">Whether start-up and size are measured, and not the compile time.</param>
/// <param name="Actors">The sizes of the programs that are compiled.</param>
/// <param name="Repetitions">How often each figure is measured.</param>
/// <param name="JsonFile">Where the figures go as JSON; null for nowhere.</param>
internal sealed record Options(bool IsStartup, int[] Actors, int Repetitions, string? JsonFile)
{
    internal static Options Parse(string[] arguments)
    {
        var options = new Options(false, [10, 100, 1_000], 7, null);
        for (int i = 0; i < arguments.Length; i++)
        {
            options = arguments[i] switch
            {
                "--actors" => options with { Actors = [.. Value().Split(',').Select(Number)] },
                "--repetitions" => options with { Repetitions = Number(Value()) },
                "--json" => options with { JsonFile = Value() },
                "startup" => options with { IsStartup = true },
                _ => throw new ArgumentException($"Unknown argument: {arguments[i]}"),
            };

            string Value() => ++i < arguments.Length ? arguments[i] : throw new ArgumentException($"{arguments[i - 1]} has no value.");
        }

        return options;
    }

    private static int Number(string text)
        => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw new ArgumentException($"{text} is no positive number.");
}
