using Coerce.TestCompiler;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Coerce.Generators.Tests;

public sealed class ProtocolTests
{
    private const string Protocol = """
        namespace Bank;

        public abstract record BankCommand
        {
            public sealed record Deposit(uint Amount) : BankCommand, IRequest<BankCommand, uint>;

            public sealed record Freeze(string Reason) : BankCommand;

            public abstract record Query : BankCommand
            {
                public sealed record Owner : Query, IRequest<Query, string?>;

                public sealed record Balance : Query, IRequest<Query, uint>;
            }
        }
        """;

    private const string Account = """
        using System.Globalization;

        namespace Bank;

        [Actor(Protocol = typeof(BankCommand))]
        public sealed partial class Account(uint balance)
        {
            private uint _balance = balance;
            private string _owner = "nobody";

            [Handles] uint On(BankCommand.Deposit message) => _balance += message.Amount;
            [Handles] async Task On(BankCommand.Freeze message) { await Task.Yield(); _owner = message.Reason; }
            [Handles] Task<string?> On(BankCommand.Query.Owner message) => Task.FromResult<string?>(_owner);
            [Handles] Deferred<uint> On(BankCommand.Query.Balance message) { uint balance = _balance; return Deferred.Run(_ => Task.FromResult(balance)); }
        }
        """;

    private const string Caller = """
        using Bank;

        static class Program
        {
            static async Task<string> RunAsync()
            {
                await using var system = new ActorSystem("s");
                IActorRef<BankCommand> bank = system.Spawn(Account.Props(2));
                uint balance = await bank.AskAsync(new BankCommand.Deposit(40));
                balance += await bank.AskAsync(new BankCommand.Deposit(0), TimeSpan.FromSeconds(5));
                bank.Tell(new BankCommand.Freeze("lost"));
                bool sent = bank.TryTell(new BankCommand.Deposit(1));
                await bank.TellAsync(new BankCommand.Deposit(1));
                await bank.AskAsync(new BankCommand.Freeze("found"));
                BankCommand any = new BankCommand.Deposit(6);
                await bank.AskAsync(any);
                await bank.AskAsync(any, TimeSpan.FromSeconds(5));
                IActorRef<BankCommand.Query> query = bank;
                IReadOnlyList<IActorRef<BankCommand.Query>> all = [query, bank, system.Spawn(Account.Props(2))];
                string? owner = await all[0].AskAsync(new BankCommand.Query.Owner());
                return $"{balance} {sent} {owner} {await all[1].AskAsync(new BankCommand.Query.Balance())}";
            }
        }
        """;

    [Fact]
    public void Protocol_Generate_ReadsWell()
    {
        GeneratedProgram program = TestProject.Of(Protocol, Account).Generate();

        Assert.Empty(program.Diagnostics);
        Snapshot.Match(program.Files["Bank.Account.g.cs"]);
    }

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp14)]
    public async Task Ref_OfAProtocol_HandsEachCaseToItsHandler(LanguageVersion version)
    {
        GeneratedProgram program = TestProject.Of(Protocol, Account, Caller).WithLanguageVersion(version).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal("84 True found 56", await loaded.RunAsync("Program", "RunAsync"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Protocol_OfAnAssemblyThatWasCompiledEarlier_IsSpoken(bool emitted)
    {
        GeneratedProgram contracts = TestProject.Of(Protocol).WithName("Contracts").Generate();
        GeneratedProgram domain = TestProject.Of(Account).WithName("Domain")
            .WithReferences(CrossAssemblyTests.Reference(contracts, emitted)).Generate();
        GeneratedProgram program = TestProject.Of(Caller).WithName("Caller")
            .WithReferences(CrossAssemblyTests.Reference(contracts, emitted), CrossAssemblyTests.Reference(domain, emitted)).Generate();

        Assert.Empty(domain.Diagnostics);
        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load(contracts, domain);
        Assert.Equal("84 True found 56", await loaded.RunAsync("Program", "RunAsync"));
    }

    [Fact]
    public async Task Case_OfANewerProtocol_IsRefusedByName()
    {
        GeneratedProgram older = TestProject.Of(Protocol).WithName("Contracts").Generate();
        GeneratedProgram newer = TestProject.Of(Protocol.Replace(
            "public abstract record Query",
            "public sealed record Close(int When) : BankCommand, IRequest<BankCommand, int>; public abstract record Query",
            StringComparison.Ordinal)).WithName("Contracts").Generate();
        GeneratedProgram domain = TestProject.Of(Account).WithName("Domain").WithReferences(older.ToPortableExecutable()).Generate();
        GeneratedProgram program = TestProject.Of("""
            using Bank;
            static class Program
            {
                static async Task<string> RunAsync()
                {
                    await using var system = new ActorSystem("s");
                    IActorRef<BankCommand> bank = system.Spawn(Account.Props(2), "alice");
                    var close = new BankCommand.Close(1);
                    var failures = new HashSet<string>();
                    foreach (Func<Task> send in new Func<Task>[]
                    {
                        () => { bank.Tell(close); return Task.CompletedTask; },
                        () => Task.FromResult(bank.TryTell(close)),
                        async () => await bank.TellAsync(close),
                        async () => await bank.AskAsync(close),
                        async () => await bank.AskAsync((BankCommand)close, TimeSpan.FromSeconds(1)),
                    })
                    {
                        try { await send(); }
                        catch (UnknownCaseException failure) { failures.Add($"{failure.Case.Name}: {failure.Message}"); }
                    }

                    try { bank.Tell(null!); }
                    catch (ArgumentNullException failure) { failures.Add(failure.ParamName!); }

                    return string.Join("\n", failures);
                }
            }
            """).WithReferences(newer.ToPortableExecutable(), domain.ToPortableExecutable()).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load(newer, domain);
        Assert.Equal(
            "Close: Account '/alice' does not know the case Bank.BankCommand+Close of its protocol: it was built before there was this "
            + "case. Build the actor's assembly against the newer protocol; the build then names the handlers that are missing.\nmessage",
            await loaded.RunAsync("Program", "RunAsync"));
    }

    [Fact]
    public async Task Handler_OfAPartOfTheProtocol_TakesItsCases()
    {
        GeneratedProgram program = TestProject.Of("""
            public abstract class Command
            {
                private Command() { }
                public sealed class Go : Command;
                public abstract class Ask : Command
                {
                    public sealed class Name : Ask, IRequest<Ask, string>;
                    public sealed class Kind : Ask, IRequest<Command, string>;
                }
            }
            [Actor(Protocol = typeof(Command))]
            public sealed partial class Clerk
            {
                private string _last = "";
                [Handles] void On(Command message) => _last += message.GetType().Name;
                [Handles] string On(Command.Ask message) => _last + message.GetType().Name;
            }
            static class Program
            {
                static async Task<string> RunAsync()
                {
                    await using var system = new ActorSystem("s");
                    ClerkRef clerk = system.Spawn(Clerk.Props());
                    IActorRef<Command> any = clerk;
                    await any.AskAsync(new Command.Go());
                    clerk.Tell((Command)new Command.Go());
                    IReceive<Command> receiver = clerk;
                    receiver.Tell(new Command.Go());
                    return await any.AskAsync(new Command.Ask.Name()) + await any.AskAsync(new Command.Ask.Kind());
                }
            }
            """).Generate();

        Assert.Empty(program.Diagnostics);
        using LoadedProgram loaded = program.Load();
        Assert.Equal("GoGoGoNameGoGoGoKind", await loaded.RunAsync("Program", "RunAsync"));
    }

    [Theory]
    [InlineData("public sealed partial class Account<T, TReply> { [Handles] void On(T m) { } [Handles] TReply? On(List<T> m) => default; CASES }")]
    [InlineData("internal sealed partial class Account { [Handles] void On(BankCommand m) { } CASES }")]
    [InlineData("public sealed partial class Account { [Handles] int On(BankCommand m) => 1; CASES }")]
    [InlineData("public sealed partial class Account { [Behavior(Initial = true)] sealed partial class Open { CASES } }")]
    public void Actor_OfAnyShape_SpeaksTheProtocol(string actor)
    {
        GeneratedProgram program = TestProject.Of(Protocol, "using Bank; [Actor(Protocol = typeof(BankCommand), MailboxCapacity = 3)] " + actor.Replace(
            "CASES",
            "[Handles] uint On(BankCommand.Deposit m) => 1; [Handles] void On(BankCommand.Freeze m) { } "
            + "[Handles] string? On(BankCommand.Query.Owner m) => null; [Handles] uint On(BankCommand.Query.Balance m) => 1;",
            StringComparison.Ordinal)).Generate();

        Assert.Empty(program.Diagnostics);
        Assert.Contains("ProtocolReply", program.Files.Values.First(text => text.Contains("class AccountRef", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[Obsolete(DiagnosticId = \"BANK1\")]")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"BANK1\")]")]
    public void Case_ThatWarns_DoesNotWarnInGeneratedCode(string attribute)
    {
        GeneratedProgram program = TestProject.Of($$"""
            #pragma warning disable BANK1
            public abstract record Command { {{attribute}} public sealed record Go : Command, IRequest<Command, int>; }
            [Actor(Protocol = typeof(Command))] public sealed partial class Clerk { [Handles] int On(Command m) => 1; }
            """).Generate();

        Assert.Empty(program.Diagnostics);
    }

    // Each is reported by an analyzer, and what is written for the protocol as it should be compiles.
    [Theory]
    [InlineData("public abstract record Command { public sealed record Go : Command; public sealed record Ask : Command, IRequest<Command, int>; }", "[Handles] void On(Command.Go m) { }")]
    [InlineData("public abstract record Command { public sealed record Go : Command; public sealed record Ask : Command, IRequest<Command, int>; }", "")]
    [InlineData("public abstract record Command { public sealed record Go : Command; public sealed record Ask : Command, IRequest<Command, int>; }", "[Handles] int On(Command.Go m) => 1; [Handles] void On(Command.Ask m) { }")]
    [InlineData("public abstract record Command { public sealed record Go : Command; public sealed record Ask : Command, IRequest<Command, int>; }", "[Handles] static void On(Command.Go m) { } [Handles] static int On(Command.Ask m) => 1;")]
    [InlineData("public abstract record Command { public record Go : Command; public sealed record Ask : Command, IRequest<Command, int>; }", "[Handles] void On(Command.Go m) { } [Handles] int On(Command.Ask m) => 1;")]
    [InlineData("public record Command { public record Go : Command; public sealed record Ask : Command, IRequest<Command, int>; }", "[Handles] void On(Command.Go m) { } [Handles] int On(Command.Ask m) => 1;")]
    [InlineData("public interface Command { public sealed record Go : Command; public sealed record Ask : Command, IRequest<Command, int>; }", "[Handles] void On(Command.Go m) { } [Handles] int On(Command.Ask m) => 1;")]
    [InlineData("public static class Commands { } public abstract record Command { public sealed record Go : Command; public sealed record Ask : Command, IRequest<Command, int>; }", "[Handles] IAsyncEnumerable<int> On(Command.Go m) => null!; [Handles] IAsyncEnumerable<int> On(Command.Ask m) => null!;")]
    public void Protocol_AtFault_AddsNoErrorOfTheCompiler(string protocol, string handlers)
    {
        const string Use = """
            static class Program
            {
                static async Task<int> Run(ActorSystem system)
                {
                    IActorRef<Command> clerk = system.Spawn(Clerk.Props());
                    clerk.Tell(new Command.Go());
                    await clerk.AskAsync(new Command.Go());
                    return await clerk.AskAsync(new Command.Ask());
                }
            }
            """;

        Assert.Empty(TestProject.Of(protocol, $"[Actor(Protocol = typeof(Command))] public sealed partial class Clerk {{ {handlers} }}", Use).Generate().Diagnostics);
        Assert.Empty(TestProject.Of(protocol, $"[Actor(Protocol = typeof(Command))] public sealed class Clerk {{ {handlers} }}", Use).Generate().Diagnostics);
    }

    [Theory]
    [InlineData("typeof(int)")]
    [InlineData("typeof(List<>)")]
    [InlineData("typeof(string[])")]
    [InlineData("typeof(void)")]
    [InlineData("typeof(Math)")]
    [InlineData("typeof(Span<int>)")]
    [InlineData("typeof(Hidden)")]
    [InlineData("null")]
    public void Protocol_ThatIsNone_AddsNoErrorOfTheCompiler(string protocol) => Assert.Empty(TestProject.Of(
        $"[Actor(Protocol = {protocol})] public sealed partial class Clerk {{ [Handles] int Get() => 1; private abstract record Hidden; }}")
        .Generate().Diagnostics);

    [Fact]
    public void Protocol_ThatDoesNotExist_IsTheCompilersErrorAlone() => Assert.Equal(["CS0246"], TestProject.Of(
        "[Actor(Protocol = typeof(Nowhere))] public sealed partial class Clerk { [Handles] int Get() => 1; }").Generate().Ids);
}
