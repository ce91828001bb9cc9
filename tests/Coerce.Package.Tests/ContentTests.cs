using System.IO.Compression;
using System.Xml.Linq;

namespace Coerce.Package.Tests;

/// <summary>What is in the packages.</summary>
public sealed class ContentTests(Packages packages)
{
    [Fact]
    public void Coerce_Files_AreRuntimeGeneratorAnalyzersFixesAndPages()
    {
        Assert.Equal(
            [
                "README.md",
                "analyzers/dotnet/cs/Coerce.Analyzers.dll",
                "analyzers/dotnet/cs/Coerce.CodeFixes.dll",
                "analyzers/dotnet/cs/Coerce.Generators.dll",
                "buildTransitive/Coerce.Contracts.targets",
                "buildTransitive/Coerce.targets",
                "icon.png",
                "lib/net10.0/Coerce.Runtime.dll",
                "lib/net10.0/Coerce.Runtime.xml",
                "lib/net9.0/Coerce.Runtime.dll",
                "lib/net9.0/Coerce.Runtime.xml",
                "protos/coerce/coerce.proto",
            ],
            Files("Coerce", "nupkg"));
        Assert.Equal(["lib/net10.0/Coerce.Runtime.pdb", "lib/net9.0/Coerce.Runtime.pdb"], Files("Coerce", "snupkg"));
    }

    [Theory]
    [InlineData("Coerce.Hosting")]
    [InlineData("Coerce.TestKit")]
    public void Others_Files_AreLibraryAndPages(string package)
    {
        Assert.Equal(["README.md", "icon.png", $"lib/net10.0/{package}.dll", $"lib/net10.0/{package}.xml"], Files(package, "nupkg"));
        Assert.Equal([$"lib/net10.0/{package}.pdb"], Files(package, "snupkg"));
    }

    [Theory]
    [InlineData("Coerce")]
    [InlineData("Coerce.Hosting")]
    [InlineData("Coerce.TestKit")]
    public void All_Metadata_NamesLicenceSourceAndReadme(string package)
    {
        using ZipArchive archive = Open(package, "nupkg");
        using Stream stream = archive.GetEntry(package + ".nuspec")!.Open();
        XElement metadata = XDocument.Load(stream).Root!.Elements().Single();

        Assert.Equal("MIT", Value(metadata, "license"));
        Assert.Equal("README.md", Value(metadata, "readme"));
        Assert.Equal("icon.png", Value(metadata, "icon"));
        Assert.Equal("https://github.com/coerce-dotnet/coerce", Value(metadata, "projectUrl"));
        XElement repository = metadata.Elements().Single(element => element.Name.LocalName == "repository");
        Assert.Equal("https://github.com/coerce-dotnet/coerce", repository.Attribute("url")!.Value);
        Assert.Matches("^[0-9a-f]{40}$", repository.Attribute("commit")!.Value);
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

    private string[] Files(string package, string extension)
    {
        using ZipArchive archive = Open(package, extension);
        return
        [
            .. archive.Entries.Select(entry => entry.FullName)
                .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal)
                    && name != "[Content_Types].xml" && !name.EndsWith(".nuspec", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    private ZipArchive Open(string package, string extension) =>
        ZipFile.OpenRead(Path.Combine(packages.Folder, $"{package}.{packages.Version}.{extension}"));
}
