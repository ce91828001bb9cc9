using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Coerce.Generators.Benchmarks.Startup;

/// <summary>A program that was published without a runtime.</summary>
internal sealed class NativeProgram
{
    private readonly string _path;

    private NativeProgram(string path) => _path = path;

    /// <summary>The size of the file.</summary>
    internal long Bytes => new FileInfo(_path).Length;

    /// <param name="project">The folder of the project, whose program has its name.</param>
    /// <param name="folder">Where everything goes that is written.</param>
    internal static async Task<NativeProgram> PublishAsync(string project, string folder)
    {
        string name = Path.GetFileName(project);
        string output = Path.Combine(folder, name + "-publish");
        var start = new ProcessStartInfo("dotnet",
        [
            "publish", project,
            "--configuration", "Release",
            "--runtime", "linux-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(),
            "-p:HelloFramework=net9.0",
            "--artifacts-path", Path.Combine(folder, name + "-artifacts"),
            "--output", output,
        ])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = folder,
        };

        // A build server that outlives the build would keep its output open, and the reader of it waiting.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["UseSharedCompilation"] = "false";

        using Process publish = Process.Start(start)!;
        string log = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        return publish.ExitCode == 0
            ? new NativeProgram(Path.Combine(output, name))
            : throw new InvalidOperationException($"{name} could not be published:\n{log}");
    }

    /// <summary>From the start of the process to the first line of its output.</summary>
    internal async Task<TimeSpan> RunAsync()
    {
        var start = new ProcessStartInfo(_path) { RedirectStandardOutput = true };
        long begin = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        string? line = await process.StandardOutput.ReadLineAsync();
        TimeSpan time = Stopwatch.GetElapsedTime(begin);

        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return line is { Length: > 0 } && process.ExitCode == 0
            ? time
            : throw new InvalidOperationException($"{_path} ended with {process.ExitCode}.");
    }
}
