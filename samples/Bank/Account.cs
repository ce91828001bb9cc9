using Coerce;

namespace Bank;

/// <summary>One account. It handles one message at a time, so its balance is a plain field and needs no lock.</summary>
[Actor("bank.account")]
public sealed partial class Account(decimal balance)
{
    private decimal _balance = balance;

    [Handles]
    decimal On(Deposit message) => _balance += message.Amount;

    [Handles]
    WithdrawReply On(Withdraw message)
    {
        if (message.Amount > _balance)
            return new WithdrawReply.InsufficientFunds(message.Amount, _balance);

        _balance -= message.Amount;
        return new WithdrawReply.Accepted(_balance);
    }

    [Handles]
    decimal GetBalance() => _balance;
}
