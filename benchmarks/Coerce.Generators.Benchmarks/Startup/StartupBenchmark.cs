using System.Globalization;

namespace Coerce.Generators.Benchmarks.Startup;

/// <summary>Measures what the runtime adds to a native program: to its size, and to the time until its first line.</summary>
internal static class StartupBenchmark
{
    private const int WarmUps = 3;

    internal static async Task RunAsync(Options options)
    {
        string repository = FindRepository();
        string hello = Path.Combine(repository, "samples", "Hello");
        string folder = Directory.CreateTempSubdirectory("coerce-startup-").FullName;
        try
        {
            Console.WriteLine("Publishing ...");
            NativeProgram withActors = await NativeProgram.PublishAsync(hello, folder);
            NativeProgram empty = await NativeProgram.PublishAsync(EmptyProject.Write(hello, repository, folder), folder);
            Report(await MeasureAsync(withActors, empty, options.Repetitions), options.JsonFile);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // In turn, so that whatever else the machine does falls on both.
    private static async Task<StartupRow[]> MeasureAsync(NativeProgram withActors, NativeProgram empty, int repetitions)
    {
        var actors = new List<TimeSpan>();
        var nothing = new List<TimeSpan>();
        for (int i = 0; i < WarmUps + repetitions; i++)
        {
            TimeSpan first = await empty.RunAsync();
            TimeSpan second = await withActors.RunAsync();
            if (i < WarmUps) continue;

            nothing.Add(first);
            actors.Add(second);
        }

        var emptyRow = StartupRow.From("empty program", empty.Bytes, nothing);
        var helloRow = StartupRow.From("Hello", withActors.Bytes, actors);
        return [emptyRow, helloRow, helloRow.Over(emptyRow)];
    }

    private static void Report(StartupRow[] rows, string? jsonFile)
    {
        Print("program", "bytes", "median ms", "min ms", "max ms");
        foreach (StartupRow row in rows)
        {
            Print(row.Program, row.Bytes.ToString("N0", CultureInfo.InvariantCulture), Text(row.MedianMs), Text(row.MinMs), Text(row.MaxMs));
        }

        if (jsonFile is not null) Json.Write(jsonFile, rows);
    }

    private static string Text(double? figure) => figure?.ToString("0.00", CultureInfo.InvariantCulture) ?? "";

    private static void Print(string program, string bytes, string median, string min, string max)
        => Console.WriteLine($"{program,-20}{bytes,14}{median,12}{min,12}{max,12}".TrimEnd());

    private static string FindRepository()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Coerce.sln"))) return folder;
        }

        throw new InvalidOperationException("The benchmark must run from inside the repository.");
    }
}
