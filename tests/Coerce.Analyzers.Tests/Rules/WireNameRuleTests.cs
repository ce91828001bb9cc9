using System.Globalization;
using Coerce.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class WireNameRuleTests
{
    private const string Main = "public static class Program { static void Main() { } }";

    [Fact]
    public async Task Names_OfTwoActors_AreReportedAtTheSecond()
    {
        var reported = await Verify.ReportsAsync(
            "namespace Bank; [Actor(\"bank.account\")] public sealed partial class Account { [Handles] int Get() => 1; }",
            """
            namespace Bank;
            [Actor({|COERCE0404:"bank.account"|}, MailboxCapacity = 3)] public sealed partial class Savings { [Handles] int Get() => 1; }
            [Actor("bank.other")] public sealed partial class Other { [Handles] int Get() => 1; }
            """);

        Assert.Equal(
            "'Savings' has the wire name 'bank.account', which is that of 'Account': give one of the two another, [Actor(\"...\")]",
            reported.Single().GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Name_OfAnotherActorsClass_IsReported() => Verify.ReportsAsync(
        "namespace Bank; [Actor(name: \"Bank.Savings\")] public sealed partial class Account { [Handles] int Get() => 1; }",
        "namespace Bank; [Actor] public sealed partial class {|COERCE0404:Savings|} { [Handles] int Get() => 1; }");

    [Fact]
    public Task Names_ThatNoSystemLooksFor_AreClean() => Verify.ReportsAsync("""
        [Actor("x")] public sealed partial class A { [Handles] int Get() => 1; }
        [Actor("X")] public sealed partial class B { [Handles] int Get() => 1; }
        [Actor("x")] public sealed partial class C<T> { [Handles] int Get() => 1; }
        public partial class Outer { [Actor("x")] private sealed partial class D { [Handles] int Get() => 1; } }
        """);

    [Fact]
    public async Task Name_OfAnActorInAReference_IsReported()
    {
        Project domain = TestSolution.AddProject(
            new AdhocWorkspace().CurrentSolution, "Domain", ["[Actor] public sealed partial class Account { [Handles] int Get() => 1; }"], []);
        Markup source = Markup.Parse(
            "namespace Bank; [Actor({|COERCE0404:\"Account\"|})] public sealed partial class Mine { [Handles] int Get() => 1; }");
        Project library = TestSolution.AddProject(domain.Solution, "Library", [source.Text], [], new ProjectReference(domain.Id));

        var reported = await Verify.MatchAsync(library, [source]);

        Assert.Equal(
            "'Mine' has the wire name 'Account', which is that of 'Account' in Domain: give one of the two another, [Actor(\"...\")]",
            reported.Single().GetMessage(CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Names_OfTwoReferences_AreReportedInThePrograms(bool isProgram)
    {
        const string Worker = "[Actor] internal sealed partial class Worker { [Handles] int Get() => 1; }";
        Project first = TestSolution.AddProject(new AdhocWorkspace().CurrentSolution, "First", [Worker], []);
        Project second = TestSolution.AddProject(first.Solution, "Second", [Worker], []);
        Project both = TestSolution.AddProject(
            second.Solution, "Both", isProgram ? [Main] : ["class Nothing;"], [], new ProjectReference(first.Id), new ProjectReference(second.Id));

        string[] expected = isProgram
            ? ["'Worker' in Second has the wire name 'Worker', which is that of 'Worker' in First: give one of the two another, [Actor(\"...\")]"]
            : [];
        Assert.Equal(expected, (await both.DiagnosticsAsync()).Select(diagnostic => diagnostic.GetMessage(CultureInfo.InvariantCulture)));
    }
}
