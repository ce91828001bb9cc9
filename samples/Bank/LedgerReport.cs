using System.Collections.Immutable;

namespace Bank;

/// <summary>What a ledger has done to its accounts.</summary>
public sealed record LedgerReport(
    int Rows,
    LedgerTotals Totals,
    ImmutableArray<AccountBalance> Balances,
    ImmutableArray<Outcome.Refused> Refused,
    ImmutableArray<RejectedRow> Rejected);

public readonly record struct AccountBalance(string Account, decimal Balance);

/// <summary>The sums of the rows that were carried out.</summary>
public readonly record struct LedgerTotals(
    Sum Openings = default,
    Sum Deposits = default,
    Sum Withdrawals = default,
    Sum Transfers = default)
{
    /// <summary>What all accounts together must hold: a transfer moves money, and neither makes nor loses any.</summary>
    public decimal Expected => Openings.Amount + Deposits.Amount - Withdrawals.Amount;
}

/// <summary>How many, and how much together.</summary>
public readonly record struct Sum(int Count, decimal Amount)
{
    public Sum Plus(decimal amount) => new(Count + 1, Amount + amount);
}
