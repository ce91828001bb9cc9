namespace Bank;

public abstract record BankCommand
{
    private BankCommand()
    {
    }

    public sealed record Deposit(uint Amount) : BankCommand, IRequest<BankCommand, uint>;

    public sealed record Withdraw(uint Amount) : BankCommand, IRequest<BankCommand, bool>;

    public sealed record Freeze(string Reason) : BankCommand;
}

[Actor(Protocol = typeof(BankCommand))]
public sealed partial class {|COERCE0102:Account|}
{
    private uint _balance;

    [Handles] uint On(BankCommand.Deposit message) => _balance += message.Amount;
}

public static class Teller
{
    public static async Task<uint> ServeAsync(ActorSystem system)
    {
        IActorRef<BankCommand> account = system.Spawn(Account.Props(), "account");
        account.Tell(new BankCommand.Freeze("lost"));
        bool done = await account.AskAsync(new BankCommand.Withdraw(1));
        return done ? await account.AskAsync(new BankCommand.Deposit(2)) : 0;
    }
}
