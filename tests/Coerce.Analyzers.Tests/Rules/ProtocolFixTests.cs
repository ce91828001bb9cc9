using Coerce.Analyzers.Tests.Harness;
using Coerce.CodeFixes.Handlers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Coerce.Analyzers.Tests.Rules;

public sealed class ProtocolFixTests
{
    private const string Bank = """
        namespace Bank;

        public readonly record struct Money(int Cents);

        public abstract record Command
        {
            public sealed record Deposit(int Amount) : Command, IRequest<Command, Money>;
            public sealed record Freeze : Command;
            public sealed record Owner : Command, IRequest<Command, List<string?>?>;
        }
        """;

    [Fact]
    public Task AddCases_BesideOtherHandlers_AreWrittenAsTheyAre() => Verify.FixesAsync(
        new AddCasesFix(),
        [
            Bank,
            """
            using System;

            namespace Shop;

            [Actor(Protocol = typeof(Bank.Command))]
            public sealed partial class {|COERCE0102:Account|}
            {
                [Handles]
                private void On(Bank.Command.Freeze m) { }
                // The rest.
            }
            """,
        ],
        [
            Bank,
            """
            using System;
            using Bank;

            namespace Shop;

            [Actor(Protocol = typeof(Bank.Command))]
            public sealed partial class Account
            {
                [Handles]
                private void On(Bank.Command.Freeze m) { }

                [Handles]
                private Money On(Command.Deposit m) => throw new NotImplementedException();

                [Handles]
                private List<string?>? On(Command.Owner m) => throw new NotImplementedException();
                // The rest.
            }
            """,
        ]);

    [Fact]
    public Task AddCases_ToActorsWithoutHandlers_GivesThemABody() => Verify.FixesAllAsync(
        new AddCasesFix(),
        FixAllScope.Project,
        [
            Bank,
            """
            namespace Bank
            {
                [Actor(Protocol = typeof(Command))]
                public sealed partial class {|COERCE0102:Account|};

                [Actor(Protocol = typeof(Command))]
                public sealed partial class {|COERCE0102:Savings|}
                {
                    private int _balance = 1;
                    [OnStart] void Started() => _balance++;
                }
            }
            """,
        ],
        [
            Bank,
            """
            namespace Bank
            {
                [Actor(Protocol = typeof(Command))]
                public sealed partial class Account
                {
                    [Handles] Money On(Command.Deposit message) => throw new NotImplementedException();

                    [Handles] void On(Command.Freeze message) => throw new NotImplementedException();

                    [Handles] List<string?>? On(Command.Owner message) => throw new NotImplementedException();
                }

                [Actor(Protocol = typeof(Command))]
                public sealed partial class Savings
                {
                    private int _balance = 1;
                    [OnStart] void Started() => _balance++;

                    [Handles] Money On(Command.Deposit message) => throw new NotImplementedException();

                    [Handles] void On(Command.Freeze message) => throw new NotImplementedException();

                    [Handles] List<string?>? On(Command.Owner message) => throw new NotImplementedException();
                }
            }
            """,
        ]);

    [Fact]
    public Task AddCases_FileWithoutUsings_KeepsItsTop() => Verify.FixesAsync(
        new AddCasesFix(),
        [
            Bank,
            """
            // Ours.
            [Actor(Protocol = typeof(Bank.Command))]
            public sealed partial class {|COERCE0102:Account|}
            {
                [Handles] int Get() => 1;
            }
            """,
        ],
        [
            Bank,
            """
            // Ours.
            using Bank;

            [Actor(Protocol = typeof(Bank.Command))]
            public sealed partial class Account
            {
                [Handles] int Get() => 1;

                [Handles] Money On(Command.Deposit message) => throw new NotImplementedException();

                [Handles] void On(Command.Freeze message) => throw new NotImplementedException();

                [Handles] List<string?>? On(Command.Owner message) => throw new NotImplementedException();
            }
            """,
        ]);

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Solution)]
    public Task AddCases_All_FixesEachActor(FixAllScope scope) => Verify.FixesAllAsync(
        new AddCasesFix(),
        scope,
        [
            Bank,
            """
            namespace Bank;
            [Actor(Protocol = typeof(Command))] public sealed partial class {|COERCE0102:Account|}
            {
                [Handles] Money On(Command.Deposit m) => default;
                [Handles] void On(Command.Freeze m) { }
            }
            [Actor(Protocol = typeof(Command))] public sealed partial class {|COERCE0102:Savings|}
            {
                [Handles] Money On(Command.Deposit m) => default;
                [Handles] void On(Command.Freeze m) { }
                [Behavior(Initial = true)] sealed partial class Open;
            }
            """,
        ],
        [
            Bank,
            """
            namespace Bank;
            [Actor(Protocol = typeof(Command))] public sealed partial class Account
            {
                [Handles] Money On(Command.Deposit m) => default;
                [Handles] void On(Command.Freeze m) { }
                [Handles] List<string?>? On(Command.Owner m) => throw new NotImplementedException();
            }
            [Actor(Protocol = typeof(Command))] public sealed partial class Savings
            {
                [Handles] Money On(Command.Deposit m) => default;
                [Handles] void On(Command.Freeze m) { }
                [Handles] List<string?>? On(Command.Owner m) => throw new NotImplementedException();
                [Behavior(Initial = true)] sealed partial class Open;
            }
            """,
        ]);

    [Theory]
    [InlineData("int {|COERCE0103:On|}(Command.Freeze m) => throw new Exception();", "void On(Command.Freeze m) => throw new Exception();")]
    [InlineData("int {|COERCE0103:On|}(Command.Freeze m) => _count++;", "void On(Command.Freeze m) => _count++;")]
    [InlineData("int {|COERCE0103:On|}(Command.Freeze m) { throw new Exception(); }", "void On(Command.Freeze m) { throw new Exception(); }")]
    [InlineData("async Task<int> {|COERCE0103:On|}(Command.Freeze m) => await Task.FromResult(_count);", "async Task On(Command.Freeze m) => await Task.FromResult(_count);")]
    [InlineData("Task<int> {|COERCE0103:On|}(Command.Freeze m) => Task.FromResult(_count);", "Task On(Command.Freeze m) => Task.FromResult(_count);")]
    [InlineData("IAsyncEnumerable<int> {|COERCE0103:On|}(Command.Freeze m) => throw new Exception();", "void On(Command.Freeze m) => throw new Exception();")]
    [InlineData("Deferred<int> {|COERCE0103:On|}(Command.Freeze m) => throw new Exception();", "void On(Command.Freeze m) => throw new Exception();")]
    public Task ReturnType_OfACaseWithoutReply_BecomesNothing(string before, string after) => FixesReturnAsync("Command.Deposit", "Money", before, after);

    [Theory]
    [InlineData("void {|COERCE0103:On|}(Command.Deposit m) => throw new Exception();", "Money On(Command.Deposit m) => throw new Exception();")]
    [InlineData("object {|COERCE0103:On|}(Command.Deposit m) => new Money(m.Amount);", "Money On(Command.Deposit m) => new Money(m.Amount);")]
    [InlineData("object {|COERCE0103:On|}(Command.Deposit m) { Func<int> f = () => { return 1; }; if (f() == m.Amount) return new Money(1); return default(Money); }", "Money On(Command.Deposit m) { Func<int> f = () => { return 1; }; if (f() == m.Amount) return new Money(1); return default(Money); }")]
    [InlineData("async ValueTask<object> {|COERCE0103:On|}(Command.Deposit m) { await Task.Yield(); return new Money(1); }", "async ValueTask<Money> On(Command.Deposit m) { await Task.Yield(); return new Money(1); }")]
    [InlineData("Deferred<int> {|COERCE0103:On|}(Command.Deposit m) => throw new Exception();", "Deferred<Money> On(Command.Deposit m) => throw new Exception();")]
    [InlineData("Task {|COERCE0103:On|}(Command.Deposit m) => throw new Exception();", "Task<Money> On(Command.Deposit m) => throw new Exception();")]
    public Task ReturnType_ThatTheBodyFits_BecomesTheDeclaredOne(string before, string after) => FixesReturnAsync("Command.Freeze", "void", before, after);

    [Theory]
    [InlineData("int {|COERCE0103:On|}(Command.Deposit m) => 1;")]
    [InlineData("void {|COERCE0103:On|}(Command.Deposit m) { }")]
    [InlineData("int {|COERCE0103:On|}(Command.Deposit m) { if (m.Amount == 1) throw new Exception(); return 1; }")]
    [InlineData("Task<int> {|COERCE0103:On|}(Command.Deposit m) => Task.FromResult(1);")]
    public Task ReturnType_ThatTheBodyDoesNotFit_IsLeft(string handler)
        => Verify.OffersNothingAsync(new ReturnTypeFix(), Bank, Actor("Command.Freeze", "void", handler));

    [Theory]
    [InlineData("int {|COERCE0103:On|}(Command.Freeze m) => 1 + 1;")]
    [InlineData("int {|COERCE0103:On|}(Command.Freeze m) { return 1; }")]
    public Task ReturnType_OfAValueThatNobodyMayGet_IsLeft(string handler)
        => Verify.OffersNothingAsync(new ReturnTypeFix(), Bank, Actor("Command.Deposit", "Money", handler));

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task ReturnType_All_AreMended(FixAllScope scope) => Verify.FixesAllAsync(
        new ReturnTypeFix(),
        scope,
        [Bank, Actor("Command.Freeze", "int", "int {|COERCE0103:On|}(Command.Deposit m) => throw new Exception();").Replace("int On(Command.Freeze", "int {|COERCE0103:On|}(Command.Freeze")],
        [Bank, Actor("Command.Freeze", "void", "Money On(Command.Deposit m) => throw new Exception();")]);

    private static Task FixesReturnAsync(string other, string reply, string before, string after)
        => Verify.FixesAsync(new ReturnTypeFix(), [Bank, Actor(other, reply, before)], [Bank, Actor(other, reply, after)]);

    private static string Actor(string other, string reply, string handler) => $$"""
        namespace Bank;

        [Actor(Protocol = typeof(Command))]
        public sealed partial class Account
        {
            private int _count;

            // Why it is so.
            [Handles] {{handler}}

            [Handles] {{reply}} On({{other}} m) => throw new Exception();

            [Handles] List<string?>? On(Command.Owner m) => null;

            [Handles] int Count() => _count++;
        }
        """;
}
