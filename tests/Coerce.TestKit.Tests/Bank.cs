namespace Coerce.TestKit.Tests;

public readonly record struct Deposit(int Amount);

public readonly record struct Withdraw(int Amount);

/// <summary>Gives what it is asked for, whether it has it or not: to look first is the caller's task.</summary>
[Actor]
public sealed partial class Account(int balance)
{
    private int _balance = balance;

    [Handles] int On(Deposit message) => _balance += message.Amount;

    [Handles] int On(Withdraw message) => _balance -= message.Amount;

    [Handles] int GetBalance() => _balance;

    [Handles] void Fail(string why) => throw new InvalidOperationException(why);

    [Handles] async Task Hold(Task until) => await until;

    /// <summary>Looks and takes in one turn, as it should be.</summary>
    [Handles]
    bool TryWithdraw(int amount)
    {
        if (_balance < amount) return false;
        _balance -= amount;
        return true;
    }

    [Handles]
    async Task<bool> Transfer(AccountRef to, int amount)
    {
        if (amount > _balance) return false;
        _balance -= amount;
        await to.AskAsync(new Deposit(amount));
        return true;
    }
}

/// <summary>Looks, and takes: between its two awaits others may have taken.</summary>
[Actor]
public sealed partial class Teller(AccountRef account)
{
    [Handles]
    async Task<bool> PayOut(int amount)
    {
        if (await account.GetBalanceAsync() < amount) return false;
        await account.AskAsync(new Withdraw(amount));
        return true;
    }

    [Handles] Task<bool> PayOutWell(int amount) => account.TryWithdrawAsync(amount).AsTask();
}

/// <summary>Waits for time to pass.</summary>
[Actor]
public sealed partial class Sleeper(ActorContext<SleeperRef> context)
{
    private readonly List<string> _woken = [];

    [Handles]
    async Task<TimeSpan> Sleep(TimeSpan time, CancellationToken cancellationToken)
    {
        DateTimeOffset start = context.Clock.GetUtcNow();
        await Task.Delay(time, context.Clock, cancellationToken);
        return context.Clock.GetUtcNow() - start;
    }

    [Handles] void Wake(string name) => _woken.Add(name);

    [Handles] string[] Woken() => [.. _woken];
}
