using System.Collections.Immutable;
using Coerce.Analyzers.Rules.Async.Cycles;
using Coerce.TestCompiler;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Coerce.Analyzers.Tests.Rules.Async;

public sealed class AskCycleRuleTests
{
    private const string Account = """
        [Actor]
        public sealed partial class Account(LedgerRef ledger)
        {
            [Handles] async Task<int> Transfer() => await ledger.BookAsync(null!);
            [Handles] int GetBalance() => 1;
        }
        """;

    private const string Ledger = """
        [Actor]
        public sealed partial class Ledger
        {
            [Handles] async Task<int> Book(AccountRef account)
            {
                return await account.GetBalanceAsync();
            }
        }
        """;

    [Fact]
    public async Task Ring_OfActorsThereIsOneOf_IsAWarningWithItsPath()
    {
        Diagnostic ring = Assert.Single(await ReportsAsync(Account, Ledger, """
            static class Program
            {
                static void Start(ActorSystem system)
                {
                    LedgerRef ledger = system.Spawn(Ledger.Props(), "ledger");
                    system.Spawn(Account.Props(ledger), "account");
                }
            }
            """));

        Assert.Equal(DiagnosticSeverity.Warning, ring.Severity);
        Assert.Contains("Account.Transfer (File0.cs:4) asks Ledger.Book (File1.cs:6) asks Account.GetBalance;", ring.GetMessage(), StringComparison.Ordinal);
        Assert.Equal("File1.cs", ring.Location.SourceTree!.FilePath);
        Assert.Equal("File0.cs", Assert.Single(ring.AdditionalLocations).SourceTree!.FilePath);
    }

    [Theory]
    [InlineData("system.Spawn(Ledger.Props());")]
    [InlineData("system.Spawn(Ledger.Props(), Guid.NewGuid().ToString());")]
    [InlineData("system.Spawn(Ledger.Props(), \"a\"); system.Spawn(Ledger.Props(), \"b\");")]
    [InlineData("system.SpawnPool(Ledger.Props(), 2, id: \"ledgers\");")]
    [InlineData("")]
    public async Task Ring_OfActorsThereMayBeSeveralOf_IsAHint(string spawn)
    {
        string program = $$"""static class Program { static void Start(ActorSystem system) { system.Spawn(Account.Props(null!), "account"); {{spawn}} } }""";

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(await ReportsAsync(Account, Ledger, program)).Severity);
    }

    [Fact]
    public async Task Ring_ThroughMethodsOfTheActorAndThreeActors_IsReportedOnce()
    {
        var rings = await ReportsAsync("""
            [Actor] public sealed partial class A { [Handles] async Task Go(BRef b) { await Help(b); } async Task Help(BRef b) => await b.GoAsync(null!); }
            [Actor] public sealed partial class B { [Handles] async Task Go(CRef c) { var later = c.AskAsync("x"); await later; } }
            [Actor] public sealed partial class C(ARef a) { [Handles] async Task On(string m) => await a.GoAsync(null!); }
            """);

        Assert.Contains(
            "A.Go (File0.cs:1) asks B.Go (File0.cs:2) asks C.On(string) (File0.cs:3) asks A.Go;", Assert.Single(rings).GetMessage(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ring_OfTwoInstancesOfOneActor_IsAHint()
    {
        var rings = await ReportsAsync("""
            [Actor]
            public sealed partial class A
            {
                [Handles] async Task Give(ARef other) => await other.TakeAsync(other);
                [Handles] async Task Take(ARef other) => await other.GetAsync();
                [Handles] int Get() => 1;
            }
            """);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(rings).Severity);
    }

    [Fact]
    public async Task Ring_FromAStart_IsReported()
        => Assert.Single(await ReportsAsync("""
            [Actor] public sealed partial class A(BRef b) { [OnStart] async Task Start() => await b.GoAsync(null!); [Handles] int Get() => 1; }
            [Actor] public sealed partial class B { [Handles] async Task Go(ARef a) => await a.GetAsync(); }
            """));

    [Fact]
    public async Task Ring_ThroughAProtocol_IsAHint()
    {
        var rings = await ReportsAsync("""
            public abstract record Wish { private Wish() { } public sealed record Sum : Wish, IRequest<Wish, int>; }
            [Actor] public sealed partial class A(IActorRef<Wish> b) { [Handles] async Task Go() => await b.AskAsync(new Wish.Sum()); }
            [Actor(Protocol = typeof(Wish))] public sealed partial class B(ARef a) { [Handles] async Task<int> On(Wish.Sum m) { await a.GoAsync(); return 1; } }
            """);

        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(rings).Severity);
    }

    [Fact]
    public async Task Ring_InABehaviour_IsReported()
        => Assert.Single(await ReportsAsync("""
            [Actor]
            public sealed partial class A(BRef b)
            {
                [Behavior(Initial = true)] private sealed partial class Idle(A a) { [Handles] async Task Go() => await a.Ask(); }
                private async Task Ask() => await b.GoAsync(null!);
            }

            [Actor] public sealed partial class B { [Handles] async Task Go(ARef a) => await a.GoAsync(); }
            """));

    [Theory]
    [InlineData("await ledger.BookAsync(null!);", "[Handles(Reentrant = true)]")]
    [InlineData("ledger.Tell(new Ledger.Messages.Book(null!)); await Task.Yield();", "[Handles]")]
    [InlineData("_ = ledger.BookAsync(null!); await Task.Yield();", "[Handles]")]
    [InlineData("await Task.Run(async () => await ledger.BookAsync(null!));", "[Handles]")]
    [InlineData("await Task.Yield();", "[Handles]")]
    public async Task Asks_ThatHoldNoTurnUp_AreNoRing(string statement, string attribute)
    {
        string account = $$"""
            [Actor]
            public sealed partial class Account(LedgerRef ledger)
            {
                {{attribute}} async Task Transfer() { _ = ledger.Id; {{statement}} }
                [Handles] int GetBalance() => 1;
            }
            """;

        Assert.Empty(await ReportsAsync(account, Ledger));
    }

    [Fact]
    public async Task AsksOfATree_AreNoRing()
        => Assert.Empty(await ReportsAsync("""
            [Actor] public sealed partial class Node(List<NodeRef> children)
            {
                [Handles] async Task<int> Sum() { int sum = 1; foreach (NodeRef child in children) sum += await child.SumAsync(); return sum; }
            }
            """));

    [Fact]
    public async Task Ring_ThroughThreeAssemblies_IsReportedWhereItIsClosed()
    {
        GeneratedProgram contracts = TestProject.Of("public readonly record struct Entry(int Amount);").WithName("Contracts").Generate();
        GeneratedProgram library = TestProject.Of("""
            [Actor] public sealed partial class Account(IAsk<Entry, int> ledger)
            {
                [Handles] async Task<int> Transfer() => await ledger.AskAsync(new Entry(1));
                [Handles] int GetBalance() => 1;
            }
            """).WithName("Accounts").WithReferences(contracts.ToPortableExecutable()).Generate();
        Assert.Empty(await ReportsAsync(library));

        GeneratedProgram program = TestProject.Of("""
            [Actor] public sealed partial class Ledger(AccountRef account)
            {
                [Handles] async Task<int> On(Entry m) => m.Amount + await account.TransferAsync();
            }
            """).WithReferences(contracts.ToPortableExecutable(), library.ToPortableExecutable()).Generate();

        Diagnostic ring = Assert.Single(await ReportsAsync(program));
        Assert.Contains("Ledger.On(Entry) (File0.cs:3) asks Account.Transfer (Accounts) asks Ledger.On(Entry);", ring.GetMessage(), StringComparison.Ordinal);
        Assert.Equal(DiagnosticSeverity.Info, ring.Severity);
    }

    private static Task<ImmutableArray<Diagnostic>> ReportsAsync(params string[] sources) => ReportsAsync(TestProject.Of(sources).Generate());

    private static async Task<ImmutableArray<Diagnostic>> ReportsAsync(GeneratedProgram program)
    {
        Assert.Empty(program.Diagnostics);
        return await program.Compilation
            .WithAnalyzers([new AskCycleRule()])
            .GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }
}
