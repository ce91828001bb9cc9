using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Coerce.TestCompiler;

/// <summary>A C# project in memory. Immutable.</summary>
internal sealed record TestProject
{
    /// <summary>What most tests do not want to repeat. Not among the sources of <see cref="WithoutUsings"/>.</summary>
    internal const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using Coerce;
        """;

    internal string AssemblyName { get; private init; } = "Test";

    internal ImmutableArray<(string Path, string Text)> Sources { get; private init; } = [];

    internal ImmutableArray<MetadataReference> References { get; private init; } = FrameworkReferences.All;

    internal LanguageVersion LanguageVersion { get; private init; } = LanguageVersion.CSharp14;

    internal NullableContextOptions Nullable { get; private init; } = NullableContextOptions.Enable;

    internal OutputKind OutputKind { get; private init; } = OutputKind.DynamicallyLinkedLibrary;

    internal bool HasUsings { get; private init; } = true;

    /// <summary>The text of <c>contracts.proto</c>; null where there is none.</summary>
    internal string? Schema { get; private init; }

    internal CSharpParseOptions ParseOptions
        => new(LanguageVersion, DocumentationMode.Diagnose);

    /// <summary>A project of files <c>File0.cs</c>, <c>File1.cs</c>, and so on.</summary>
    internal static TestProject Of(params string[] sources)
        => new() { Sources = [.. sources.Select((text, index) => ($"File{index}.cs", text))] };

    internal TestProject With(string path, string text) => this with { Sources = Sources.Add((path, text)) };

    internal TestProject WithReferences(params MetadataReference[] references)
        => this with { References = References.AddRange(references) };

    internal TestProject WithName(string assemblyName) => this with { AssemblyName = assemblyName };

    internal TestProject WithLanguageVersion(LanguageVersion version) => this with { LanguageVersion = version };

    internal TestProject WithSchema(string text) => this with { Schema = text };

    internal TestProject WithoutNullable() => this with { Nullable = NullableContextOptions.Disable };

    internal TestProject WithoutUsings() => this with { HasUsings = false };

    internal TestProject AsProgram() => this with { OutputKind = OutputKind.ConsoleApplication };

    internal TestProject InReverseOrder() => this with { Sources = [.. Sources.Reverse()] };

    /// <summary>The user's code alone.</summary>
    internal CSharpCompilation ToCompilation()
    {
        IEnumerable<(string Path, string Text)> sources = HasUsings ? Sources.Insert(0, ("Usings.cs", Usings)) : Sources;

        return CSharpCompilation.Create(
            AssemblyName,
            sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, ParseOptions, source.Path)),
            References,
            new CSharpCompilationOptions(OutputKind, nullableContextOptions: Nullable, deterministic: true));
    }

    /// <summary>The user's code and what the generator adds to it.</summary>
    internal GeneratedProgram Generate() => GeneratedProgram.From(this);
}
