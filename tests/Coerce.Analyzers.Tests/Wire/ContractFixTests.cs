using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Wire;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Wire;

/// <summary>The fixes of COERCE0401 and COERCE0404.</summary>
public sealed class ContractFixTests
{
    [Fact]
    public Task Case_FromWhichNothingDerives_IsSealed() => Verify.FixesAsync(
        new SealCaseFix(),
        """
        [Contract]
        public abstract record {|COERCE0401:Payment|}
        {
            // Coins and notes.
            public record Cash(int Given) : Payment; // in hand
        }
        """,
        """
        [Contract]
        public abstract record Payment
        {
            // Coins and notes.
            public sealed record Cash(int Given) : Payment; // in hand
        }
        """);

    [Fact]
    public Task Case_OfTheReplyOfAnActor_IsSealedBeforePartial() => Verify.FixesAsync(
        new SealCaseFix(),
        """
        public abstract record Reply;
        public partial record Done : Reply;
        [Actor("till")] public sealed partial class Till { [Handles] {|COERCE0401:Reply|} Pay(int amount) => new Done(); }
        """,
        """
        public abstract record Reply;
        public sealed partial record Done : Reply;
        [Actor("till")] public sealed partial class Till { [Handles] Reply Pay(int amount) => new Done(); }
        """);

    [Theory]
    [InlineData("public record Cash(int Given) : Payment; public sealed record Foreign(int Sum) : Cash(Sum);")]
    [InlineData("public record Cash(int Given) : Payment { public virtual int Left => Given; }")]
    [InlineData("public record Cash(int Given) : Payment { protected int Left => Given; }")]
    public Task Case_ThatIsMeantToBeOpen_StaysOpen(string cases)
        => Verify.OffersNothingAsync(new SealCaseFix(), "[Contract] public abstract record {|COERCE0401:Payment|}; " + cases);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Cases_FixAll_SealsEach(FixAllScope scope) => Verify.FixesAllAsync(
        new SealCaseFix(),
        scope,
        ["[Contract] public abstract record {|COERCE0401:One|} { public record A : One; }\n[Contract] public abstract record {|COERCE0401:Two|} { public record B : Two; }"],
        ["[Contract] public abstract record One { public sealed record A : One; }\n[Contract] public abstract record Two { public sealed record B : Two; }"]);

    [Fact]
    public Task PrivateTypes_WithTheirContainers_BecomeInternal() => Verify.FixesAsync(
        new MakeInternalFix(),
        """
        public static class Outer
        {
            // Inside.
            private static class Inner
            {
                [Obsolete("old")] struct Part { public int X { get; init; } }

                [Contract] public readonly record struct {|COERCE0401:Order|}(int Id);
            }
        }
        """,
        """
        public static class Outer
        {
            // Inside.
            internal static class Inner
            {
                [Obsolete("old")] struct Part { public int X { get; init; } }

                [Contract] public readonly record struct Order(int Id);
            }
        }
        """);

    [Fact]
    public Task PrivateTypes_WithoutModifiers_BecomeInternal() => Verify.FixesAllAsync(
        new MakeInternalFix(),
        FixAllScope.Document,
        [
            """
            public static class Outer
            {
                [Contract]
                record struct {|COERCE0401:Order|}(int Id);

                /* which */ [Contract] record {|COERCE0401:Line|}(int Id, System.Collections.Generic.List<int> Rest);
            }
            """,
        ],
        [
            """
            public static class Outer
            {
                [Contract]
                internal record struct Order(int Id);

                /* which */ [Contract] internal record Line(int Id, System.Collections.Generic.List<int> Rest);
            }
            """,
        ]);

    [Fact]
    public Task PrivateType_ThatNamesAnother_StaysWhatItIs() => Verify.OffersNothingAsync(
        new MakeInternalFix(), "public static class Outer { enum Kind { None } [Contract] record {|COERCE0401:Order|}(IReadOnlyList<Kind> Kinds); }");

    [Fact]
    public Task FileLocalType_StaysWhatItIs()
        => Verify.OffersNothingAsync(new MakeInternalFix(), "[Contract] file sealed record {|COERCE0401:Order|}(int Id);");

    [Fact]
    public async Task TypeOfAnotherProject_IsMarkedThere()
    {
        Project library = Library("""
            namespace Shop;

            // One of many.
            public sealed record Line(string Article, Price Price);

            public sealed record Price(decimal Sum);
            """);
        Project program = Program(library, "[Actor(\"till\")] public sealed partial class Till { [Handles] int On({|COERCE0401:Shop.Line|} line) => 1; }", out Markup source);
        await Verify.MatchAsync(program, [source]);

        Project after = await Fixes.ApplyFirstAsync(program, new MarkContractFix());

        Assert.Equal("""
            namespace Shop;

            // One of many.
            [Contract]
            public sealed record Line(string Article, Price Price);

            public sealed record Price(decimal Sum);
            """, await TextOf(after.Solution.GetProject(library.Id)!));
        Assert.Empty(await after.Solution.GetProject(library.Id)!.DiagnosticsAsync());
        Assert.Empty(await after.DiagnosticsAsync());
    }

    [Theory]
    [InlineData("public sealed record Line(string Article, System.IO.Stream Picture);")]
    [InlineData("internal static class Hidden { } public sealed record Line<T>(T Article) where T : notnull;")]
    public async Task TypeOfAnotherProject_ThatCanHaveNone_IsLeftAlone(string line)
    {
        Project library = Library("namespace Shop; " + line);
        Project program = Program(
            library, $"[Actor(\"till\")] public sealed partial class Till {{ [Handles] int On({{|COERCE0401:Shop.Line{(line.Contains("<T>") ? "<int>" : "")}|}} line) => 1; }}", out Markup source);
        await Verify.MatchAsync(program, [source]);

        Assert.Empty(await Fixes.OfferedAsync(program, new MarkContractFix()));
    }

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Messages_OfOneName_AreToldApart(FixAllScope scope) => Verify.FixesAllAsync(
        new NameMessageFix(),
        scope,
        [
            """
            namespace Shop.Orders
            {
                [Contract] public sealed record Line(string Article);

                public enum Kind { None }

                [Actor("old")]
                public sealed partial class Desk { [Handles] int Add(Old.Orders.Line line, Kind kind, Reports.Kind other) => 1; }
            }

            namespace Shop.Reports
            {
                // A line of text.
                [Contract] public sealed record {|COERCE0404:Line|}(string Text);

                public enum {|COERCE0404:Kind|} { None }
            }

            namespace Shop.Old.Orders
            {
                /// <summary>As it was.</summary>
                public sealed record {|COERCE0404:Line|}(int Number);
            }
            """,
        ],
        [
            """
            namespace Shop.Orders
            {
                [Contract] public sealed record Line(string Article);

                public enum Kind { None }

                [Actor("old")]
                public sealed partial class Desk { [Handles] int Add(Old.Orders.Line line, Kind kind, Reports.Kind other) => 1; }
            }

            namespace Shop.Reports
            {
                // A line of text.
                [Contract("ReportsLine")] public sealed record Line(string Text);

                [Contract("ReportsKind")]
                public enum Kind { None }
            }

            namespace Shop.Old.Orders
            {
                /// <summary>As it was.</summary>
                [Contract("OldOrdersLine")]
                public sealed record Line(int Number);
            }
            """,
        ]);

    [Fact]
    public Task Name_ThatSomebodyHasChosen_IsTheirsToChange() => Verify.OffersNothingAsync(
        new NameMessageFix(),
        "namespace A { [Contract] public sealed record Order(int Id); } namespace B { [Contract(\"Order\")] public sealed record {|COERCE0404:Text|}(int Id); }");

    [Fact]
    public Task Message_WithoutANamespace_HasNothingToTellItBy() => Verify.OffersNothingAsync(
        new NameMessageFix(), "namespace A { [Contract] public sealed record Order(int Id); }", "[Contract] public sealed record {|COERCE0404:Order|}(int Id);");

    private static Project Library(string source) => TestSolution.AddProject(new AdhocWorkspace().CurrentSolution, "Shop", [source], []);

    private static Project Program(Project library, string text, out Markup source)
        => TestSolution.AddProject(library.Solution, "Till", [(source = Markup.Parse(text)).Text], [], new ProjectReference(library.Id));

    private static async Task<string> TextOf(Project project)
        => (await project.Sources().Single().GetTextAsync(TestContext.Current.CancellationToken)).ToString();
}
