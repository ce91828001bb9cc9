using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Coerce.Analyzers.Tests.Harness;

namespace Coerce.Analyzers.Tests.Corpus;

/// <summary>A program of the corpus: one file here, which may stand for several files and assemblies.</summary>
/// <remarks>
/// <c>// ---- file Two.cs ----</c> begins another file. <c>// ---- assembly Shop ----</c> and <c>// ---- program Shop ----</c> begin
/// another library or executable, which refers to all before it as a build does: to what the compiler made of them.
/// </remarks>
internal sealed partial record CorpusProgram(string Path, ImmutableArray<CorpusAssembly> Assemblies)
{
    internal IEnumerable<Markup> Sources => Assemblies.SelectMany(assembly => assembly.Files).Select(file => file.Source);

    internal static CorpusProgram Parse(string path, string text)
    {
        var assemblies = ImmutableArray.CreateBuilder<CorpusAssembly>();
        var current = new CorpusAssembly("Program", IsProgram: false, []);
        string name = "Program.cs";
        int start = 0;
        foreach (Match separator in Separators().Matches(text))
        {
            current = current.With(name, text[start..separator.Index]);
            start = separator.Index + separator.Length;
            name = separator.Groups["name"].Value;
            if (separator.Groups["kind"].Value != "file")
            {
                if (!current.Files.IsEmpty) assemblies.Add(current);
                current = new CorpusAssembly(name, separator.Groups["kind"].Value == "program", []);
                name += ".cs";
            }
        }

        assemblies.Add(current.With(name, text[start..]));
        return new CorpusProgram(path, assemblies.ToImmutable());
    }

    [GeneratedRegex("^// ---- (?<kind>file|assembly|program) (?<name>[A-Za-z0-9_.]+) ----\n", RegexOptions.Multiline)]
    private static partial Regex Separators();
}

/// <summary>The files that are compiled together.</summary>
internal sealed record CorpusAssembly(string Name, bool IsProgram, ImmutableArray<CorpusFile> Files)
{
    internal CorpusAssembly With(string name, string text)
        => string.IsNullOrWhiteSpace(text) ? this : this with { Files = Files.Add(new CorpusFile(name, Markup.Parse(text))) };
}

/// <summary>A file with its marks.</summary>
internal sealed record CorpusFile(string Name, Markup Source);
