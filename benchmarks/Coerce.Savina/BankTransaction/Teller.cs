using System.Collections.Immutable;

namespace Coerce.Savina.BankTransaction;

/// <summary>Gives orders for transfers at random, all at once, and waits until each of them has been carried out.</summary>
[Actor]
public sealed partial class Teller(int accounts, int transfers, long balance, ActorContext<TellerRef> context)
{
    private readonly Deferred<BankReport> _report = new();
    private readonly bool[] _done = new bool[transfers];
    private readonly long[] _expected = [.. Enumerable.Repeat(balance, accounts)];
    private ImmutableArray<AccountRef> _accounts;
    private int _doneCount;

    [Handles]
    Deferred<BankReport> Begin()
    {
        _accounts = [.. Enumerable.Range(0, accounts).Select(number => context.Spawn(Account.Props(balance, context.Self), $"account-{number}"))];

        var random = new Random(accounts);
        for (int number = 0; number < transfers; number++)
        {
            int from = random.Next(Math.Max(1, accounts * 8 / 10));
            int to = from + Math.Max(1, random.Next(accounts - from));
            long amount = random.Next(1, BankTransactionProgram.MostAtOnce + 1);
            _expected[from] -= amount;
            _expected[to] += amount;
            _accounts[from].Tell(new Transfer(number, _accounts[to], amount));
        }

        return _report;
    }

    [Handles]
    async Task On(Transferred message)
    {
        if (_done[message.Number]) throw new InvariantException($"Transfer {message.Number} was carried out twice.");
        _done[message.Number] = true;
        if (++_doneCount < transfers) return;

        var balances = ImmutableArray.CreateBuilder<long>(accounts);
        foreach (AccountRef account in _accounts) balances.Add(await account.GetBalanceAsync());
        _report.Reply(new BankReport(balances.MoveToImmutable(), [.. _expected]));
    }
}
