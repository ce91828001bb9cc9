using System.Text.RegularExpressions;
using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Analyzers.Tests.Wire;

/// <summary>Doc comments on their way into <c>contracts.proto</c>: by the build and by the fix, whether the compiler reads them or not.</summary>
public sealed class SchemaCommentTests
{
    private const string Shop = """
        /// <summary>Takes orders.</summary>
        [Actor("shop.till")]
        public sealed partial class Till
        {
            /// <summary>Sells an article, if <paramref name="count"/> of it are left.</summary>
            /// <param name="article">What is sold.</param>
            [Handles] bool Sell(string article, int count) => count > 0;

            /// <summary>Takes an order.</summary>
            [Handles] Answer On(Order order) => new Answer.Accepted();
        }

        /// <summary>What a customer wants.</summary>
        /// <param name="Article">What, as <see cref="string"/>.</param>
        public sealed record Order(string Article, Kind Kind, Page<int> Page)
        {
            /** <summary>
             * Whether it is <c>urgent</c>:
             * <see langword="false"/> for most.
             * </summary> */
            public bool Urgent { get; init; }
        }

        // Not this.

        /// <summary>How it is sent.</summary>
        // Nor this.
        public enum Kind
        {
            /// <summary>By post.</summary>
            Post = 2,
            /// <summary>By nobody.</summary>
            None = 0,
            Air = 3,
        }

        /// <summary>A part of a list of <typeparamref name="T"/>.</summary>
        public sealed record Page<T>
        {
            /// <summary>The items.</summary>
            public T[] Items { get; init; } = [];
        }

        /// <summary>Whether.</summary>
        public abstract record Answer
        {
            /// <summary>It is.</summary>
            public sealed record Accepted : Answer;
        }
        """;

    private const string Schema = """
        syntax = "proto3";

        package test;

        import "google/protobuf/wrappers.proto";

        // Takes orders.
        service TillActor {
          // Sells an article, if count of it are left.
          rpc Sell (Till.Sell) returns (google.protobuf.BoolValue);
          // Takes an order.
          rpc Order (test.Order) returns (Answer);
        }

        // Whether.
        message Answer {
          // It is.
          message Accepted {}

          oneof case {
            Accepted accepted = 1;
          }
        }

        // How it is sent.
        enum Kind {
          // By nobody.
          KIND_NONE = 0;
          // By post.
          KIND_POST = 2;
          KIND_AIR = 3;
        }

        // What a customer wants.
        message Order {
          // What, as string.
          string article = 1;
          Kind kind = 2;
          PageOfInt32 page = 3;
          // Whether it is urgent: false for most.
          bool urgent = 4;
        }

        // A part of a list of T.
        message PageOfInt32 {
          // The items.
          repeated int32 items = 1;
        }

        message Till {
          message Sell {
            // What is sold.
            string article = 1;
            int32 count = 2;
          }
        }

        """;

    [Theory]
    [InlineData(DocumentationMode.None)]
    [InlineData(DocumentationMode.Parse)]
    [InlineData(DocumentationMode.Diagnose)]
    public async Task NewFile_ProgramWithDocComments_HasThem(DocumentationMode mode)
    {
        Project project = With(Shop, mode);

        string written = await ByBuildAsync(project);

        Assert.EndsWith("\n\n" + Schema.ReplaceLineEndings("\n"), written, StringComparison.Ordinal);
        Assert.Equal(written, await ByFixAsync(project));
    }

    [Fact]
    public async Task Update_FileWithCommentsOfItsOwn_CommentsWhatIsNewAlone()
    {
        string old = Schema.Replace("// What a customer wants.", "// Ours.", StringComparison.Ordinal)
            .Replace("  // Whether it is urgent: false for most.\n  bool urgent = 4;\n", "", StringComparison.Ordinal)
            .Replace("  // Takes an order.\n  rpc Order (test.Order) returns (Answer);\n", "", StringComparison.Ordinal)
            .Replace("  // By nobody.\n", "  // By no one.\n", StringComparison.Ordinal)
            .Replace("  // By post.\n  KIND_POST = 2;\n", "", StringComparison.Ordinal);
        Project project = With(Shop, DocumentationMode.None).AddAdditionalDocument("contracts.proto", SourceText.From(old), filePath: "contracts.proto").Project;

        string written = await ByBuildAsync(project);

        Assert.Equal(
            old.Replace("PageOfInt32 page = 3;", "PageOfInt32 page = 3;\n  // Whether it is urgent: false for most.\n  bool urgent = 4;", StringComparison.Ordinal)
                .Replace("BoolValue);", "BoolValue);\n  // Takes an order.\n  rpc Order (test.Order) returns (Answer);", StringComparison.Ordinal)
                .Replace("KIND_AIR = 3;", "KIND_AIR = 3;\n  // By post.\n  KIND_POST = 2;", StringComparison.Ordinal),
            written);
        Assert.Equal(written, await ByFixAsync(project));
    }

    [Theory]
    [InlineData("<summary>A</summary>", "// A")]
    [InlineData("<summary>\n///   A\n///\tb.\n/// </summary>", "// A b.")]
    [InlineData("<summary>A <para>B</para>C<br/>D</summary>", "// A\n//\n// B\n//\n// C\n//\n// D")]
    [InlineData("<summary><list type=\"bullet\"><item><description>A</description></item><item>B</item></list></summary>", "// A\n//\n// B")]
    [InlineData("<summary>See <see cref=\"T:Test.Order\"/>, <see cref=\"List{T}\"/>, <see href=\"https://a.b\"/>, <see href=\"c\">there</see>.</summary>", "// See Test.Order, List<T>, https://a.b, there.")]
    [InlineData("<summary>a &lt; b &amp;&amp; c <![CDATA[<d>]]></summary>", "// a < b && c <d>")]
    [InlineData("<summary>*/ message Evil {} /* \" \\ */</summary>", "// */ message Evil {} /* \" \\ */")]
    [InlineData("<summary>a&#10;message Evil {}&#13;b&#x2028;c&#x2029;d&#x85;e&#9;f</summary>", "// a message Evil {} b c d e f")]
    [InlineData("<remarks>No.</remarks><summary>A</summary><summary>B</summary>", "// A")]
    [InlineData("<summary>Größe 🙂 שלום</summary>", "// Größe 🙂 שלום")]
    [InlineData("<remarks><summary>No.</summary></remarks>", "")]
    [InlineData("<summary> </summary>", "")]
    [InlineData("<summary/>", "")]
    [InlineData("<summary>&nbsp;</summary>", "")]
    [InlineData("<summary>a", "")]
    [InlineData("<summary>a&#0;</summary>", "")]
    [InlineData("<!DOCTYPE a [<!ENTITY b \"c\">]><summary>&b;</summary>", "")]
    [InlineData("<inheritdoc/>", "")]
    [InlineData("A text alone.", "")]
    public async Task Comment_OfAnyKind_IsPlainText(string comment, string expected)
    {
        Project project = With($"/// {comment}\n[Contract] public sealed record Order(int Number);", DocumentationMode.None);

        string written = await ByBuildAsync(project);

        Assert.EndsWith("package test;\n\n" + (expected + "\nmessage Order {\n  int32 number = 1;\n}\n").TrimStart('\n'), written, StringComparison.Ordinal);
        Assert.Equal(written, await ByFixAsync(project));
    }

    [Fact]
    public async Task Comment_ThatIsLong_IsWrappedBetweenWords()
    {
        string text = string.Join(' ', Enumerable.Repeat("nine char", 40)) + " " + new string('x', 200);

        string written = await ByBuildAsync(With($"/// <summary>{text}</summary>\n[Contract] public sealed record Order(int Number);", DocumentationMode.None));

        string[] lines = [.. written.Split('\n').SkipWhile(line => line != "package test;").Skip(2).TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal))];
        Assert.Equal(text, string.Join(' ', lines.Select(line => line["// ".Length..])));
        Assert.All(lines[..^1], line => Assert.InRange(line.Length, 90, 103));
        Assert.Equal(203, lines[^1].Length);
    }

    [Theory]
    [InlineData("////<summary>No.</summary>")]
    [InlineData("/*** <summary>No.</summary> */")]
    [InlineData("// <summary>No.</summary>")]
    [InlineData("/// <summary>No.</summary>\n#region One\n#endregion\n/// <remarks>Far from it.</remarks>")]
    public async Task Comment_ThatIsNoDocComment_IsNotTaken(string comment)
        => Assert.DoesNotContain("No.", await ByBuildAsync(With(comment + "\n[Contract] public sealed record Order(int Number);", DocumentationMode.None)), StringComparison.Ordinal);

    [Fact]
    public async Task FileComment_WithWhatEndsALineInCSharpAlone_StaysAsItIs()
    {
        const string Old = "syntax = \"proto3\";\r\npackage test;\n// a\rb\u0085c\u2028d\u2029e\n//|f\nmessage Order {\n}\n";
        Project project = With("[Contract] public sealed record Order(int Number);", DocumentationMode.None);

        string written = await ByBuildAsync(project.AddAdditionalDocument("contracts.proto", SourceText.From(Old), filePath: "contracts.proto").Project);

        Assert.Equal(Old.Replace("{\n", "{\n  int32 number = 1;\r\n", StringComparison.Ordinal), written);
    }

    [Fact]
    public async Task Type_InParts_HasTheFirstThatSaysSomething()
    {
        Project project = With(
            """
            /// <remarks>Nothing.</remarks>
            [Contract] public sealed partial class Order(int number)
            {
                /// <summary>One.</summary>
                public int Number => number;
            }

            /// <summary>An order.</summary>
            /// <param name="number">Not this.</param>
            public sealed partial class Order;

            [Contract]
            public sealed class Other
            {
                /// <param name="number">Two.</param>
                public Other(int number) => Number = number;

                public int Number { get; }

                /// <summary>Three.</summary>
                public int Third;
            }
            """,
            DocumentationMode.None);

        string written = await ByBuildAsync(project);

        Assert.Contains("// An order.\nmessage Order {\n  // One.\n  int32 number = 1;\n}", written, StringComparison.Ordinal);
        Assert.Contains("message Other {\n  // Two.\n  int32 number = 1;\n  // Three.\n  int32 third = 2;\n}", written, StringComparison.Ordinal);
        Assert.Equal(written, await ByFixAsync(project));
    }

    [Fact]
    public async Task Handlers_OfOneName_HaveTheirOwnComments()
    {
        Project project = With(
            """
            namespace A { public sealed record Ask(int Number); }
            namespace B { public sealed record Inner { [Contract("BAsk")] public sealed record Ask(int Number); } }

            [Actor("a")]
            public sealed partial class Answers
            {
                /// <summary>The first.</summary>
                [Handles] int On(A.Ask ask) => 1;

                /// <summary>The second.</summary>
                [Handles] int On(B.Inner.Ask ask) => 2;

                /// <summary>Never seen.</summary>
                [Handles] int On(Guid id) => 3;
            }
            """,
            DocumentationMode.None);

        string written = await ByBuildAsync(project);

        Assert.Contains("  // The first.\n  rpc Ask (test.Ask)", written, StringComparison.Ordinal);
        Assert.Contains("  // The second.\n  rpc Ask1 (BAsk)", written, StringComparison.Ordinal);
        Assert.DoesNotContain("Never", written, StringComparison.Ordinal);
        Assert.Equal(written, await ByFixAsync(project));
    }

    private static Project With(string source, DocumentationMode mode)
    {
        Project project = TestSolution.Project([source]);
        return project.WithParseOptions(((CSharpParseOptions)project.ParseOptions!).WithDocumentationMode(mode));
    }

    /// <summary>What <c>dotnet build -t:WriteContracts</c> writes.</summary>
    private static async Task<string> ByBuildAsync(Project project)
    {
        Project writing = project.AddAnalyzerConfigDocument(
            ".globalconfig", SourceText.From("is_global = true\nbuild_property.CoerceWriteContracts = true"), filePath: "/.globalconfig").Project;
        Compilation compilation = (await writing.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        Assert.Empty(compilation.GetDiagnostics(TestContext.Current.CancellationToken).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        SyntaxTree written = compilation.SyntaxTrees.Single(static tree => Path.GetFileName(tree.FilePath) == "CoerceContracts.proto.g.cs");
        return Regex.Replace(written.ToString(), @"(^|[\n\r\u0085\u2028\u2029])//\|", "$1");
    }

    private static async Task<string> ByFixAsync(Project project)
    {
        Diagnostic reported = (await project.DiagnosticsAsync(DiagnosticSeverity.Info)).First(static diagnostic => diagnostic.Id is "COERCE0403" or "COERCE0406");
        CodeAction? offered = null;
        await new SchemaFix().RegisterCodeFixesAsync(new CodeFixContext(
            project.GetDocument(reported.Location.SourceTree)!, reported, (action, _) => offered = action, TestContext.Current.CancellationToken));
        Project written = await Fixes.ApplyAsync(project, offered!);
        return (await written.AdditionalDocuments.Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString();
    }
}
