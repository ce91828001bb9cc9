using Coerce.Generators.Parsing;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

/// <summary>What the generator takes for an edit that changes no declaration.</summary>
public sealed class DeclarationsTests
{
    private const string Source = """
        #nullable enable
        using System;

        namespace Bank;

        [Serializable]
        public class Ledger(int start)
        {
            private readonly int _start = start + 1;
            public const int Limit = 1 + 1;

            public int Count { get { return 1; } }

            public string Name { get; } = "none";

            public Kind OfKind { get => field; set; }

            public int Sum() => _start;

            public void Add(int amount = 1)
            {
                Console.WriteLine(amount);
            }
        }

        public enum Kind { None = 0, Some = 2 }
        """;

    [Theory]
    [InlineData("return 1;", "return 2;")]
    [InlineData("=> _start;", "=> new Func<int>(() => _start + 1)();")]
    [InlineData("Console.WriteLine(amount);", "int twice = amount * 2; Console.WriteLine(twice); int Local() => twice;")]
    [InlineData("start + 1", "start + 2")]
    [InlineData("\"none\"", "\"one\"")]
    [InlineData("get => field", "get => Kind.None")]
    [InlineData("public void Add", "// A comment.\n    public void Add")]
    public void Body_Edited_DeclaresTheSame(string before, string after) => Assert.True(AreSame(Edit(before, after)));

    [Theory]
    [InlineData("#nullable enable", "#nullable disable")]
    [InlineData("using System;", "using System; using System.Text;")]
    [InlineData("namespace Bank;", "namespace Shop;")]
    [InlineData("[Serializable]", "")]
    [InlineData("public class", "internal class")]
    [InlineData("Ledger(int start)", "Ledger(int start) : IDisposable")]
    [InlineData("(int start)", "(long start)")]
    [InlineData("1 + 1", "1 + 2")]
    [InlineData("const int", "static int")]
    [InlineData("Some = 2", "Some = 3")]
    [InlineData("Kind OfKind", "@Kind OfKind")]
    [InlineData("return 1;", "\n#nullable disable\n    return 1;")]
    [InlineData("    public void Add", "#nullable disable\n    public void Add")]
    [InlineData("    }\n}", "    }\n#nullable disable\n}")]
    [InlineData("get { return 1; }", "get => 1;")]
    [InlineData("get => field; set;", "get => field; set { }")]
    [InlineData("public enum", "Console.WriteLine(); public enum")]
    [InlineData("public enum Kind { None = 0, Some = 2 }", "public enum Kind { None = 0, Some = 2")]
    [InlineData("int Count", "long Count")]
    [InlineData("int Sum()", "int Total()")]
    [InlineData("int amount = 1", "int amount = 2")]
    [InlineData("public int Sum", "public int More;\n    public int Sum")]
    public void Declaration_Edited_DoesNot(string before, string after) => Assert.False(AreSame(Edit(before, after)));

    [Fact]
    public void File_AddedOrMoved_DoesNot()
    {
        Assert.False(AreSame(compilation => compilation.AddSyntaxTrees(CachingTests.Parse("", "More.cs"))));
        Assert.False(AreSame(compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[^1], CachingTests.Parse(Source, "Moved.cs"))));
        Assert.False(AreSame(compilation => compilation.RemoveSyntaxTrees(compilation.SyntaxTrees[0])));
    }

    [Fact]
    public void Settings_Changed_DoNot()
    {
        Assert.False(AreSame(compilation => compilation.WithAssemblyName("Other")));
        Assert.False(AreSame(compilation => compilation.WithOptions(compilation.Options.WithNullableContextOptions(NullableContextOptions.Disable))));
        Assert.False(AreSame(compilation => compilation.RemoveReferences(compilation.References.Last())));
        Assert.False(AreSame(compilation => compilation.AddReferences(TestProject.Of("").WithName("Library").Generate().ToCompilationReference())));
    }

    [Fact]
    public void Nothing_Changed_DeclaresTheSame() => Assert.True(AreSame(compilation => compilation.Clone()));

    private static Func<CSharpCompilation, CSharpCompilation> Edit(string before, string after)
    {
        Assert.Contains(before, Source, StringComparison.Ordinal);
        SyntaxTree edited = CachingTests.Parse(Source.Replace(before, after, StringComparison.Ordinal), "File0.cs");
        return compilation => compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[^1], edited);
    }

    private static bool AreSame(Func<CSharpCompilation, CSharpCompilation> edit)
    {
        CSharpCompilation compilation = TestProject.Of(Source).ToCompilation();
        Declarations first = Declarations.Of(compilation, _ => null);
        return Declarations.Of(edit(compilation), _ => first) == first;
    }
}
