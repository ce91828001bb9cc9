using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Coerce.Samples.Tests;

/// <summary>An actor program as a native executable: nothing at run time needs reflection or a compiler.</summary>
public sealed partial class NativeHelloTests
{
    private static readonly TimeSpan PublishPatience = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan RunPatience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Hello_PublishedAsNativeProgram_HasNoWarningsAndRuns()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The native program is published for Linux.");
        using var folder = new TemporaryFolder();
        string program = folder.File("publish/Hello");

        SampleProcess.Result publish = await SampleProcess.RunProgramAsync(
            "dotnet",
            PublishPatience,
            folder.Path,
            "publish",
            Path.Combine(Repository.Root, "samples", "Hello"),
            "--configuration", "Release",
            "--runtime", "linux-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(),
            "-p:HelloFramework=net9.0",
            "-p:TrimmerSingleWarn=false",
            "--artifacts-path", folder.File("artifacts"),     // nothing is written into the repository
            "--output", folder.File("publish"));

        string log = publish.Output + publish.Error;
        Assert.True(publish.ExitCode == 0, log);
        Assert.DoesNotMatch(TrimOrAotWarning(), log);
        Assert.False(File.Exists(program + ".dll"), "a program that still needs the runtime was published");

        SampleProcess.Result run = await SampleProcess.RunProgramAsync(program, RunPatience, folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(HelloTests.Output, run.Output);
    }

    [GeneratedRegex(@"\bIL[23]\d{3}\b")]
    private static partial Regex TrimOrAotWarning();
}
