using System.Globalization;

namespace Coerce.Generators.Benchmarks.CompileTime;

/// <summary>Measures what generator and analyzers add to a compilation. Each step starts from what the last one left.</summary>
internal static class CompileTimeBenchmark
{
    private const int WarmUpActors = 50;

    private static readonly (Edit Edit, string Name, bool IsAnalyzed)[] Cases =
    [
        (Edit.Cold, "cold", true),
        (Edit.Unrelated, "unrelated edit", true),
        (Edit.UnrelatedDeclaration, "unrelated declaration", true),
        (Edit.HandlerBody, "handler body", true),
        (Edit.AddHandler, "add handler", true),
    ];

    internal static async Task RunAsync(Options options)
    {
        await WarmUpAsync();

        var rows = new List<Row>();
        Print("case", "actors", "median ms", "min ms", "max ms", "µs/actor", "goal");
        foreach (int actors in options.Actors.Order())
        {
            var finding = new CompiledProgram(actors, new FindsActorsOnly());
            finding.Generate();
            Add(Row.From("finding alone, unrelated edit", actors, Generate(finding, Edit.Unrelated, options.Repetitions)));

            var program = new CompiledProgram(actors, new ActorGenerator());
            program.Generate();
            program.Verify();
            foreach ((Edit edit, string name, bool isAnalyzed) in Cases)
            {
                var generator = Row.From($"generator, {name}", actors, Generate(program, edit, options.Repetitions));
                Add(Goals.ForGenerator(generator, edit, Smaller(generator)));
                if (!isAnalyzed) continue;

                var analyzers = Row.From($"analyzers, {name}", actors, await AnalyzeAsync(program, edit, options.Repetitions));
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
        var program = new CompiledProgram(WarmUpActors, new ActorGenerator());
        foreach ((Edit edit, _, bool isAnalyzed) in Cases)
        {
            Generate(program, edit, repetitions: 40);
            if (isAnalyzed) await AnalyzeAsync(program, edit, repetitions: 5);
        }
    }

    private static List<TimeSpan> Generate(CompiledProgram program, Edit edit, int repetitions)
    {
        var times = new List<TimeSpan>();
        for (int i = 0; i < repetitions; i++)
        {
            program.Apply(edit);
            times.Add(program.Generate());
        }

        return times;
    }

    // Not in turn with the generator, which would find the caches of the processor full of other things.
    private static async Task<List<TimeSpan>> AnalyzeAsync(CompiledProgram program, Edit edit, int repetitions)
    {
        // The edits before have not been analyzed, and an edit is measured against what was.
        program.Generate();
        await program.AnalyzeAsync();

        var times = new List<TimeSpan>();
        for (int i = 0; i < repetitions; i++)
        {
            program.Apply(edit);
            program.Generate();
            times.Add(await program.AnalyzeAsync());
        }

        return times;
    }

    private static string Text(double figure) => figure.ToString("0.00", CultureInfo.InvariantCulture);

    private static void Print(string name, string actors, string median, string min, string max, string perActor, string goal)
        => Console.WriteLine($"{name,-34}{actors,7}{median,12}{min,12}{max,12}{perActor,12}  {goal}".TrimEnd());
}
