namespace Bank;

/// <summary>Puts money into an account; the reply is the new balance.</summary>
public readonly record struct Deposit(decimal Amount);

/// <summary>Takes money out of an account, if there is enough.</summary>
public readonly record struct Withdraw(decimal Amount);

/// <summary>
/// Every way a withdrawal can end. A refusal is an ordinary answer, not an exception: the account works on,
/// and the caller's <c>switch</c> has a case for it.
/// </summary>
public abstract record WithdrawReply
{
    private WithdrawReply()
    {
    }

    public sealed record Accepted(decimal Balance) : WithdrawReply;

    public sealed record InsufficientFunds(decimal Requested, decimal Available) : WithdrawReply;
}
