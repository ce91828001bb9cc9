using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Coerce.Samples.Tests;

/// <summary>Actor programs as native executables: nothing at run time needs reflection or a compiler.</summary>
public sealed partial class NativeProgramTests(NativeProgramTests.Artifacts artifacts) : IClassFixture<NativeProgramTests.Artifacts>
{
    private static readonly TimeSpan PublishPatience = TimeSpan.FromMinutes(6);
    private static readonly TimeSpan RunPatience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Hello_PublishedAsNativeProgram_HasNoWarningsAndRuns()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The native program is published for Linux.");

        string log = await PublishAsync(Path.Combine(Repository.Root, "samples", "Hello"), "-p:HelloFramework=net9.0", "-p:TrimmerSingleWarn=false");

        Assert.Empty(TrimOrAotWarning().Matches(log));
        Assert.Equal(HelloTests.Output, await RunAsync("Hello"));
    }

    [Fact]
    public async Task Contracts_PublishedAsNativeProgram_HaveTheOneWarningAndWork()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The native program is published for Linux.");
        string folder = artifacts.Folder.File("Native");
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Native.csproj"), NativeContracts.Project(Repository.Root));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), NativeContracts.Program);

        string log = await PublishAsync(folder);

        // Of protobuf's reflection, which contracts do not use.
        Assert.Equal(["IL2104"], TrimOrAotWarning().Matches(log).Select(static match => match.Value).Distinct());
        Assert.Single(log.Split('\n').Where(static line => line.Contains("IL2104", StringComparison.Ordinal)).Distinct());
        Assert.Contains("Assembly 'Google.Protobuf' produced trim warnings", log, StringComparison.Ordinal);
        Assert.Equal(NativeContracts.Output, await RunAsync("Native"));
    }

    private async Task<string> PublishAsync(string project, params string[] properties)
    {
        SampleProcess.Result publish = await SampleProcess.RunProgramAsync(
            "dotnet",
            PublishPatience,
            artifacts.Folder.Path,
            [
                "publish",
                project,
                "--configuration", "Release",
                "--runtime", "linux-" + RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant(),
                "--artifacts-path", artifacts.Folder.File("artifacts"),     // nothing is written into the repository
                "--output", artifacts.Folder.File("publish"),
                .. properties,
            ]);

        string log = publish.Output + publish.Error;
        Assert.True(publish.ExitCode == 0, log);
        return log;
    }

    private async Task<string> RunAsync(string name)
    {
        string program = artifacts.Folder.File("publish/" + name);
        Assert.False(File.Exists(program + ".dll"), "a program that still needs the runtime was published");

        SampleProcess.Result run = await SampleProcess.RunProgramAsync(program, RunPatience, artifacts.Folder.Path);

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        return run.Output;
    }

    [GeneratedRegex(@"\bIL[23]\d{3}\b")]
    private static partial Regex TrimOrAotWarning();

    /// <summary>What both are made of is built once.</summary>
    public sealed class Artifacts : IDisposable
    {
        internal TemporaryFolder Folder { get; } = new();

        public void Dispose() => Folder.Dispose();
    }
}
