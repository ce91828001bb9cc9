using System.Xml.Linq;

namespace Coerce.Package.Tests;

/// <summary>A project in an empty folder, as somebody makes it who has heard of the packages.</summary>
internal sealed class UserProject : IDisposable
{
    private readonly Packages _packages;
    private readonly string _root = Directory.CreateTempSubdirectory("coerce-user-").FullName;

    /// <param name="packages">The packages.</param>
    /// <param name="folder">The name of its folder.</param>
    public UserProject(Packages packages, string folder = "App")
    {
        _packages = packages;
        Folder = Path.Combine(_root, folder);
        Write("../nuget.config", new XElement("configuration",
            new XElement("packageSources", Add("local", packages.Folder))).ToString());
    }

    public string Folder { get; }

    /// <summary>Writes a file, and its folder if need be.</summary>
    public void Write(string path, string text)
    {
        string full = Path.GetFullPath(path, Folder);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Writes a project file.</summary>
    /// <param name="path">Its path, from the folder.</param>
    /// <param name="properties">Properties beside what every new project has, or other values for those.</param>
    /// <param name="package">The package it refers to; null for none.</param>
    /// <param name="project">A project it refers to.</param>
    public void WriteProject(string path, Dictionary<string, string>? properties = null, string? package = "Coerce", string? project = null)
    {
        Dictionary<string, string> all = new()
        {
            ["OutputType"] = "Exe",
            ["TargetFramework"] = "net10.0",
            ["ImplicitUsings"] = "enable",
            ["Nullable"] = "enable",
            ["RestorePackagesPath"] = _packages.Unpacked,
            ["RestoreFallbackFolders"] = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages"),
        };
        foreach ((string name, string value) in properties ?? []) all[name] = value;

        var items = new XElement("ItemGroup");
        if (package is not null) items.Add(new XElement("PackageReference", new XAttribute("Include", package), new XAttribute("Version", _packages.Version)));
        if (project is not null) items.Add(new XElement("ProjectReference", new XAttribute("Include", project)));
        Write(path, new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup", all.Select(property => new XElement(property.Key, property.Value))), items).ToString());
    }

    /// <summary>Builds it; warnings stay warnings.</summary>
    public Task<DotnetCommand.Result> BuildAsync(params string[] arguments) => DotnetCommand.RunAsync(Folder, ["build", .. arguments]);

    /// <summary>Builds it without any warning and runs it.</summary>
    /// <returns>What it has written.</returns>
    public async Task<string> RunAsync()
    {
        DotnetCommand.Result built = await BuildAsync();
        Assert.True(built.ExitCode == 0, built.Output);
        Assert.Contains("0 Warning(s)", built.Output);

        DotnetCommand.Result run = await DotnetCommand.RunAsync(Folder, "run", "--no-build");
        Assert.True(run.ExitCode == 0, run.Output);
        return run.Output.ReplaceLineEndings("\n");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static XElement Add(string key, string value) => new("add", new XAttribute("key", key), new XAttribute("value", value));
}
