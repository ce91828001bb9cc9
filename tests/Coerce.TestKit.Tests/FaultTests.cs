namespace Coerce.TestKit.Tests;

public sealed class FaultTests
{
    [Fact]
    public void Drop_Chosen_LosesThoseOnly() => Simulation.Run(1, async host =>
    {
        AccountRef account = host.System.Spawn(Account.Props(0));
        IDisposable fault = host.Faults.Drop<Deposit>(account, deposit => deposit.Amount == 1);

        account.Tell(new Deposit(1));
        account.Tell(new Deposit(10));
        Assert.True(account.TryTell(new Deposit(1)));
        Assert.Equal(10, await account.GetBalanceAsync());

        fault.Dispose();
        Assert.Equal(11, await account.AskAsync(new Deposit(1)));
    });

    [Fact]
    public void Drop_Ask_IsFoundAsAWaitForNothing()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(1, async host =>
        {
            AccountRef alice = host.System.Spawn(Account.Props(100), "alice"), bob = host.System.Spawn(Account.Props(0), "bob");
            host.Faults.Drop<Deposit>(bob);
            await alice.TransferAsync(bob, 1);
        }, new SimulationOptions { OutsidePatience = TimeSpan.Zero }));

        Assert.Contains("Account '/alice' is in Transfer(AccountRef, int) and waits for Account '/bob' to reply to Deposit", failure.Message);
    }

    [Fact]
    public void Delay_Message_ComesLaterThanThoseSentAfterIt() => Simulation.Run(1, async host =>
    {
        SleeperRef sleeper = host.System.Spawn(Sleeper.Props());
        host.Faults.Delay<Sleeper.Messages.Wake>(sleeper, TimeSpan.FromSeconds(1), wake => wake.Name == "slow");

        sleeper.Tell(new Sleeper.Messages.Wake("slow"));
        sleeper.Tell(new Sleeper.Messages.Wake("quick"));
        Assert.Equal(["quick"], await sleeper.WokenAsync());

        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["quick", "slow"], await sleeper.WokenAsync());
    });

    [Fact]
    public void Throw_Ask_FailsAndSupervisionActs() => Simulation.Run(1, async host =>
    {
        AccountRef account = host.System.Spawn(Account.Props(0).WithSupervision(Supervision.Stop));
        host.Faults.Throw<Deposit>(account, new InvalidOperationException("planted"));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await account.AskAsync(new Deposit(1)));

        Assert.Equal("planted", failure.Message);
        Assert.Same(failure, (await host.ExpectTerminatedAsync(account)).Failure);
    });

    [Fact]
    public void Throw_Tell_IsLoggedAndADeadLetter() => Simulation.Run(1, async host =>
    {
        AccountRef account = host.System.Spawn(Account.Props(0), "alice");
        host.Faults.Throw<Deposit>(account, new InvalidOperationException("planted"));

        account.Tell(new Deposit(1));
        await host.SettleAsync();

        Assert.Equal(DeadLetterReason.HandlerFailed, Assert.Single(host.DeadLetters).Reason);
        Assert.Contains("Account '/alice' failed in On(Deposit)", Assert.Single(host.Logs).Text);
        Assert.Equal(0, await account.GetBalanceAsync());
    });

    [Fact]
    public void Fault_Probe_HoldsToo() => Simulation.Run(1, async host =>
    {
        Probe<MailboxRef> probe = host.Probe<MailboxRef>();
        host.Faults.Drop<Letter>(probe.Ref, letter => letter.Text == "lost");

        probe.Ref.Tell(new Letter("lost"));
        probe.Ref.Tell(new Letter("found"));

        await probe.ExpectMessageAsync<Letter>(letter => letter.Text == "found");
        await probe.ExpectNothingAsync();
    });
}
