using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using Coerce.Samples.Tests;

namespace Coerce.Aot.Tests;

/// <summary>An actor program as a native executable: nothing at run time needs reflection or a compiler.</summary>
public sealed partial class NativeHelloTests : IDisposable
{
    private static readonly TimeSpan PublishPatience = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan RunPatience = TimeSpan.FromSeconds(30);

    private readonly string _folder = Directory.CreateTempSubdirectory("coerce-aot-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Hello_PublishedAsNativeProgram_HasNoWarningsAndRuns()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The native program is published for Linux.");
        string program = Path.Combine(_folder, "publish", "Hello");

        (int published, string log) = await CommandLine.RunAsync(
            "dotnet",
            PublishPatience,
            "publish",
            Path.Combine(Repository.Root, "samples", "Hello"),
            "--configuration", "Release",
            "--runtime", "linux-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(),
            "-p:HelloFramework=net9.0",
            "-p:TrimmerSingleWarn=false",
            "--artifacts-path", Path.Combine(_folder, "artifacts"),     // nothing is written into the repository
            "--output", Path.GetDirectoryName(program)!);

        Assert.True(published == 0, log);
        Assert.DoesNotMatch(TrimOrAotWarning(), log);
        Assert.False(File.Exists(program + ".dll"), "a program that still needs the runtime was published");

        (int exitCode, string output) = await CommandLine.RunAsync(program, RunPatience);

        Assert.Equal(0, exitCode);
        Assert.Equal(["1. Hello, world!", "2. Hello, actors!", "2 greetings so far"], Lines(output));
    }

    private static string[] Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    [GeneratedRegex(@"\bIL[23]\d{3}\b")]
    private static partial Regex TrimOrAotWarning();
}
