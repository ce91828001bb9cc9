namespace Bank;

public sealed record Deposit(decimal Amount);
public sealed record Withdraw(decimal Amount);

[Actor("bank.account")]
public sealed class {|COERCE0001:Account|}(string owner)
{
    private decimal _balance;

    [Handles] decimal On(Deposit message) => _balance += message.Amount;

    [Handles]
    bool On(Withdraw message)
    {
        if (message.Amount > _balance) return false;
        _balance -= message.Amount;
        return true;
    }

    [Handles] string GetOwner() => owner;

    [OnStop] void Closing(ActorContext<AccountRef> context) => Console.WriteLine(context.Id);
}

public static class Teller
{
    public static async Task<string> ServeAsync(ActorSystem system)
    {
        AccountRef account = system.Spawn(Account.Props("alice"), "alice");
        decimal balance = await account.AskAsync(new Deposit(10));
        bool done = await account.AskAsync(new Withdraw(balance));
        return done ? await account.GetOwnerAsync() : "nobody";
    }
}
