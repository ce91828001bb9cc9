using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Repository.Tests;

/// <summary>The contract and the tests behind it: each sentence of the one page has a row on the other, each row a test.</summary>
public sealed class SemanticsTests
{
    /// <summary>What a row says instead of a test, where the sentence promises nothing.</summary>
    private static readonly string[] NoPromise = ["advice", "see below"];

    private static readonly string Contract = Repository.Read("docs/semantics.md");
    private static readonly string Proofs = Repository.Read("docs/semantics-tests.md");
    private static readonly Lazy<HashSet<string>> Tests = new(FindTests);

    public static TheoryData<string> Sections() => [.. Markdown.Sections(Contract).Select(section => section.Heading)];

    [Fact]
    public void Sections_OfBothPages_AreTheSame() => Assert.Equal(
        Markdown.Sections(Contract).Select(section => section.Heading), Markdown.Sections(Proofs).Select(section => section.Heading));

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_EverySentence_HasARow(string heading)
    {
        string[] quotes = [.. Rows(heading).Select(row => Markdown.Plain(row[0]))];

        AssertNone(Sentences(heading).Where(sentence => !quotes.Any(sentence.Contains)));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_EveryRow_QuotesIt(string heading)
    {
        IReadOnlyList<string> sentences = Sentences(heading);

        AssertNone(Rows(heading).Select(row => Markdown.Plain(row[0])).Where(quote => !sentences.Any(sentence => sentence.Contains(quote))));
    }

    [Theory]
    [MemberData(nameof(Sections))]
    public void Section_EveryTest_Exists(string heading)
    {
        string[][] named = [.. Rows(heading).Select(row => row[1]).Except(NoPromise).Select(cell => cell.Replace("`", "").Split(' '))];

        Assert.NotEmpty(named);
        AssertNone(named.SelectMany(row => row).Except(Tests.Value));
    }

    private static void AssertNone(IEnumerable<string> wrong) => Assert.Equal("", string.Join('\n', wrong));

    private static IReadOnlyList<string[]> Rows(string heading) => Markdown.Table(Proofs, $"## {heading}");

    private static IReadOnlyList<string> Sentences(string heading) =>
        Markdown.Sentences(Markdown.Sections(Contract).Single(section => section.Heading == heading).Text);

    private static HashSet<string> FindTests() =>
    [
        .. Repository.Files("tests", "*Tests.cs")
            .SelectMany(path => CSharpSyntaxTree.ParseText(Repository.Read(path)).GetRoot().DescendantNodes().OfType<MethodDeclarationSyntax>())
            .Where(method => method.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => attribute.Name.ToString() is "Fact" or "Theory"))
            .Select(method => $"{((ClassDeclarationSyntax)method.Parent!).Identifier}.{method.Identifier}"),
    ];
}
