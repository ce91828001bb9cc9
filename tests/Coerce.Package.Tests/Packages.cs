using System.Runtime.CompilerServices;

[assembly: AssemblyFixture(typeof(Coerce.Package.Tests.Packages))]

namespace Coerce.Package.Tests;

/// <summary>The packages of this repository in a folder, under a version that nobody has seen before.</summary>
public sealed class Packages : IAsyncLifetime
{
    private static readonly string[] Projects = ["Coerce.Runtime", "Coerce.Hosting", "Coerce.TestKit"];

    private readonly string _root = Directory.CreateTempSubdirectory("coerce-packages-").FullName;

    public string Version { get; } = $"0.1.0-test.{DateTime.UtcNow.Ticks}";

    /// <summary>Where they are.</summary>
    public string Folder => Path.Combine(_root, "packages");

    /// <summary>Where they are unpacked to, so that nothing is left in the folder of the user.</summary>
    public string Unpacked => Path.Combine(_root, "unpacked");

    public async ValueTask InitializeAsync()
    {
        foreach (string project in Projects)
        {
            DotnetCommand.Result packed = await DotnetCommand.RunAsync(
                Repository(),
                "pack", $"src/{project}", "--no-build", "--configuration", Configuration, "--output", Folder, $"-p:PackageVersion={Version}");
            Assert.True(packed.ExitCode == 0, packed.Output);
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return default;
    }

    private static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    private static string Repository([CallerFilePath] string file = "") => Path.GetFullPath("../..", Path.GetDirectoryName(file)!);
}
