using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Coerce.Analyzers.Tests.Harness;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests;

/// <summary>Code that has nothing to do with actors: the rules have nothing to say about it, although Coerce is referenced.</summary>
public sealed class ForeignCodeTests
{
    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    // Compilers, analyzers, a runtime, a test kit, tools: libraries of their own, that happen to be in this repository.
    public static TheoryData<string, string[]> CodeBases() => new()
    {
        { "the runtime", ["src/Coerce.Runtime"] },
        { "the generator", ["src/Coerce.Generators", "src/Coerce.CodeAnalysis"] },
        { "the analyzers", ["src/Coerce.Analyzers", "src/Coerce.CodeAnalysis"] },
        { "the fixes", ["src/Coerce.CodeFixes", "src/Coerce.CodeAnalysis", "src/Coerce.Analyzers"] },
        { "the test kit", ["src/Coerce.TestKit", "src/Coerce.Runtime"] },
        { "the tool that makes ledgers", ["samples/Bank.LedgerTool"] },
        { "the tests of the analyzers", ["tests/Coerce.Analyzers.Tests", "tests/Coerce.TestCompiler", "src/Coerce.CodeFixes", "src/Coerce.CodeAnalysis", "src/Coerce.Analyzers", "src/Coerce.Generators"] },
    };

    [Theory]
    [MemberData(nameof(CodeBases))]
    public async Task CodeBase_WithoutActors_GivesNoDiagnostic(string name, string[] folders)
    {
        CSharpCompilation compilation = Compile(name, folders);

        // Where names are unknown, a rule has nothing to look at. The halves of partial methods are written by generators that do not run here.
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Id != "CS8795"));
        Assert.NotNull(compilation.GetTypeByMetadataName("Coerce.ActorAttribute"));

        ImmutableArray<Diagnostic> reported = await compilation
            .WithAnalyzers([.. LoadedAnalyzers.All.Where(analyzer => analyzer is not DiagnosticSuppressor)])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        Assert.Empty(reported);
    }

    private static CSharpCompilation Compile(string name, string[] folders)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, DocumentationMode.None);
        string[] files =
        [
            .. folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root(), folder), "*.cs", SearchOption.AllDirectories))
                .Where(file => !IsIn(file, "bin") && !IsIn(file, "obj") && !IsIn(file, "Corpus"))
                .Order(StringComparer.Ordinal),
        ];
        Assert.NotEmpty(files);

        string own = string.Join(';', folders.Select(folder => Path.GetFileName(folder) + ".dll"));
        bool isRuntime = folders.Contains("src/Coerce.Runtime");
        return CSharpCompilation.Create(
            name.Replace(' ', '.'),
            [
                CSharpSyntaxTree.ParseText(ImplicitUsings + (name.StartsWith("the tests", StringComparison.Ordinal) ? "\nglobal using Xunit;" : ""), options, "Usings.cs"),
                .. files.Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file)),
            ],
            FrameworkReferences.Trusted
                .Where(path => !own.Contains(Path.GetFileName(path), StringComparison.Ordinal) && !Path.GetFileName(path).StartsWith("Coerce.Analyzers.Tests", StringComparison.Ordinal))
                .Where(path => isRuntime || !Path.GetFileName(path).StartsWith("Coerce.", StringComparison.Ordinal) || Path.GetFileName(path) == "Coerce.Runtime.dll")
                .Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(
                files.Any(file => Path.GetFileName(file) == "Program.cs") ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }

    private static bool IsIn(string file, string folder) => file.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath("../..", Path.GetDirectoryName(file)!);
}
