using System.Xml.Linq;

namespace Coerce.Repository.Tests;

public sealed class ArchitectureTests
{
    private static readonly string Page = Repository.Read("docs/architecture.md");

    [Fact]
    public void Projects_Table_IsWhatTheProjectFilesSay()
    {
        string[] documented = [.. Markdown.Table(Page, "## Projects").Select(row => $"{row[0]} -> {row[2]}").Order(StringComparer.Ordinal)];

        string[] actual =
        [
            .. Repository.Files("src", "*.*proj").Concat(Repository.Files("src", "*.projitems"))
                .Select(path => $"{Path.GetFileNameWithoutExtension(path)} -> {References(path)}").Order(StringComparer.Ordinal),
        ];

        Assert.Equal(documented, actual);
    }

    [Fact]
    public void Tests_Table_ListsEveryTestProject()
    {
        IEnumerable<string> documented = Markdown.Table(Page, "## Tests").Select(row => row[0]).Order(StringComparer.Ordinal);

        Assert.Equal(documented, Repository.Files("tests", "*.Tests.csproj").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Solution_ListsEveryProject()
    {
        string solution = Repository.Read("Coerce.sln").Replace('\\', '/');

        Assert.All(Repository.Files(".", "*.csproj"), path => Assert.Contains($"\"{path}\"", solution));
    }

    [Fact]
    public void Runtime_Folders_AreThoseOfThePage()
    {
        IEnumerable<string> folders = Repository.Files("src/Coerce.Runtime", "*.cs").Select(path => path.Split('/')[2]).Distinct();

        Assert.All(folders, folder => Assert.Contains($"\n{folder}/", Page));
    }

    [Fact]
    public void Runtime_Code_UsesNoReflection()
    {
        string[] banned = ["System.Reflection", "Activator.", "MakeGeneric", ".GetMethod(", ".GetProperty(", "Assembly.Get"];

        Assert.All(
            Repository.Files("src/Coerce.Runtime", "*.cs"),
            path => Assert.DoesNotContain(banned, word => Repository.Read(path).Contains(word)));
    }

    [Fact]
    public void Sources_Files_StayUnder400Lines() => Assert.All(
        Repository.Files("src", "*.cs").Concat(Repository.Files("samples", "*.cs")).Concat(Repository.Files("benchmarks", "*.cs")),
        path => Assert.InRange(Repository.Read(path).Count(character => character == '\n'), 1, 400));

    private static string References(string path)
    {
        string[] names =
        [
            .. XDocument.Parse(Repository.Read(path)).Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))),
        ];
        return names.Length == 0 ? "nothing" : string.Join(", ", names);
    }
}
