using System.Collections.Immutable;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Analyzers.Tests.Harness;

/// <summary>Projects in a workspace, with the generator and the analyzers of Coerce on each.</summary>
internal static class TestSolution
{
    /// <summary>The files <c>File0.cs</c>, <c>File1.cs</c>, ... of one project.</summary>
    internal static Project Project(IEnumerable<string> sources, params Type[] others)
        => AddProject(new AdhocWorkspace().CurrentSolution, "Test", sources, others);

    internal static Project AddProject(
        Solution solution, string name, IEnumerable<string> sources, Type[] others, params ProjectReference[] references)
    {
        // Whoever writes an entry point means a program.
        TestProject options = sources.Any(source => source.Contains("static void Main()", StringComparison.Ordinal))
            ? TestProject.Of().AsProgram()
            : TestProject.Of();
        ProjectId id = ProjectId.CreateNewId(name);
        solution = solution
            .AddProject(ProjectInfo.Create(
                id,
                VersionStamp.Default,
                name,
                name,
                LanguageNames.CSharp,
                compilationOptions: new CSharpCompilationOptions(options.OutputKind, nullableContextOptions: options.Nullable, allowUnsafe: true),
                parseOptions: options.ParseOptions.WithDocumentationMode(DocumentationMode.Parse),
                metadataReferences: options.References,
                projectReferences: references,
                analyzerReferences: LoadedAnalyzers.References(others)))
            .AddDocument(DocumentId.CreateNewId(id), "Usings.cs", TestProject.Usings, filePath: "Usings.cs");

        foreach ((string source, int index) in sources.Select((source, index) => (source, index)))
        {
            string path = $"File{index}.cs";
            solution = solution.AddDocument(DocumentId.CreateNewId(id, path), path, SourceText.From(source), filePath: $"{name}/{path}");
        }

        return solution.GetProject(id)!;
    }

    /// <summary>What a build reports: of the compiler and of the analyzers, warnings and errors.</summary>
    internal static Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(this Project project, params DiagnosticAnalyzer[] more)
        => project.DiagnosticsAsync(DiagnosticSeverity.Warning, more);

    /// <summary>The same, with what is less than a warning.</summary>
    internal static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(this Project project, DiagnosticSeverity least, params DiagnosticAnalyzer[] more)
    {
        Compilation compilation = (await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        ImmutableArray<Diagnostic> all = await compilation.AllDiagnosticsAsync(LoadedAnalyzers.All.AddRange(more), project.AnalyzerOptions);

        return
        [
            .. all.Where(diagnostic => diagnostic.Severity >= least)
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    internal static IEnumerable<Document> Sources(this Project project)
        => project.Documents.Where(document => document.Name != "Usings.cs").OrderBy(document => document.Name, StringComparer.Ordinal);
}
