using System.Globalization;
using Coerce.Analyzers.Tests.Harness;
using Microsoft.CodeAnalysis;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class ProtocolRuleTests
{
    private const string Bank = """
        public abstract record BankCommand
        {
            public sealed record Deposit(uint Amount) : BankCommand, IRequest<BankCommand, uint>;
            public sealed record Freeze(string Reason) : BankCommand;
            public abstract record Query : BankCommand
            {
                public sealed record Owner : Query, IRequest<Query, string?>;
            }
        }
        """;

    private const string Use = """
        public static class Program
        {
            public static async Task<uint> Run(ActorSystem system)
            {
                IActorRef<BankCommand> bank = system.Spawn(Account.Props());
                bank.Tell(new BankCommand.Freeze("lost"));
                await bank.AskAsync(new BankCommand.Freeze("lost"));
                string? owner = await bank.AskAsync(new BankCommand.Query.Owner());
                return await bank.AskAsync(new BankCommand.Deposit(1));
            }
        }
        """;

    [Fact]
    public Task Actor_ThatHandlesEachCase_IsClean() => Verify.ReportsAsync(Bank, Use, """
        [Actor(Protocol = typeof(BankCommand))]
        public sealed partial class Account
        {
            [Handles] Deferred<uint> On(BankCommand.Deposit m) => Deferred.Run(_ => Task.FromResult(m.Amount));
            [Handles] Task On(BankCommand.Freeze m) => Task.CompletedTask;
            [Handles] async ValueTask<string?> On(BankCommand.Query.Owner m) { await Task.Yield(); return null; }
            [Handles] int More() => 1;
        }
        """);

    [Fact]
    public Task Actor_ThatHandlesAPartOfTheProtocol_IsClean() => Verify.ReportsAsync(Bank, Use, """
        [Actor(Protocol = typeof(BankCommand))]
        public sealed partial class Account
        {
            [Handles] uint On(BankCommand.Deposit m) => 1;
            [Handles] string On(BankCommand.Query m) => "";
            [Handles] void On(BankCommand m) { }
        }
        """);

    [Fact]
    public async Task MissingCases_AreOneDiagnosticThatListsThem()
    {
        var reported = await Verify.ReportsAsync(Bank, Use, """
            [Actor(Protocol = typeof(BankCommand))]
            public sealed partial class {|COERCE0102:Account|}
            {
                [Handles] uint On(BankCommand.Deposit m) => 1;
                [Handles] void Freeze(BankCommand.Freeze m) { }
            }
            """);

        Assert.Equal(
            "'Account' speaks 'BankCommand' and has no handler for BankCommand.Freeze, BankCommand.Query.Owner: add a [Handles] method for each",
            reported.Single().GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Actor_WithoutAnyHandler_LacksThoseOfTheProtocol() => Verify.ReportsAsync(Bank, Use, """
        [Actor(Protocol = typeof(BankCommand))] public sealed partial class {|COERCE0102:Account|};
        """);

    [Fact]
    public Task Actor_WithAHandlerThatIsAtFault_IsThatMistakeAlone() => Verify.ReportsAsync(Bank, Use, """
        [Actor(Protocol = typeof(BankCommand))]
        public sealed partial class Account
        {
            [Handles] static uint {|COERCE0003:On|}(BankCommand.Deposit m) => 1;
            [Handles] void {|COERCE0003:On|}(BankCommand.Freeze m, int more) { }
        }
        """);

    [Fact]
    public Task Behaviours_TogetherHandleTheCases() => Verify.ReportsAsync(Bank, Use, """
        [Actor(Protocol = typeof(BankCommand))]
        public sealed partial class Account
        {
            [Handles] uint On(BankCommand.Deposit m) => 1;

            [Behavior(Initial = true), Stashes(typeof(BankCommand.Freeze))]
            private sealed partial class Open { [Handles] string? On(BankCommand.Query.Owner m) => null; }

            [Behavior]
            private sealed partial class {|COERCE0111:Shut|} { [Handles] void On(BankCommand.Freeze m) { } }
        }
        """);

    [Fact]
    public Task Reply_ThatDiffersInABehaviour_IsReportedThere() => Verify.ReportsAsync(Bank, """
        [Actor(Protocol = typeof(BankCommand.Query))]
        public sealed partial class Account
        {
            [Behavior(Initial = true)]
            private sealed partial class Open { [Handles] int {|COERCE0103:On|}(BankCommand.Query.Owner m) => 1; }

            [Behavior]
            private sealed partial class Shut { [Handles] int {|COERCE0103:On|}(BankCommand.Query.Owner m) => 2; }
        }
        """);

    [Theory]
    [InlineData("int {|COERCE0103:On|}(BankCommand.Deposit m) => 1;", "replies with 'int', but the case 'BankCommand.Deposit' declares 'uint': return 'uint', or let the case implement IRequest<BankCommand, int>")]
    [InlineData("Task {|COERCE0103:On|}(BankCommand.Deposit m) => Task.CompletedTask;", "replies with nothing, but the case 'BankCommand.Deposit' declares 'uint': return 'uint', or let the case implement no IRequest")]
    [InlineData("ValueTask<string> {|COERCE0103:On|}(BankCommand.Deposit m) => default;", "replies with 'string', but the case 'BankCommand.Deposit' declares 'uint': return 'uint', or let the case implement IRequest<BankCommand, string>")]
    [InlineData("IAsyncEnumerable<uint> {|COERCE0103:On|}(BankCommand.Deposit m) => null!;", "replies with a stream of 'uint', but the case 'BankCommand.Deposit' declares 'uint': no case is answered by a stream, so handle it under a message outside of the protocol")]
    public async Task Reply_ThatTheCaseDoesNotDeclare_IsReported(string handler, string message)
    {
        var reported = await Verify.ReportsAsync(Bank, Use, $$"""
            [Actor(Protocol = typeof(BankCommand))]
            public sealed partial class Account
            {
                [Handles] {{handler}}
                [Handles] void On(BankCommand.Freeze m) { }
                [Handles] string On(BankCommand.Query.Owner m) => "";
            }
            """);

        Assert.Equal($"'Account.On(BankCommand.Deposit)' {message}", reported.Single().GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Reply_OfACaseThatDeclaresNone_IsReported() => Verify.ReportsAsync(Bank, Use, """
        [Actor(Protocol = typeof(BankCommand))]
        public sealed partial class Account
        {
            [Handles] uint On(BankCommand.Deposit m) => 1;
            [Handles] Deferred<int> {|COERCE0103:On|}(BankCommand.Freeze m) => default!;
            [Handles] string On(BankCommand.Query.Owner m) => "";
        }
        """);

    [Theory]
    [InlineData("string", "string?", true)]
    [InlineData("string?", "string", false)]
    [InlineData("(int A, int B)", "(int, int)", false)]
    [InlineData("XRef", "XRef", false)]
    [InlineData("List<XRef>", "List<X.Messages.Get>", true)]
    [InlineData("IEnumerable<int>", "List<int>", true)]
    public Task Reply_OfNearlyTheSameType_IsReportedWhereItMatters(string declared, string replied, bool isReported) => Verify.ReportsAsync($$"""
        public abstract class Query { private Query() { } public sealed class Ask : Query, IRequest<Query, {{declared}}>; }

        [Actor(Protocol = typeof(Query))]
        public sealed partial class X
        {
            [Handles] {{replied}} {{(isReported ? "{|COERCE0103:On|}" : "On")}}(Query.Ask m) => default!;
            [Handles] int Get() => 1;
        }
        """);

    [Theory]
    [InlineData("public interface P { sealed record Go : P; }", "it is no class; write an abstract record")]
    [InlineData("public record struct P;", "it is no class")]
    [InlineData("public static class P;", "it is no class")]
    [InlineData("public record P { public sealed record Go : P; }", "it is not abstract")]
    [InlineData("public abstract record P;", "nothing derives from it")]
    [InlineData("public abstract record P { public record Go : P; }", "its case 'P.Go' can be derived from; make that sealed")]
    [InlineData("public abstract record P { public sealed record Go<T> : P; }", "its case 'P.Go<T>' has type parameters")]
    [InlineData("public abstract record P { sealed record Go : P; }", "its case 'P.Go' cannot be named where 'XRef' can")]
    [InlineData("public abstract record P { public sealed record Go : P, IRequest<P, int>, IRequest<P, string>; }", "its case 'P.Go' declares more than one reply")]
    [InlineData("public abstract record P { public sealed record Go : P, IRequest<Q, int>; } public abstract record Q;", "its case 'P.Go' declares 'IRequest<Q, int>', which is no reply to a 'P'; let it implement IRequest<P, int>")]
    [InlineData("public abstract record P : Q { public sealed record Go : P, IRequest<Q, int>; } public abstract record Q;", "its case 'P.Go' declares 'IRequest<Q, int>'")]
    [InlineData("public abstract record P; public sealed record Other : P, IRequest<int, int>;", "its case 'Other' declares 'IRequest<int, int>'")]
    public async Task Protocol_ThatIsNotClosed_IsReported(string protocol, string reason)
    {
        var reported = await Verify.ReportsAsync(protocol, """
            [Actor({|COERCE0106:Protocol = typeof(P)|})]
            public sealed partial class X { [Handles] int Get() => 1; }

            public static class Use { public static XRef Spawn(ActorSystem system) => system.Spawn(X.Props()); }
            """);

        string message = reported.Single().GetMessage(CultureInfo.InvariantCulture);
        Assert.StartsWith($"'P' cannot be the protocol of 'X': {reason}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("typeof(int)", "it is no class")]
    [InlineData("typeof(int[])", "it is no class")]
    [InlineData("typeof(List<int>)", "it, or a type around it, has type parameters")]
    [InlineData("typeof(Outer<>.P)", "it, or a type around it, has type parameters")]
    [InlineData("typeof(Hidden)", "it cannot be named where 'XRef' can")]
    public async Task Protocol_OfAnotherKind_IsReported(string protocol, string reason)
    {
        var reported = await Verify.ReportsAsync($$"""
            [Actor({|COERCE0106:Protocol = {{protocol}}|})]
            public sealed partial class X { [Handles] int Get() => 1; private abstract record Hidden { public sealed record Go : Hidden; } }
            public class Outer<T> { public abstract record P { public sealed record Go : P; } }
            """);

        Assert.Contains($"cannot be the protocol of 'X': {reason}", reported.Single().GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public Task Protocol_ThatDoesNotExist_IsTheCompilersErrorAlone() => Verify.ReportsAsync(
        "[Actor(Protocol = typeof({|CS0246:Nowhere|}))] public sealed partial class X { [Handles] int Get() => 1; }");

    [Fact]
    public Task Cases_BesideTheProtocol_AreFound() => Verify.ReportsAsync(
        "namespace Bank; public abstract record Command; public sealed record Go : Command;",
        "namespace Bank.More; public sealed record Stop : Command;",
        "using Bank; [Actor(Protocol = typeof(Command))] public sealed partial class {|COERCE0102:X|} { [Handles] void On(Go m) { } }");

    [Fact]
    public async Task Case_InAnotherAssembly_IsReported()
    {
        Project contracts = TestSolution.AddProject(
            new AdhocWorkspace().CurrentSolution, "Contracts", ["public abstract record P { public sealed record Go : P; }"], []);
        Markup source = Markup.Parse("""
            public sealed record Mine : P;
            [Actor({|COERCE0106:Protocol = typeof(P)|})]
            public sealed partial class X { [Handles] void On(P.Go m) { } [Handles] void On(Mine m) { } }
            """);
        Project program = TestSolution.AddProject(contracts.Solution, "Program", [source.Text], [], new ProjectReference(contracts.Id));

        var reported = await Verify.MatchAsync(program, [source]);

        Assert.Equal(
            "'P' cannot be the protocol of 'X': 'Mine' derives from it in another assembly, 'Program'; move it to the other cases, and give the protocol a private constructor",
            reported.Single().GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task Pragma_AroundTheActor_Disables() => Verify.ReportsAsync(Bank, """
        #pragma warning disable COERCE0102, COERCE0103, COERCE0106
        [Actor(Protocol = typeof(BankCommand))] public sealed partial class X { [Handles] int On(BankCommand.Deposit m) => 1; }
        [Actor(Protocol = typeof(int))] public sealed partial class Y { [Handles] int Get() => 1; }
        """);
}
