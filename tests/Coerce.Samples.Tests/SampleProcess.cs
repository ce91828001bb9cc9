using System.Diagnostics;

namespace Coerce.Samples.Tests;

/// <summary>Runs a sample, or another program of the repository, as a user does: as a process, with arguments, from some folder.</summary>
internal static class SampleProcess
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static Task<Result> RunAsync(string sample, string? folder = null, params string[] arguments) =>
        RunProgramAsync("dotnet", Patience, folder, [ProgramOf("samples", sample), .. arguments]);

    public static Task<Result> RunBenchmarksAsync(params string[] arguments) =>
        RunProgramAsync("dotnet", Patience, null, [ProgramOf("benchmarks", "Coerce.Benchmarks"), .. arguments]);

    public static Task<Result> RunSavinaAsync(params string[] arguments) =>
        RunProgramAsync("dotnet", Patience, null, [ProgramOf("benchmarks", "Coerce.Savina"), .. arguments]);

    // From its own folder: the one of the tests lacks what is part of the web framework that they run on.
    public static string ProgramOf(string folder, string name)
    {
        var target = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Repository.Root, folder, name, "bin", target.Parent!.Name, target.Name, name + ".dll");
    }

    public static async Task<Result> RunProgramAsync(string program, TimeSpan patience, string? folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };

        // A build server that outlives a build keeps its output open, and the reader of that output waiting.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";

        using Process process = Process.Start(start)!;
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(patience);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            Task<string> error = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token);
            return new Result(process.ExitCode, await output, await error);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    internal sealed record Result(int ExitCode, string Output, string Error);
}
