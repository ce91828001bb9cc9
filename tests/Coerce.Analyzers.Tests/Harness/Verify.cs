using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Harness;

/// <summary>The assertions of the rules' tests. Sources carry marks: see <see cref="Markup"/>.</summary>
internal static class Verify
{
    /// <summary>Exactly what is marked is reported, of the compiler as well; the generator ran.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> ReportsAsync(params string[] sources)
    {
        Markup[] marked = [.. sources.Select(Markup.Parse)];
        return await MatchAsync(TestSolution.Project(marked.Select(source => source.Text)), marked);
    }

    /// <summary>Exactly what is marked is reported in the project.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> MatchAsync(Project project, IReadOnlyList<Markup> marked)
    {
        ImmutableArray<Diagnostic> reported = [.. (await project.DiagnosticsAsync()).Where(diagnostic => !diagnostic.IsSuppressed)];

        IEnumerable<string> expected = marked.SelectMany((source, index) => source.Expected
            .OrderBy(mark => mark.Span.Start)
            .ThenBy(mark => mark.Id, StringComparer.Ordinal)
            .Select(mark => $"File{index}.cs {mark.Id} '{source.Text.Substring(mark.Span.Start, mark.Span.Length)}' at {mark.Span.Start}"));
        IEnumerable<string> actual = reported.Select(diagnostic =>
            $"{Path.GetFileName(diagnostic.Location.SourceTree?.FilePath)} {diagnostic.Id} '{Text(diagnostic)}' at {diagnostic.Location.SourceSpan.Start}");

        if (!expected.SequenceEqual(actual))
        {
            Assert.Fail($"""
                Expected:
                {string.Join('\n', expected)}
                Reported:
                {string.Join('\n', actual)}

                {string.Join('\n', reported)}
                """);
        }

        return reported;
    }

    /// <summary>The fix of the first marked diagnostic turns the sources into others, of which the marks hold as well.</summary>
    internal static async Task FixesAsync(CodeFixProvider fix, string[] before, string[] after)
    {
        Project project = await PrepareAsync(before);
        await AssertAsync(await Fixes.ApplyFirstAsync(project, fix), after);
    }

    internal static Task FixesAsync(CodeFixProvider fix, string before, string after) => FixesAsync(fix, [before], [after]);

    /// <summary>Fixing all occurrences at once.</summary>
    internal static async Task FixesAllAsync(CodeFixProvider fix, FixAllScope scope, string[] before, string[] after)
    {
        Project project = await PrepareAsync(before);
        await AssertAsync(await Fixes.ApplyAllAsync(project, fix, scope), after);
    }

    /// <summary>Nothing is offered for what is marked.</summary>
    internal static async Task OffersNothingAsync(CodeFixProvider fix, params string[] sources)
    {
        Project project = await PrepareAsync(sources);
        Assert.Empty(await Fixes.OfferedAsync(project, fix));
    }

    internal static async Task AssertAsync(Project project, string[] after)
    {
        Markup[] marked = [.. after.Select(Markup.Parse)];
        foreach ((Document document, int index) in project.Sources().Select((document, index) => (document, index)))
        {
            string text = (await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString();
            Assert.Equal(marked[index].Text, text, ignoreLineEndingDifferences: false);
        }

        await MatchAsync(project, marked);
    }

    private static async Task<Project> PrepareAsync(string[] sources)
    {
        Markup[] marked = [.. sources.Select(Markup.Parse)];
        Project project = TestSolution.Project(marked.Select(source => source.Text));
        await MatchAsync(project, marked);
        return project;
    }

    private static string? Text(Diagnostic diagnostic)
        => diagnostic.Location.SourceTree?.GetText().ToString(diagnostic.Location.SourceSpan);
}
