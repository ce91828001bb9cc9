namespace Bank;

/// <summary>What became of a row that was posted to its accounts.</summary>
public abstract record Outcome(LedgerRow Row)
{
    public sealed record Done(LedgerRow Row) : Outcome(Row);

    public sealed record Refused(LedgerRow Row, WithdrawReply.InsufficientFunds Reason) : Outcome(Row);
}
