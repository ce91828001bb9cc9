using System.Runtime.CompilerServices;

namespace Coerce.Analyzers.Tests.Corpus;

/// <summary>Whole programs, as users write them: what is marked in them is reported, and nothing else, by the compiler or by a rule.</summary>
public sealed class CorpusTests
{
    private static readonly Lazy<IReadOnlyDictionary<string, CorpusProgram>> Programs = new(Read);

    public static TheoryData<string> Broken() => Paths("Broken/");

    public static TheoryData<string> Correct() => Paths("Correct/");

    // Those about contracts.proto are SchemaMatrixTests' and SchemaRuleTests': no program here has such a file.
    public static TheoryData<string> Ids()
        => [.. DocumentationTests.Ids().Select(row => row.Data).Except(["COERCE0402", "COERCE0403", "COERCE0405", "COERCE0406"])];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task BrokenProgram_Build_ReportsWhatIsMarked(string path)
    {
        Assert.Contains(Programs.Value[path].Sources, source => !source.Expected.IsEmpty);
        await AssertMarksAsync(Programs.Value[path]);
    }

    [Theory]
    [MemberData(nameof(Correct))]
    public async Task CorrectProgram_Build_ReportsNothing(string path)
    {
        Assert.All(Programs.Value[path].Sources, source => Assert.Empty(source.Expected));
        await AssertMarksAsync(Programs.Value[path]);
    }

    [Theory]
    [InlineData("Broken/", 150)]
    [InlineData("Correct/", 100)]
    public void Corpus_Programs_AreAsManyAsEver(string folder, int least)
        => Assert.InRange(Paths(folder).Count, least, int.MaxValue);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Diagnostic_Programs_AreTwoAtLeast(string id)
        => Assert.InRange(
            Programs.Value.Values.Count(program => program.Sources.Any(source => source.Expected.Any(mark => mark.Id == id))),
            2,
            int.MaxValue);

    private static async Task AssertMarksAsync(CorpusProgram program)
    {
        if (await CorpusCompiler.DifferenceAsync(program) is { } difference) Assert.Fail(difference);
    }

    private static TheoryData<string> Paths(string folder)
        => [.. Programs.Value.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static IReadOnlyDictionary<string, CorpusProgram> Read()
    {
        string root = Root();
        return new[] { "Broken", "Correct" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
            .ToDictionary(path => path, path => CorpusProgram.Parse(path, File.ReadAllText(Path.Combine(root, path)).ReplaceLineEndings("\n")));
    }

    private static string Root([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
