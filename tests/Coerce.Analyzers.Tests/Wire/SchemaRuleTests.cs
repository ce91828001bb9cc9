using System.Globalization;
using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Analyzers.Tests.Wire;

public sealed class SchemaRuleTests
{
    private const string Source = "[Contract] public sealed record Order(string Article, uint Count);";

    private const string Schema = """
        // Ours.
        syntax = "proto3";
        package shop;

        message Order {
          string article = 1; // what it is
          uint32 count = 2;
        }
        """;

    [Fact]
    public async Task File_ThatSaysWhatTheCodeSays_IsClean()
        => Assert.Empty(await With(Source, Schema).DiagnosticsAsync(DiagnosticSeverity.Info));

    [Fact]
    public async Task File_Missing_IsAHintAtTheFirstThatIsSaid()
    {
        Diagnostic hint = Assert.Single(await TestSolution.Project([Source]).DiagnosticsAsync(DiagnosticSeverity.Info));

        Assert.Equal(("COERCE0406", DiagnosticSeverity.Info), (hint.Id, hint.Severity));
        Assert.Equal("Order", hint.Location.SourceTree!.ToString().Substring(hint.Location.SourceSpan.Start, hint.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task File_MissingWhereNothingIsSaid_IsClean()
        => Assert.Empty(await TestSolution.Project(["[Actor] public sealed partial class A { [Handles] int Get() => 1; }"]).DiagnosticsAsync(DiagnosticSeverity.Info));

    [Theory]
    [InlineData("syntax = \"proto3\";\nmessage Order {\n  string article = 1\n}\n", "(4,1)")]
    [InlineData("syntax = \"proto2\";\n", "(1,")]
    [InlineData("garbage", "(1,")]
    public async Task File_ThatCannotBeRead_IsReportedThere(string schema, string place)
    {
        var reported = await With(Source, schema).DiagnosticsAsync();

        Assert.All(reported, diagnostic => Assert.Equal("COERCE0405", diagnostic.Id));
        Assert.Contains(reported, diagnostic => diagnostic.ToString().Contains("contracts.proto" + place, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Break_InTheCode_IsReportedAtTheMemberAndPointsIntoTheFile()
    {
        var reported = await With(Source.Replace("uint Count", "string Count", StringComparison.Ordinal), Schema).DiagnosticsAsync();

        Diagnostic broken = Assert.Single(reported);
        Assert.Equal("COERCE0402", broken.Id);
        Assert.Equal("File0.cs", Path.GetFileName(broken.Location.SourceTree!.FilePath));
        Assert.Equal("Count", broken.Location.SourceTree.ToString().Substring(broken.Location.SourceSpan.Start, broken.Location.SourceSpan.Length));
        Assert.Equal(6, Assert.Single(broken.AdditionalLocations).GetLineSpan().StartLinePosition.Line);
        Assert.Contains("'Order.count' was 'uint32' and is now 'string'", broken.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Service_OfAnActorWithForeignLetters_IsReportedAtTheActor()
    {
        const string Old = "syntax = \"proto3\";\npackage shop;\nimport \"google/protobuf/wrappers.proto\";\nmessage Order { string article = 1; uint32 count = 2; }\n";
        var reported = await With(Source + " [Actor(\"x\")] public sealed partial class Größe { [Handles] int On(Order order) => 1; }", Old).DiagnosticsAsync();

        Diagnostic one = Assert.Single(reported);
        Assert.Equal("COERCE0403", one.Id);
        Assert.Equal("Größe", one.Location.SourceTree?.ToString().Substring(one.Location.SourceSpan.Start, one.Location.SourceSpan.Length));
    }

    [Fact]
    public async Task Pragma_AtTheMember_SilencesTheBreak()
        => Assert.DoesNotContain(
            await With("#pragma warning disable COERCE0402\n" + Source.Replace("uint Count", "string Count", StringComparison.Ordinal), Schema).DiagnosticsAsync(),
            diagnostic => !diagnostic.IsSuppressed);

    [Fact]
    public async Task Member_ThatIsGone_IsReportedInTheFile()
    {
        Diagnostic gone = Assert.Single(await With("[Contract] public sealed record Order(string Article);", Schema).DiagnosticsAsync());

        Assert.Equal("COERCE0403", gone.Id);
        Assert.Contains("'Order.count' is gone", gone.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fix_OfWhatIsNew_AddsItAndKeepsTheRest()
    {
        Project project = With(Source.Replace("uint Count", "uint Count, bool Paid", StringComparison.Ordinal), Schema);

        Project fixedProject = await Fixes.ApplyFirstAsync(project, new SchemaFix());

        Assert.Equal(Schema.Replace("uint32 count = 2;", "uint32 count = 2;\n  bool paid = 3;", StringComparison.Ordinal), await TextAsync(fixedProject));
        Assert.Empty(await fixedProject.DiagnosticsAsync(DiagnosticSeverity.Info));
    }

    [Fact]
    public async Task Fix_OfABreak_GivesANewNumberAndReservesTheOld()
    {
        Project project = With(Source.Replace("uint Count", "string Count", StringComparison.Ordinal), Schema);

        Project fixedProject = await Fixes.ApplyFirstAsync(project, new SchemaFix());
        string text = await TextAsync(fixedProject);

        Assert.Contains("string count = 3;", text, StringComparison.Ordinal);
        Assert.Contains("reserved 2;", text, StringComparison.Ordinal);
        Assert.Contains("// what it is", text, StringComparison.Ordinal);
        Assert.Empty(await fixedProject.DiagnosticsAsync(DiagnosticSeverity.Info));
    }

    [Fact]
    public async Task Fix_WhereThereIsNoFile_WritesOne()
    {
        Project project = TestSolution.Project([Source]);
        Diagnostic hint = Assert.Single(await project.DiagnosticsAsync(DiagnosticSeverity.Info));
        CodeAction? offered = null;
        await new SchemaFix().RegisterCodeFixesAsync(new CodeFixContext(
            project.GetDocument(hint.Location.SourceTree)!, hint, (action, _) => offered = action, TestContext.Current.CancellationToken));

        Project fixedProject = await Fixes.ApplyAsync(project, offered!);

        Assert.Contains("uint32 count = 2;", await TextAsync(fixedProject), StringComparison.Ordinal);
        Assert.Empty(await fixedProject.DiagnosticsAsync(DiagnosticSeverity.Info));
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public async Task FixAll_AllThatIsNew_IsOneUpdate(FixAllScope scope)
    {
        Project project = With(Source.Replace("uint Count", "uint Count, bool Paid, string? Note", StringComparison.Ordinal) + " [Contract] public sealed record Other(int X);", Schema);

        Project fixedProject = await Fixes.ApplyAllAsync(project, new SchemaFix(), scope);

        Assert.Empty(await fixedProject.DiagnosticsAsync(DiagnosticSeverity.Info));
    }

    private static Project With(string source, string schema)
        => TestSolution.Project([source]).AddAdditionalDocument("contracts.proto", SourceText.From(schema), filePath: "contracts.proto").Project;

    private static async Task<string> TextAsync(Project project)
        => (await project.AdditionalDocuments.Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString();
}
