using Bank;

namespace Coerce.Samples.Tests;

public sealed class AccountTests : IAsyncDisposable
{
    private readonly ActorSystem _system = new("bank");

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public async Task Account_DepositsAndWithdrawals_EveryReplyTellsTheBalance()
    {
        AccountRef alice = _system.Spawn(Account.Props(balance: 50), "alice");

        Assert.Equal(new WithdrawReply.Accepted(30), await alice.AskAsync(new Withdraw(20)));
        Assert.Equal(70, await alice.AskAsync(new Deposit(40)));
        Assert.Equal(new WithdrawReply.InsufficientFunds(Requested: 100, Available: 70), await alice.AskAsync(new Withdraw(100)));

        AccountRef? second = _system.Find<AccountRef>("alice");
        Assert.NotNull(second);
        Assert.NotSame(alice, second);
        Assert.Equal(new WithdrawReply.Accepted(60), await second.AskAsync(new Withdraw(10)));
        Assert.Equal(new WithdrawReply.Accepted(50), await second.AskAsync(new Withdraw(10)));
        Assert.Equal(50, await alice.GetBalanceAsync());
    }

    [Fact]
    public async Task Account_WithdrawalOfEverything_LeavesZero()
    {
        AccountRef account = _system.Spawn(Account.Props(balance: 0.10m));

        Assert.Equal(new WithdrawReply.Accepted(0), await account.AskAsync(new Withdraw(0.10m)));
        Assert.Equal(new WithdrawReply.InsufficientFunds(0.01m, 0), await account.AskAsync(new Withdraw(0.01m)));
    }

    [Fact]
    public async Task Account_ManyDepositsAtOnce_NoneIsLost()
    {
        AccountRef account = _system.Spawn(Account.Props(balance: 0));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < 5_000; i++)
            {
                account.Tell(new Deposit(0.01m));
                await account.AskAsync(new Deposit(0.01m));
            }
        })));

        Assert.Equal(400, await account.GetBalanceAsync());
    }
}
