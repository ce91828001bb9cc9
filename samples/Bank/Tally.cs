using System.Collections.Immutable;

namespace Bank;

/// <summary>Counts what becomes of the rows. State of the ledger, so it needs no lock either.</summary>
internal sealed class Tally
{
    private readonly List<Outcome.Refused> _refused = [];
    private readonly List<RejectedRow> _rejected = [];
    private LedgerTotals _totals;

    public int Rows { get; set; }

    public void AddOpening(decimal amount) => _totals = _totals with { Openings = _totals.Openings.Plus(amount) };

    public void Add(RejectedRow row) => _rejected.Add(row);

    public void Add(Outcome outcome)
    {
        if (outcome is Outcome.Refused refused)
        {
            _refused.Add(refused);
            return;
        }

        LedgerRow row = outcome.Row;
        _totals = row.Kind switch
        {
            RowKind.Deposit => _totals with { Deposits = _totals.Deposits.Plus(row.Amount) },
            RowKind.Withdrawal => _totals with { Withdrawals = _totals.Withdrawals.Plus(row.Amount) },
            _ => _totals with { Transfers = _totals.Transfers.Plus(row.Amount) },
        };
    }

    public LedgerReport ToReport(ImmutableArray<AccountBalance> balances) =>
        new(Rows, _totals, balances, [.. _refused], [.. _rejected]);
}
