namespace Coerce.Generators.Tests;

/// <summary>The actor of most tests: a bit of everything.</summary>
internal static class Bank
{
    internal const string Source = """
        namespace Bank;

        public readonly record struct Deposit(uint Amount);
        public sealed record Audit(string Reason);
        public interface IClock { DateTimeOffset Now { get; } }

        [Actor("bank.account")]
        public sealed partial class Account(uint balance, [FromServices] IClock clock)
        {
            private uint _balance = balance;

            public IClock Clock { get; } = clock;

            [Handles] uint On(Deposit m) => _balance += m.Amount;

            [Handles] void On(Audit m, ActorContext<AccountRef> context) { }

            [Handles] uint GetBalance() => _balance;

            [Handles]
            async Task<bool> Transfer(AccountRef to, uint amount, CancellationToken ct)
            {
                _balance -= amount;
                await to.AskAsync(new Deposit(amount), ct);
                return true;
            }

            [OnStart] void Started(ActorContext<AccountRef> context) { }

            [OnStop] ValueTask Stopping() => default;
        }
        """;
}
