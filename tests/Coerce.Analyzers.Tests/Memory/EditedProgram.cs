using System.Collections.Immutable;
using Coerce.Analyzers.Tests.Harness;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests.Memory;

/// <summary>A program that is edited and analyzed again and again, by the same analyzers.</summary>
internal sealed class EditedProgram
{
    // Every program with something to say has this hint, sound or not.
    private const string NoSchema = "COERCE0406";

    private readonly ImmutableArray<DiagnosticAnalyzer> _analyzers = [.. LoadedAnalyzers.New()];
    private readonly CSharpParseOptions _parsing;
    private GeneratorDriver _driver;

    internal EditedProgram(TestProject project)
    {
        _parsing = project.ParseOptions;
        _driver = GeneratedProgram.NewDriver(_parsing);
        Input = project.ToCompilation();
    }

    /// <summary>The user's own files.</summary>
    internal CSharpCompilation Input { get; private set; }

    /// <summary>Analyzes it as it is now, and compares with what analyzers say that have not seen it before.</summary>
    internal async Task<ImmutableArray<string>> ReportsAsync()
    {
        _driver = _driver.RunGeneratorsAndUpdateCompilation(Input, out Compilation compilation, out _, TestContext.Current.CancellationToken);
        ImmutableArray<string> reports = Show(await compilation.AnalyzerDiagnosticsAsync(_analyzers));

        Assert.Equal(Show(await compilation.Clone().AnalyzerDiagnosticsAsync(LoadedAnalyzers.New())), reports);
        return reports;
    }

    internal void Edit(Func<CSharpCompilation, CSharpCompilation> edit) => Input = edit(Input);

    /// <summary>Replaces some text of a file.</summary>
    internal void Edit(string path, string before, string after)
    {
        SyntaxTree old = Input.SyntaxTrees.Single(tree => tree.FilePath == path);
        string text = old.GetText().ToString();
        Assert.Contains(before, text, StringComparison.Ordinal);
        Edit(input => input.ReplaceSyntaxTree(old, CSharpSyntaxTree.ParseText(text.Replace(before, after, StringComparison.Ordinal), _parsing, path)));
    }

    private static ImmutableArray<string> Show(ImmutableArray<Diagnostic> reported) =>
        [.. reported
            .Where(diagnostic => diagnostic.Id != NoSchema)
            .Select(diagnostic =>
                $"{diagnostic} | {diagnostic.IsSuppressed} | {string.Join(", ", diagnostic.AdditionalLocations)} | {string.Join(", ", diagnostic.Properties)}")
            .Order(StringComparer.Ordinal)];
}
