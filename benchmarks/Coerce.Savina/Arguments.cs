using System.Collections.Immutable;
using System.Globalization;

namespace Coerce.Savina;

/// <summary>What the command line asks for.</summary>
public sealed record Arguments(ImmutableArray<SavinaProgram> Programs, double Scale)
{
    private const double MaxScale = 1_000;

    /// <summary>What is asked for, or what is wrong with it.</summary>
    public static (Arguments? Arguments, string? Problem) Parse(IReadOnlyList<string> words, ImmutableArray<SavinaProgram> suite)
    {
        var programs = ImmutableArray.CreateBuilder<SavinaProgram>();
        double scale = 1;
        for (int i = 0; i < words.Count; i++)
        {
            if (words[i] == "--scale")
            {
                if (++i == words.Count || !TryParseScale(words[i], out scale))
                    return (null, $"--scale takes a number above 0, at most {MaxScale:N0}");
            }
            else if (suite.FirstOrDefault(program => program.Name == words[i]) is { } program)
            {
                programs.Add(program);
            }
            else
            {
                return (null, $"there is no {words[i]}, but {string.Join(", ", suite.Select(program => program.Name))}");
            }
        }

        return (new Arguments(programs.Count == 0 ? suite : programs.ToImmutable(), scale), null);
    }

    private static bool TryParseScale(string word, out double scale) =>
        double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out scale) && scale is > 0 and <= MaxScale;
}
