using System.Diagnostics;

namespace Coerce.Benchmarks.Suite;

/// <summary>Runs the cases and reports: warm-up, then repetitions of case and baseline in turn, so that what else the machine does
/// hits both.</summary>
internal static class SuiteRunner
{
    private const int Failed = 1;
    private const int Unusable = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter error)
    {
        (SuiteOptions? options, string? problem) = SuiteOptions.Parse(arguments);
        if (options is null) return Fail(Unusable, problem);

        // Tried before the minutes that the rest takes.
        try
        {
            if (options.Json is not null) File.WriteAllText(options.Json, "[]\n");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return Fail(Unusable, $"{options.Json}: {failure.Message}");
        }

        long start = Stopwatch.GetTimestamp();
        var rows = new List<Row>();
        foreach (SuiteCase one in options.Cases)
        {
            try
            {
                error.WriteLine($"{one.Name} ...");
                rows.Add(await RunAsync(one, options.Scale));
            }
            catch (SuiteException wrong)
            {
                return Fail(Failed, $"{one.Name}: {wrong.Message}");
            }
        }

        output.WriteLine(Report.Table(rows));
        if (options.Json is not null) File.WriteAllText(options.Json, Report.ToJson(rows) + "\n");
        output.WriteLine();
        output.WriteLine($"{rows.Count(row => row.Met)} of {rows.Count} goals met, in {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        return 0;

        int Fail(int code, string? reason)
        {
            error.WriteLine($"suite: {reason}");
            return code;
        }
    }

    private static async Task<Row> RunAsync(SuiteCase one, Scale scale)
    {
        Func<Side> coerce = () => one.Coerce(scale);
        Func<Side>? baseline = one.Baseline is { } make ? () => make(scale) : null;
        await WarmUpAsync(coerce, scale);
        if (baseline is not null) await WarmUpAsync(baseline, scale);

        List<Sample> ours = [], theirs = [];
        for (int left = scale.IsQuick ? 3 : 7; left > 0; left--)
        {
            ours.Add(await Sample.TakeAsync(coerce));
            if (baseline is not null) theirs.Add(await Sample.TakeAsync(baseline));
        }

        return Row.Of(one, Measurement.Of(ours), baseline is null ? null : Measurement.Of(theirs));
    }

    /// <summary>Until the code is compiled as well as it will ever be.</summary>
    private static async Task WarmUpAsync(Func<Side> newSide, Scale scale)
    {
        long start = Stopwatch.GetTimestamp();
        do await Sample.TakeAsync(newSide);
        while (!scale.IsQuick && Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(1));
    }
}
