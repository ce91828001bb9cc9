using System.Collections.Immutable;
using Coerce.Analyzers.Tests.Harness;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Analyzers.Tests.Corpus;

/// <summary>Builds programs of the corpus with the generator and all analyzers.</summary>
internal static class CorpusCompiler
{
    // Those of an SDK project with implicit usings, and Coerce.
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Coerce;
        """;

    // The programs have no documentation; what is generated has.
    private const string MissingComment = "CS1591";

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    /// <summary>What differs between the marks of a program and what its build reports; null when that is nothing.</summary>
    internal static async Task<string?> DifferenceAsync(CorpusProgram program)
    {
        ImmutableArray<MetadataReference> references = FrameworkReferences.All;
        foreach (CorpusAssembly assembly in program.Assemblies)
        {
            Compilation compilation = Compile(assembly, references);
            ImmutableArray<Diagnostic> reported = await compilation.AllDiagnosticsAsync(LoadedAnalyzers.All);
            if ((Compare(assembly, reported) ?? await CompareEditsAsync(assembly, compilation, reported)) is { } difference) return difference;
            if (assembly != program.Assemblies[^1]) references = references.Add(Emit(compilation));
        }

        return null;
    }

    private static Compilation Compile(CorpusAssembly assembly, IEnumerable<MetadataReference> references)
    {
        SyntaxTree[] trees = [.. assembly.Files.Select(file => CSharpSyntaxTree.ParseText(file.Source.Text, Parsing, file.Name))];
        bool isProgram = assembly.IsProgram || trees.Any(tree => tree.GetRoot().ChildNodes().Any(node => node is GlobalStatementSyntax));
        var compilation = CSharpCompilation.Create(
            assembly.Name,
            trees.Prepend(CSharpSyntaxTree.ParseText(Usings, Parsing, "Usings.cs")),
            references,
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable,
                allowUnsafe: true,
                warningLevel: 9999));

        GeneratorDriver driver = GeneratedProgram.NewDriver(Parsing)
            .RunGeneratorsAndUpdateCompilation(compilation, out Compilation generated, out _);
        if (driver.GetRunResult().Results.Single().Exception is { } failure)
        {
            throw new InvalidOperationException("The generator failed.", failure);
        }

        return generated;
    }

    // The analyzers have seen the program now. That they are asked again changes nothing, however much of it they remember.
    private static async Task<string?> CompareEditsAsync(CorpusAssembly assembly, Compilation compilation, ImmutableArray<Diagnostic> reported)
    {
        string[] expected = Own(reported);
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Take(assembly.Files.Length + 1))
        {
            Compilation edited = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(tree.GetText() + "\n// The end.", Parsing, tree.FilePath));
            string[] actual = Own(await edited.AnalyzerDiagnosticsAsync(LoadedAnalyzers.All));
            if (!expected.SequenceEqual(actual))
            {
                return $"""
                    Reported for {assembly.Name}, but not after an edit in {tree.FilePath}:
                    {string.Join('\n', expected.Except(actual))}
                    Reported after it alone:
                    {string.Join('\n', actual.Except(expected))}
                    """;
            }
        }

        return null;

        static string[] Own(ImmutableArray<Diagnostic> all) => [.. all
            .Where(diagnostic => diagnostic.Id.StartsWith("COERCE", StringComparison.Ordinal) && diagnostic.Id is not ("COERCE0101" or "COERCE0104"))
            .Select(diagnostic => $"{diagnostic}")
            .Order(StringComparer.Ordinal)];
    }

    private static string? Compare(CorpusAssembly assembly, ImmutableArray<Diagnostic> all)
    {
        Diagnostic[] reported = [.. all.Where(diagnostic => !diagnostic.IsSuppressed && Counts(diagnostic, assembly))];
        string[] expected = [.. assembly.Files
            .SelectMany(file => file.Source.Expected.Select(mark => Show(file, mark.Id, mark.Span)))
            .Order(StringComparer.Ordinal)];
        string[] actual = [.. reported.Select(diagnostic => Show(FileOf(diagnostic, assembly), diagnostic)).Order(StringComparer.Ordinal)];

        return expected.SequenceEqual(actual) ? null : $"""
            Marked in {assembly.Name}, but not reported:
            {string.Join('\n', expected.Except(actual))}
            Reported, but not marked:
            {string.Join('\n', actual.Except(expected))}

            {string.Join('\n', reported.AsEnumerable())}
            """;
    }

    // Hints of the compiler are not looked at; those of Coerce are, but for the one that every program without a contracts.proto has.
    private static bool Counts(Diagnostic diagnostic, CorpusAssembly assembly)
        => diagnostic.Id != "COERCE0406" && (diagnostic.Severity >= DiagnosticSeverity.Warning
            ? diagnostic.Id != MissingComment || FileOf(diagnostic, assembly) is null
            : diagnostic.Id.StartsWith("COERCE", StringComparison.Ordinal));

    private static CorpusFile? FileOf(Diagnostic diagnostic, CorpusAssembly assembly)
        => assembly.Files.SingleOrDefault(file => file.Name == diagnostic.Location.SourceTree?.FilePath);

    private static string Show(CorpusFile? file, Diagnostic diagnostic)
        => file is null
            ? $"{diagnostic.Location.SourceTree?.FilePath} {diagnostic.Id}"
            : Show(file, diagnostic.Id, diagnostic.Location.SourceSpan);

    private static string Show(CorpusFile file, string id, TextSpan span)
    {
        string text = file.Source.Text;
        string before = text[..span.Start];
        return $"{file.Name}({before.Count(character => character == '\n') + 1},{span.Start - before.LastIndexOf('\n')}) {id} '{text[span.Start..span.End]}'";
    }

    private static PortableExecutableReference Emit(Compilation compilation)
    {
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        return result.Success
            ? MetadataReference.CreateFromImage(image.ToArray())
            : throw new InvalidOperationException(
                $"{compilation.AssemblyName} does not compile, so that nothing can refer to it:\n{string.Join('\n', result.Diagnostics)}");
    }
}
