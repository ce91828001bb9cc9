namespace Coerce.Savina.BankTransaction;

[Actor]
public sealed partial class Account(long balance, TellerRef teller)
{
    private long _balance = balance;

    // The account is held until the money has arrived. No ring of accounts can wait for each other: money goes to accounts
    // with higher numbers only.
    [Handles]
    async Task On(Transfer message)
    {
        _balance -= message.Amount;
        await message.To.AskAsync(new Deposit(message.Amount));
        teller.Tell(new Transferred(message.Number));
    }

    [Handles] void On(Deposit message) => _balance += message.Amount;

    [Handles] long GetBalance() => _balance;
}
