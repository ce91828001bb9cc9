using System.Collections.Immutable;
using Bank.Csv;
using Coerce;

namespace Bank;

/// <summary>Reads a ledger file and posts its rows to the accounts, which are its children.</summary>
[Actor("bank.ledger")]
public sealed partial class Ledger(int lookAhead = 256)
{
    private readonly Dictionary<string, AccountRef> _accounts = [];
    private readonly LookAhead<Outcome> _posting = new(lookAhead);
    private readonly Tally _tally = new();
    private LedgerReader? _reader;

    [Handles]
    async Task<OpenReply> On(OpenLedger message)
    {
        if (_reader is not null)
            throw new InvalidOperationException("This ledger has its file already. Spawn another one for another file.");

        (_reader, string? problem) = await LedgerReader.OpenAsync(message.Path);
        return problem is null ? new OpenReply.Opened() : new OpenReply.Unusable(problem);
    }

    // A part of the file at a time: the caller hears how far the ledger has come, and no ask waits for a whole file.
    [Handles]
    async Task<LedgerProgress> On(PostRows message, ActorContext<LedgerRef> context)
    {
        LedgerReader reader = Reader;
        for (int read = 0; read < message.Count && await reader.ReadAsync() is { } entry; read++)
        {
            _tally.Rows++;
            if (_posting.IsFull)
                _tally.Add(await _posting.NextAsync());

            if (Post(entry, context) is { } rejected)
                _tally.Add(rejected);
        }

        return new LedgerProgress(_tally.Rows, reader.Share, reader.AtEnd);
    }

    [Handles]
    async Task<LedgerReport> GetReport()
    {
        // Not before the last row has arrived: in the middle of a transfer the money is in no account.
        while (!_posting.IsEmpty)
            _tally.Add(await _posting.NextAsync());

        var balances = ImmutableArray.CreateBuilder<AccountBalance>(_accounts.Count);
        foreach ((string id, AccountRef account) in _accounts.OrderBy(entry => entry.Key, StringComparer.Ordinal))
            balances.Add(new AccountBalance(id, await account.GetBalanceAsync()));

        return _tally.ToReport(balances.MoveToImmutable());
    }

    [OnStop]
    void Close() => _reader?.Dispose();

    private LedgerReader Reader => _reader ?? throw new InvalidOperationException("Send OpenLedger first.");

    /// <summary>Sends the row on its way, or tells why it has none.</summary>
    private RejectedRow? Post(LedgerEntry entry, ActorContext<LedgerRef> context)
    {
        if (entry is not LedgerRow row)
            return (RejectedRow)entry;

        if (row.Kind == RowKind.Open)
            return Open(row, context);

        if (!_accounts.TryGetValue(row.Account, out AccountRef? account))
            return Unknown(row.Account);

        switch (row.Kind)
        {
            case RowKind.Deposit:
                _posting.Start(row.Account, null, () => Posting.DepositAsync(row, account));
                return null;

            case RowKind.Withdrawal:
                _posting.Start(row.Account, null, () => Posting.WithdrawAsync(row, account));
                return null;

            default:
                if (!_accounts.TryGetValue(row.To!, out AccountRef? to))
                    return Unknown(row.To!);

                _posting.Start(row.Account, row.To, () => Posting.TransferAsync(row, account, to));
                return null;
        }

        RejectedRow Unknown(string id) => new(row.Line, $"unknown account {id}: no row before has opened it");
    }

    private RejectedRow? Open(LedgerRow row, ActorContext<LedgerRef> context)
    {
        if (_accounts.ContainsKey(row.Account))
            return new RejectedRow(row.Line, $"account {row.Account} is open already");

        _accounts.Add(row.Account, context.Spawn(Account.Props(row.Amount), row.Account));
        _tally.AddOpening(row.Amount);
        return null;
    }
}
