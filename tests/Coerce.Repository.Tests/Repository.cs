using System.Text.RegularExpressions;

namespace Coerce.Repository.Tests;

/// <summary>The files of the repository that the tests were built from.</summary>
internal static partial class Repository
{
    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path)).ReplaceLineEndings("\n");

    /// <summary>Paths relative to the root, with <c>/</c>, without what builds leave behind.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !BuildOutput().IsMatch(path))
            .Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, "Coerce.sln"))) return folder;
        }

        throw new InvalidOperationException("The tests must run from inside the repository.");
    }

    [GeneratedRegex("(^|/)(bin|obj|artifacts|TestResults|BenchmarkDotNet.Artifacts|node_modules|\\.git)/")]
    private static partial Regex BuildOutput();
}
