// "Depsoit": the compiler knows, and nobody adds to that.
namespace Bank;

public sealed record Deposit(decimal Amount);

[Actor]
public sealed partial class Account
{
    private decimal _balance;

    [Handles] decimal On({|CS0246:Depsoit|} message) => _balance += message.Amount;

    [Handles] decimal Balance() => _balance;
}

public static class Use
{
    public static async Task<decimal> RunAsync(AccountRef account)
    {
        decimal balance = await account.AskAsync(new Deposit(1));
        account.Tell(new {|CS0246:Depositt|}(2));
        return balance + await account.BalanceAsync();
    }
}
