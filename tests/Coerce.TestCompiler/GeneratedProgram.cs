using System.Collections.Immutable;
using Coerce.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Coerce.TestCompiler;

/// <summary>A <see cref="TestProject"/> after the generator ran.</summary>
internal sealed class GeneratedProgram
{
    // Tests write no comments on their own code; generated code needs them, for users with a documentation file.
    private const string MissingComment = "CS1591";

    private GeneratedProgram(CSharpCompilation input, GeneratorDriver driver, Compilation compilation)
    {
        Input = input;
        Driver = driver;
        Compilation = compilation;
        Files = driver.GetRunResult().Results.Single().GeneratedSources
            .ToImmutableSortedDictionary(file => file.HintName, file => file.SourceText.ToString(), StringComparer.Ordinal);
        Diagnostics =
        [
            .. compilation.GetDiagnostics()
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
                .Where(diagnostic => diagnostic.Id != MissingComment || !input.ContainsSyntaxTree(diagnostic.Location.SourceTree))
                .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
                .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start),
        ];
    }

    /// <summary>The user's code alone.</summary>
    internal CSharpCompilation Input { get; }

    /// <summary>The driver after its first run: run it again to see what is cached.</summary>
    internal GeneratorDriver Driver { get; }

    /// <summary>The user's code and the generated code.</summary>
    internal Compilation Compilation { get; }

    /// <summary>The generated files by hint name.</summary>
    internal ImmutableSortedDictionary<string, string> Files { get; }

    /// <summary>All errors and warnings, in the order of files and positions; those on comments included.</summary>
    internal ImmutableArray<Diagnostic> Diagnostics { get; }

    internal IEnumerable<Diagnostic> Errors
        => Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>The ids of <see cref="Diagnostics"/>.</summary>
    internal IEnumerable<string> Ids => Diagnostics.Select(diagnostic => diagnostic.Id);

    internal static GeneratedProgram From(TestProject project)
    {
        CSharpCompilation input = project.ToCompilation();
        GeneratorDriver driver = NewDriver(project.ParseOptions, project.Schema)
            .RunGeneratorsAndUpdateCompilation(input, out Compilation compilation, out _);

        // A generator that throws is a warning to the compiler, and no file: in a test it has to be a failure.
        GeneratorRunResult result = driver.GetRunResult().Results.Single();
        if (result.Exception is not null) throw new InvalidOperationException("The generator failed.", result.Exception);

        return new GeneratedProgram(input, driver, compilation);
    }

    internal static GeneratorDriver NewDriver(CSharpParseOptions options, string? schema = null) => CSharpGeneratorDriver.Create(
        [new ActorGenerator().AsSourceGenerator()],
        additionalTexts: schema is null ? [] : [new SchemaText(schema)],
        parseOptions: options,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    internal MetadataReference ToCompilationReference() => Compilation.ToMetadataReference();

    internal MetadataReference ToPortableExecutable() => MetadataReference.CreateFromImage(EmitImage());

    /// <summary>Emits the program and loads it into a context of its own, beside the given ones.</summary>
    internal LoadedProgram Load(params GeneratedProgram[] references)
        => new([.. references.Select(reference => reference.EmitImage()), EmitImage()]);

    private byte[] EmitImage()
    {
        using var image = new MemoryStream();
        EmitResult result = Compilation.Emit(image);
        if (result.Success) return image.ToArray();

        IEnumerable<Diagnostic> errors = result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        throw new InvalidOperationException(
            "The program does not compile:\n" + string.Join('\n', errors) + "\n\n" + string.Join("\n\n", Files.Values));
    }
}
