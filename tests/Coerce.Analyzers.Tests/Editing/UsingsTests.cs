using Coerce.CodeFixes.Editing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Coerce.Analyzers.Tests.Editing;

/// <summary>Where a fix puts a using directive. The lines with an arrow are those that come with it.</summary>
public sealed class UsingsTests
{
    [Theory]
    [InlineData("> using System.IO;\n>\nclass A;")]
    [InlineData("using System;\n> using System.IO;\nusing System.Text;\n\nclass A;")]
    [InlineData("> using System.IO;\nusing Bank;\n\nclass A;")]
    [InlineData("using System;\n> using System.IO;\nusing Bank;\nusing Apples;\n\nclass A;")]
    [InlineData("using System;\nusing System.Text;\nusing System.Linq;\n> using System.IO;\nusing Bank;\n\nclass A;")]
    [InlineData("using System;\n> using System.IO;\n\nusing Bank;\n\nclass A;")]
    [InlineData("using global::System;\n> using System.IO;\nusing global::System.Text;\n\nclass A;")]
    public void System_Added_StandsInOrder(string file) => Check(file);

    [Theory]
    [InlineData("using System;\n> using Bank;\n\nclass A;")]
    [InlineData("using Apples;\n> using Bank;\nusing Cars;\n\nclass A;")]
    [InlineData("using System;\nusing apples;\n> using Bank;\nusing Cars;\n\nclass A;")]
    [InlineData("using System;\n\n> using Bank;\nusing Cars;\n\nclass A;")]
    [InlineData("using System;\n\nusing Apples;\n> using Bank;\n\nclass A;")]
    [InlineData("using System;\nusing Cars;\nusing Apples;\n> using Bank;\n\nclass A;")]
    [InlineData("using Cars;\nusing Apples;\n> using Bank;\nusing System;\n\nclass A;")]
    public void Other_Added_StandsInOrderAfterThoseOfSystem(string file) => Check(file);

    [Theory]
    [InlineData("using System;\n> using System.IO;\nusing static System.Math;\nusing Io = System.IO;\n\nclass A;")]
    [InlineData("> using System.IO;\nusing static System.Math;\n\nclass A;")]
    [InlineData("> using System.IO;\nusing Io = System.IO;\n\nclass A;")]
    [InlineData("global using Bank;\n> using System.IO;\nusing Io = System.IO;\n\nclass A;")]
    [InlineData("global using Bank;\n> using System.IO;\n\nclass A;")]
    [InlineData("extern alias Old;\n> using System.IO;\n\nclass A;")]
    [InlineData("// Header.\nextern alias Old;\n> using System.IO;\nusing System.Text;\n\nclass A;")]
    public void AliasesAndGlobals_Present_StayInPlace(string file) => Check(file);

    [Theory]
    [InlineData("// Header.\n\n> using System.IO;\n>\nclass A;")]
    [InlineData("// Header.\n> using System.IO;\nusing System.Text;\n\nclass A;")]
    [InlineData("#nullable enable\n> using System.IO;\nusing System.Text;\n\nclass A;")]
    [InlineData("#define LOUD\n#if LOUD\n#define LOUDER\n#endif\n> using System.IO;\n>\nclass A;")]
    [InlineData("> using System.IO;\n>\n/// <summary>It.</summary>\nclass A;")]
    [InlineData("// Header.\n> using System.IO;\n>\n#if LOUD\nclass B;\n#endif\nclass A;")]
    [InlineData("> using System.IO;\n>\n#region All\nclass A;\n#endregion")]
    public void HeaderAndDirectives_AboveTheCode_StayInPlace(string file) => Check(file);

    [Theory]
    [InlineData("> using System.IO;\n#if !LOUD\nusing System.Text;\n#endif\nusing System.Threading;\n\nclass A;")]
    [InlineData("using System;\n#if !LOUD\nusing System.Collections;\n#endif\nusing System.Threading;\n> using System.IO;\n\nclass A;")]
    [InlineData("using System;\n> using System.IO;\n#if !LOUD\nusing System.Text;\n#endif\n\nclass A;")]
    [InlineData("> using System.IO;\n#if !LOUD\nusing System;\n#endif\n\nclass A;")]
    public void ConditionalUsings_Present_TheNewOneIsUnconditional(string file) => Check(file);

    [Theory]
    [InlineData("using System.IO;\nclass A;")]
    [InlineData("global using System.IO;\nclass A;")]
    [InlineData("using global::System.IO;\nclass A;")]
    public void Present_Added_NothingChanges(string file) => Assert.Equal(file, Add(file, "System.IO"));

    [Fact]
    public void LineEnds_OfTheFile_AreKept()
        => Assert.Equal("using System;\r\nusing System.IO;\r\n\r\nclass A;", Add("using System;\r\n\r\nclass A;", "System.IO"));

    private static void Check(string file)
    {
        string[] lines = file.Split('\n');
        string name = lines.Single(line => line.StartsWith("> ", StringComparison.Ordinal))["> using ".Length..^1];

        Assert.Equal(
            string.Join('\n', lines.Select(line => line.TrimStart('>', ' '))),
            Add(string.Join('\n', lines.Where(line => !line.StartsWith('>'))), name));
    }

    private static string Add(string file, string name)
        => Usings.Add((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(file).GetRoot(), name).ToFullString();
}
