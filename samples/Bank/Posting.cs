namespace Bank;

/// <summary>Turns one row into the messages that its accounts handle.</summary>
internal static class Posting
{
    public static async Task<Outcome> DepositAsync(LedgerRow row, AccountRef account)
    {
        await account.AskAsync(new Deposit(row.Amount));
        return new Outcome.Done(row);
    }

    public static async Task<Outcome> WithdrawAsync(LedgerRow row, AccountRef account) =>
        await account.AskAsync(new Withdraw(row.Amount)) switch
        {
            WithdrawReply.InsufficientFunds refusal => new Outcome.Refused(row, refusal),
            _ => new Outcome.Done(row),
        };

    /// <remarks>
    /// Two messages, so there is a moment when the money is in neither account. The withdrawal comes first because
    /// it is the one that can be refused: a refused transfer has then changed nothing, and there is nothing to undo.
    /// It is not a handler of <see cref="Account"/> that asks the other account: two transfers in opposite directions
    /// would each hold their account and wait for the other.
    /// </remarks>
    public static async Task<Outcome> TransferAsync(LedgerRow row, AccountRef from, AccountRef to)
    {
        Outcome outcome = await WithdrawAsync(row, from);
        if (outcome is Outcome.Done)
            await to.AskAsync(new Deposit(row.Amount));

        return outcome;
    }
}
