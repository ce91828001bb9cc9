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
    internal static async Task<ImmutableArray<Diagnostic>> DiagnosticsAsync(this Project project, params DiagnosticAnalyzer[] more)
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        Compilation compilation = (await project.GetCompilationAsync(cancellation))!;
        var options = new CompilationWithAnalyzersOptions(
            project.AnalyzerOptions, Rethrow, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: true);

        ImmutableArray<Diagnostic> all = await compilation
            .WithAnalyzers(LoadedAnalyzers.All.AddRange(more), options)
            .GetAllDiagnosticsAsync(cancellation);

        return
        [
            .. all.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning)
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
                .ThenBy(diagnostic => diagnostic.Id, StringComparer.Ordinal),
        ];
    }

    internal static IEnumerable<Document> Sources(this Project project)
        => project.Documents.Where(document => document.Name != "Usings.cs").OrderBy(document => document.Name, StringComparer.Ordinal);

    // An analyzer that throws is a warning to the compiler: in a test it has to be a failure.
    private static void Rethrow(Exception exception, DiagnosticAnalyzer analyzer, Diagnostic diagnostic)
        => throw new InvalidOperationException($"{analyzer} failed.", exception);
}
