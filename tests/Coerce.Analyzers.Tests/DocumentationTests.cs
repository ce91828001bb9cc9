using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Coerce.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Analyzers.Tests;

/// <summary>Each rule has its page and its row, and what the page says is so.</summary>
public sealed partial class DocumentationTests
{
    private static readonly string[] ReportedByTheCompiler = ["COERCE0101", "COERCE0104"];

    // What may be meant, but seldom is.
    private static readonly string[] Warnings =
        ["COERCE0031", "COERCE0105", "COERCE0201", "COERCE0202", "COERCE0203", "COERCE0204", "COERCE0205", "COERCE0206",
         "COERCE0301", "COERCE0302", "COERCE0303", "COERCE0304", "COERCE0305", "COERCE0403"];

    // No fault by itself.
    private static readonly string[] Hints = ["COERCE0406"];

    public static TheoryData<string> Ids() => [.. Descriptors.Select(descriptor => descriptor.Id), .. ReportedByTheCompiler];

    private static ImmutableArray<DiagnosticDescriptor> Descriptors { get; } =
    [
        .. LoadedAnalyzers.All
            .Where(analyzer => analyzer is not DiagnosticSuppressor)
            .SelectMany(analyzer => analyzer.SupportedDiagnostics)
            .Distinct()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];

    [Fact]
    public void Descriptors_All_HaveTheirSeverityAPageAndAReleaseRow()
    {
        string releases = Read("src/Coerce.Analyzers/AnalyzerReleases.Unshipped.md") + Read("src/Coerce.Analyzers/AnalyzerReleases.Shipped.md");

        Assert.Equal(Descriptors.Select(descriptor => descriptor.Id).Distinct(), Descriptors.Select(descriptor => descriptor.Id));
        Assert.All(Descriptors, descriptor =>
        {
            Assert.Equal(SeverityOf(descriptor.Id), descriptor.DefaultSeverity);
            Assert.Equal($"https://github.com/coerce-dotnet/coerce/blob/main/docs/diagnostics/{descriptor.Id}.md", descriptor.HelpLinkUri);
            Assert.Contains($"{descriptor.Id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n", releases);
            Assert.StartsWith($"# {descriptor.Id}: {descriptor.Title}\n", Page(descriptor.Id));
        });
    }

    [Fact]
    public void Index_Table_ListsEveryPage()
    {
        string index = Read("docs/diagnostics/README.md");

        Assert.All(Ids(), row => Assert.Contains($"| [{row.Data}]({row.Data}.md) |", index));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Page_BadCode_GivesThisDiagnosticAlone(string id)
    {
        foreach (Project project in Projects(id, "Bad code"))
        {
            var reported = await project.DiagnosticsAsync(Hints.Contains(id) ? DiagnosticSeverity.Info : DiagnosticSeverity.Warning);
            Assert.Equal([id], reported.Select(diagnostic => diagnostic.Id).Distinct());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Page_GoodCode_GivesNone(string id)
    {
        foreach (Project project in Projects(id, "Good code"))
        {
            Assert.Empty(await project.DiagnosticsAsync());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_Sections_AreBadWhyGood(string id)
        => Assert.Equal(["## Bad code", "## Why", "## Good code"], Page(id).Split('\n').Where(line => line.StartsWith("## ", StringComparison.Ordinal)).Take(3));

    private static DiagnosticSeverity SeverityOf(string id)
        => Warnings.Contains(id) ? DiagnosticSeverity.Warning : Hints.Contains(id) ? DiagnosticSeverity.Info : DiagnosticSeverity.Error;

    /// <summary>A project for each block of C#; a proto file in front of it is the project's.</summary>
    private static IEnumerable<Project> Projects(string id, string section)
    {
        string text = Page(id).Split($"## {section}\n")[1].Split("\n## ")[0];
        string? schema = Schema().Match(text) is { Success: true } found ? found.Groups[1].Value : null;
        string[] blocks = [.. Code().Matches(text).Select(match => match.Groups[1].Value)];
        Assert.True(blocks.Length > 0 || schema is not null || id == "COERCE0406");
        foreach (string code in blocks.DefaultIfEmpty(""))
        {
            Project project = TestSolution.Project([code]);
            yield return schema is null
                ? project
                : project.AddAdditionalDocument("contracts.proto", SourceText.From(schema), filePath: "contracts.proto").Project;
        }
    }

    private static string Page(string id) => Read($"docs/diagnostics/{id}.md");

    private static string Read(string path) => File.ReadAllText(Path.Combine(Root(), path)).ReplaceLineEndings("\n");

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath("../..", Path.GetDirectoryName(file)!);

    [GeneratedRegex("```proto\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Schema();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Code();
}
