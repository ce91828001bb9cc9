namespace Coerce.Runtime.Tests;

public readonly record struct Deposit(uint Amount);

public readonly record struct Withdraw(uint Amount);

public abstract record WithdrawReply
{
    public sealed record Withdrawn(uint Balance) : WithdrawReply;

    public sealed record InsufficientFunds(uint Requested, uint Available) : WithdrawReply;
}

[Actor]
public sealed partial class Account(uint balance)
{
    private uint _balance = balance;

    [Handles] uint On(Deposit message) => _balance += message.Amount;

    [Handles]
    WithdrawReply On(Withdraw message)
    {
        if (message.Amount > _balance) return new WithdrawReply.InsufficientFunds(message.Amount, _balance);
        return new WithdrawReply.Withdrawn(_balance -= message.Amount);
    }
}

[Actor]
public sealed partial class Echo
{
    [Handles] string On(string text) => text;
}

[Actor]
public sealed partial class Parrot
{
    [Handles] string On(string text) => text + "! " + text + "!";
}

public sealed class AccountScenarioTests
{
    [Fact]
    public async Task Account_DepositsAndWithdrawals_RepliesAndRefusals()
    {
        await using var system = new ActorSystem("bank");
        AccountRef alice = system.Spawn(Account.Props(balance: 50), "alice");

        Assert.Equal(new WithdrawReply.Withdrawn(30), await alice.AskAsync(new Withdraw(20)));
        Assert.Equal(70u, await alice.AskAsync(new Deposit(40)));
        Assert.Equal(new WithdrawReply.InsufficientFunds(100, 70), await alice.AskAsync(new Withdraw(100)));

        AccountRef second = system.Find<AccountRef>("alice")!;
        Assert.Equal(alice, second);
        Assert.Equal(new WithdrawReply.Withdrawn(60), await second.AskAsync(new Withdraw(10)));
        Assert.Equal(new WithdrawReply.Withdrawn(50), await second.AskAsync(new Withdraw(10)));
    }

    [Fact]
    public async Task Echo_Ask_RepliesTheSame()
    {
        await using var system = new ActorSystem("test");
        EchoRef echo = system.Spawn(Echo.Props());

        Assert.Equal("hello, world", await echo.AskAsync("hello, world"));
    }

    [Fact]
    public async Task TwoActorTypes_SameMessage_BothReplyAndFitOneList()
    {
        await using var system = new ActorSystem("test");
        List<IReceive<string>> all = [system.Spawn(Echo.Props()), system.Spawn(Parrot.Props())];
        List<IAsk<string, string>> answering = [.. all.Cast<IAsk<string, string>>()];

        foreach (IReceive<string> one in all) one.Tell("told");
        string[] replies = [await answering[0].AskAsync("polly"), await answering[1].AskAsync("polly")];

        Assert.Equal(["polly", "polly! polly!"], replies);
    }
}
