using System.Globalization;
using Coerce.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Analyzers.Tests.Wire;

public sealed class MessageNameRuleTests
{
    private const string Main = "public static class Program { static void Main() { } }";

    [Fact]
    public async Task Messages_OfOneName_AreReportedAtTheSecond()
    {
        var reported = await Verify.ReportsAsync(
            "namespace Shop.Orders { [Contract] public sealed record Order(int Id); }",
            "namespace Shop.Texts { [Contract] public sealed record {|COERCE0404:Order|}(string Text); }");

        Diagnostic one = Assert.Single(reported);
        Assert.Equal(
            "'Shop.Texts.Order' has the wire name 'test.Order', which is that of 'Shop.Orders.Order': give one of the two another, [Contract(\"...\")]",
            one.GetMessage(CultureInfo.InvariantCulture));
        Assert.Equal("File0.cs", Path.GetFileName(Assert.Single(one.AdditionalLocations).SourceTree!.FilePath));
    }

    [Fact]
    public Task Messages_OfThreeOfOneName_AreReportedTwice() => Verify.ReportsAsync("""
        namespace A { [Contract] public sealed record Order(int Id); }
        namespace B { [Contract] public sealed record {|COERCE0404:Order|}(string Text); }
        namespace C { [Contract] public abstract record {|COERCE0404:Order|} { public sealed record Sent : Order; } }
        """);

    [Fact]
    public Task Messages_WithinOthers_AreReported() => Verify.ReportsAsync("""
        namespace A { public sealed record Order(int Id); }
        namespace B { public sealed record {|COERCE0404:Order|}(string Text, string More); }
        [Actor("shop")] public sealed partial class Shop { [Handles] int Take(A.Order order, B.Order other) => 1; }
        """);

    [Fact]
    public Task Enums_OfOneName_AreReported() => Verify.ReportsAsync("""
        namespace A { public enum Kind { None, One } }
        namespace B { public enum {|COERCE0404:Kind|} { None, Two } }
        namespace C { [Contract] public sealed record {|COERCE0404:Kind|}(int Id); }
        [Contract] public sealed record Order(A.Kind First, B.Kind Second);
        """);

    [Fact]
    public Task Actors_OfOneClassName_AreReportedOnce() => Verify.ReportsAsync("""
        namespace A { [Actor("a.store")] public sealed partial class Store { [Handles] int Put(int id) => 1; [Handles] int Take(int id) => 1; } }
        namespace B { [Actor("b.store")] public sealed partial class {|COERCE0404:Store|} { [Handles] int Put(string text) => 1; [Handles] int Take(string text) => 1; } }
        """);

    [Fact]
    public Task Actor_AndAMessageNamedLikeItsService_IsReported() => Verify.ReportsAsync("""
        [Actor("till")] public sealed partial class Till { [Handles] int Pay(int amount) => 1; }
        [Contract] public sealed record {|COERCE0404:TillActor|}(int Id);
        """);

    [Fact]
    public Task Handler_AndAMessageInItsActor_AreReportedAtTheMessage() => Verify.ReportsAsync("""
        [Actor("till")] public sealed partial class Till
        {
            public sealed record {|COERCE0404:PayReply|}(int Amount);

            [Handles] IReadOnlyList<int> Pay(int amount) => [];

            [Handles] int On(PayReply message) => 1;
        }
        """);

    [Fact]
    public Task Methods_OneOfWhichIsNamedAsTheReplyOfAnother_AreReportedAtTheActor() => Verify.ReportsAsync("""
        [Actor("till")] public sealed partial class {|COERCE0404:Till|}
        {
            [Handles] IReadOnlyList<int> Pay(int amount) => [];

            [Handles] int PayReply(int amount) => 1;
        }
        """);

    [Fact]
    public Task Forms_OfAGenericMessage_AreReportedByTheirArgumentsAlone() => Verify.ReportsAsync("""
        namespace A { public sealed record Order(int Id); }
        namespace B { public sealed record {|COERCE0404:Order|}(string Text); }
        public sealed record Page<T>(IReadOnlyList<T> Items) where T : notnull;
        [Actor("shop")] public sealed partial class Shop { [Handles] Page<A.Order> Take(Page<B.Order> orders) => null!; }
        """);

    [Fact]
    public async Task Tuples_OfOneName_CannotBeNamedButReplaced()
    {
        var reported = await TestSolution.Project(["[Contract] public sealed record Order(((int, int), int, int) First, ((int, int, int), int) Second);"]).DiagnosticsAsync();

        Assert.Equal("COERCE0404", Assert.Single(reported).Id);
        Assert.EndsWith(": write a record for one of the two", reported[0].GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task Names_ThatAreTold_AreClean() => Verify.ReportsAsync("""
        namespace A
        {
            public sealed record Order(int Id);
            public enum Kind { None, One }
            public sealed record Page<T>(IReadOnlyList<T> Items) where T : notnull;
            [Actor("a.store")] public sealed partial class Store { [Handles] int Put(Order order, Kind kind, Page<Order> orders, Page<int> numbers) => 1; }
        }
        namespace B
        {
            [Contract("TextOrder")] public sealed record Order(string Text);
            [Contract("OtherKind")] public enum Kind { None, Two }
            [Contract("Sheet")] public sealed record Page<T>(IReadOnlyList<T> Items) where T : notnull;
            [Contract("BStore"), Actor("b.store")] public sealed partial class Store { [Handles] int Put(Order order, Kind kind, Page<Order> orders, Page<int> numbers) => 1; }
        }
        """);

    [Fact]
    public Task Names_ThatNeverLeave_AreClean() => Verify.ReportsAsync("""
        namespace A { public sealed record Order(int Id); [Actor] public sealed partial class Store { [Handles] int On(Order order) => 1; } }
        namespace B { public sealed record Order(int Id); [Actor("b.store")] public sealed partial class Store { [Handles] int On(Order order) => 1; } }
        """);

    [Fact]
    public Task TypeWithAConverter_HasNoMessageOfItsOwn() => Verify.ReportsAsync("""
        namespace A { [Contract(Converter = typeof(MoneyConverter))] public sealed record Money(int Cents); }
        namespace B { [Contract] public sealed record Money(string Text, A.Money Value); }
        public sealed record MoneyData(int Cents);
        public abstract class MoneyConverter : IContractConverter<A.Money, MoneyData>
        {
            public static MoneyData ToData(A.Money value) => new(value.Cents);
            public static A.Money FromData(MoneyData data) => new(data.Cents);
        }
        """);

    [Fact]
    public async Task File_OfOneOfThem_AddsNoOtherReport()
    {
        Project project = WithPackage(
            TestSolution.Project(["namespace A { [Contract] public sealed record Order(int Id); } namespace B { [Contract] public sealed record Order(string Text); }"]),
            "message Order { string text = 1; }");

        Diagnostic one = Assert.Single(await project.DiagnosticsAsync());
        Assert.Equal("COERCE0404", one.Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Packages_OfTwoLibraries_AreReportedInTheProgram(bool isProgram)
    {
        Project north = WithPackage(Library(new AdhocWorkspace().CurrentSolution, "North", "namespace North; [Contract] public sealed record Order(int Id);"), "message Order { int32 id = 1; }");
        Project south = WithPackage(Library(north.Solution, "South", "namespace South; [Contract] public sealed record Order(int Id);"), "message Order { int32 id = 1; }");
        Project program = TestSolution.AddProject(
            south.Solution, "Program", isProgram ? [Main] : [], [], new ProjectReference(north.Id), new ProjectReference(south.Id));

        var reported = await program.DiagnosticsAsync();

        Assert.Equal(
            isProgram
                ? ["'Order' in South has the wire name 'shop.Order', which is that of 'Order' in North: give one of the two another, [Contract(\"...\")], or one of the projects another package, <CoerceContractPackage>"]
                : [],
            reported.Select(one => one.GetMessage(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Package_OfTheProgram_IsReportedAtItsOwnMessage()
    {
        Project north = WithPackage(Library(new AdhocWorkspace().CurrentSolution, "North", "namespace North; [Contract] public sealed record Order(int Id);"), "message Order { int32 id = 1; }");
        Markup source = Markup.Parse($"{Main} namespace Till {{ [Contract] public sealed record {{|COERCE0404:Order|}}(int Id); }}");
        Project program = WithPackage(TestSolution.AddProject(north.Solution, "Program", [source.Text], [], new ProjectReference(north.Id)), "message Order { int32 id = 1; }");

        await Verify.MatchAsync(program, [source]);
    }

    private static Project Library(Solution solution, string name, string source) => TestSolution.AddProject(solution, name, [source], []);

    private static Project WithPackage(Project project, string messages)
        => project.AddAdditionalDocument("contracts.proto", SourceText.From($"syntax = \"proto3\";\npackage shop;\n{messages}\n"), filePath: project.Name + "/contracts.proto").Project;
}
