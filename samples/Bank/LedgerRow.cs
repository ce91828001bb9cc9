namespace Bank;

/// <summary>What a row asks for.</summary>
public enum RowKind
{
    /// <summary>Opens an account; the amount is its first balance.</summary>
    Open,
    Deposit,
    Withdrawal,
    Transfer,
}

/// <summary>What was read at a line of the file: a row, or the reason why it is none.</summary>
public abstract record LedgerEntry(int Line);

/// <summary>A row that can be posted. <paramref name="To"/> is set for a transfer only.</summary>
public sealed record LedgerRow(
    int Line,
    DateOnly Date,
    RowKind Kind,
    string Account,
    string? To,
    decimal Amount,
    string Memo) : LedgerEntry(Line);

/// <summary>A row that cannot be posted, whatever the balances are.</summary>
public sealed record RejectedRow(int Line, string Reason) : LedgerEntry(Line);
