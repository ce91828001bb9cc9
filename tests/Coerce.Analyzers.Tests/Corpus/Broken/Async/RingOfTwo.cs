namespace Rings;

[Actor]
public sealed partial class Account(LedgerRef ledger)
{
    private int _balance = 50;

    [Handles] async Task<bool> Transfer(int amount, ActorContext<AccountRef> context) => await ledger.BookAsync(context.Self, amount);

    [Handles] int GetBalance() => _balance++;
}

[Actor]
public sealed partial class Ledger
{
    private int _booked;

    [Handles]
    async Task<bool> Book(AccountRef account, int amount)
    {
        int balance = await account.{|COERCE0303:GetBalanceAsync|}();
        _booked += amount;
        return balance >= amount;
    }
}

public static class Bank
{
    public static AccountRef Open(ActorSystem system)
    {
        LedgerRef ledger = system.Spawn(Ledger.Props(), "ledger");
        return system.Spawn(Account.Props(ledger), "account");
    }
}
