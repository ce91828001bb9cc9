using System.Globalization;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>Measures what generator and analyzers add to a compilation. Each step starts from what the last one left.</summary>
internal static class CompileTimeBenchmark
{
    private const int WarmUpActors = 50;

    /// <summary>The analyzers look at everything after each edit, so that two of them are enough.</summary>
    private static readonly (Edit Edit, string Name, bool IsAnalyzed)[] Cases =
    [
        (Edit.Cold, "cold", true),
        (Edit.Unrelated, "unrelated edit", true),
        (Edit.UnrelatedDeclaration, "unrelated declaration", false),
        (Edit.HandlerBody, "handler body", false),
        (Edit.AddHandler, "add handler", false),
    ];

    internal static async Task RunAsync(Options options)
    {
        await WarmUpAsync();

        var rows = new List<Row>();
        Print("case", "actors", "median ms", "min ms", "max ms", "µs/actor", "goal");
        foreach (int actors in options.Actors.Order())
        {
            var program = new CompiledProgram(actors);
            program.Generate();
            program.Verify();
            foreach ((Edit edit, string name, bool isAnalyzed) in Cases)
            {
                (List<TimeSpan> generating, List<TimeSpan> analyzing) = await MeasureAsync(program, edit, options.Repetitions, isAnalyzed);
                var generator = Row.From($"generator, {name}", actors, generating);
                Add(Goals.ForGenerator(generator, edit, Smaller(generator)));
                if (!isAnalyzed) continue;

                var analyzers = Row.From($"analyzers, {name}", actors, analyzing);
                Add(Goals.ForAnalyzers(analyzers, generator, Smaller(analyzers)));
            }
        }

        if (options.JsonFile is { } file) Json.Write(file, rows);

        Row? Smaller(Row row) => rows.LastOrDefault(other => other.Case == row.Case);

        void Add(Row row)
        {
            rows.Add(row);
            Print(
                row.Case, $"{row.Actors}", Text(row.MedianMs), Text(row.MinMs), Text(row.MaxMs), Text(row.PerActorUs),
                row.Met is { } met ? $"{(met ? "met:   " : "missed:")} {row.Goal}" : "");
        }
    }

    // Until the compiler, the generator and the analyzers are themselves compiled to the end.
    private static async Task WarmUpAsync()
    {
        Console.WriteLine("Warming up ...");
        var program = new CompiledProgram(WarmUpActors);
        foreach ((Edit edit, _, bool isAnalyzed) in Cases)
        {
            await MeasureAsync(program, edit, repetitions: 20, isAnalyzed: false);
            await MeasureAsync(program, edit, repetitions: 3, isAnalyzed);
        }
    }

    private static async Task<(List<TimeSpan> Generating, List<TimeSpan> Analyzing)> MeasureAsync(
        CompiledProgram program, Edit edit, int repetitions, bool isAnalyzed)
    {
        var generating = new List<TimeSpan>();
        var analyzing = new List<TimeSpan>();
        for (int i = 0; i < repetitions; i++)
        {
            program.Apply(edit);
            generating.Add(program.Generate());
            if (isAnalyzed) analyzing.Add(await program.AnalyzeAsync());
        }

        return (generating, analyzing);
    }

    private static string Text(double figure) => figure.ToString("0.00", CultureInfo.InvariantCulture);

    private static void Print(string name, string actors, string median, string min, string max, string perActor, string goal)
        => Console.WriteLine($"{name,-34}{actors,7}{median,12}{min,12}{max,12}{perActor,12}  {goal}".TrimEnd());
}
