namespace Coerce.Benchmarks.Suite;

/// <summary>The command line after <c>suite</c>.</summary>
internal sealed record SuiteOptions(IReadOnlyList<SuiteCase> Cases, Scale Scale, string? Json)
{
    private const string Usage = "--json FILE, --only CASE,CASE, --quick";

    /// <summary>The options, or one line that says what is wrong with them.</summary>
    public static (SuiteOptions? Options, string? Problem) Parse(IReadOnlyList<string> arguments)
    {
        var options = new SuiteOptions(SuiteCase.All, new Scale(IsQuick: false), null);
        for (int i = 0; i < arguments.Count; i++)
        {
            switch (arguments[i])
            {
                case "--quick":
                    options = options with { Scale = new Scale(IsQuick: true) };
                    break;
                case "--json" when i + 1 < arguments.Count:
                    options = options with { Json = arguments[++i] };
                    break;
                case "--only" when i + 1 < arguments.Count:
                    string[] names = arguments[++i].Split(',', StringSplitOptions.TrimEntries);
                    if (names.FirstOrDefault(name => SuiteCase.All.All(one => one.Name != name)) is { } unknown)
                        return (null, $"there is no case '{unknown}'; the cases are: {string.Join(", ", SuiteCase.All.Select(one => one.Name))}");
                    options = options with { Cases = [.. SuiteCase.All.Where(one => names.Contains(one.Name))] };
                    break;
                case "--json" or "--only":
                    return (null, $"{arguments[i]} wants a value; the options are: {Usage}");
                default:
                    return (null, $"there is no option '{arguments[i]}'; the options are: {Usage}");
            }
        }

        return (options, null);
    }
}
