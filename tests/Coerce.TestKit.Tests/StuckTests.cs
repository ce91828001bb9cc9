namespace Coerce.TestKit.Tests;

/// <summary>Simulations that cannot go on.</summary>
public sealed class StuckTests
{
    // Nothing comes from outside in these tests, so there is nothing to wait for.
    private static readonly SimulationOptions Impatient = new() { OutsidePatience = TimeSpan.Zero };

    [Fact]
    public void Deadlock_ActorThatWaitsForTheTest_NamesWhoWaitsForWhat()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(1, async host =>
        {
            AccountRef alice = host.System.Spawn(Account.Props(100), "alice"), bob = host.System.Spawn(Account.Props(100), "bob");
            var until = new TaskCompletionSource();
            bob.Tell(new Account.Messages.Hold(until.Task));
            await alice.TransferAsync(bob, 1);
            until.SetResult();
        }, Impatient));

        Assert.Null(failure.InnerException);
        Assert.Contains("Nothing can run any more, but the test still waits.", failure.Message);
        Assert.Contains("Account '/alice' is in Transfer(AccountRef, int) and waits for Account '/bob' to reply to Deposit\n", failure.Message);
        Assert.Contains("Account '/bob' is in Hold(Task) and waits for something that is no ask: a task, a timer, its children; 1 waiting\n", failure.Message);
        Assert.Contains("The test waits for Account '/alice' to reply to Transfer.\n", failure.Message);
        Assert.Contains("Account '/alice' Transfer(AccountRef, int), awaits", failure.Message);
    }

    [Fact]
    public void Wait_ForATimerThatNobodyMoves_SaysWhenItIsDue()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(
            1, async host => await host.System.Spawn(Sleeper.Props(), "bear").SleepAsync(TimeSpan.FromHours(8)), Impatient));

        Assert.Contains("Sleeper '/bear' is in Sleep(TimeSpan) and waits for something that is no ask", failure.Message);
        Assert.Contains("The next timer is due in 08:00:00", failure.Message);
    }

    [Fact]
    public void Wait_ForWhatNobodyCompletes_SaysThatNoActorIsBusy()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(1, _ => new TaskCompletionSource().Task, Impatient));

        Assert.Contains("No actor holds its turn.", failure.Message);
    }

    [Fact]
    public void Test_EndsWhileActorsHang_FailsAndNamesThem()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(1, async host =>
        {
            AccountRef alice = host.System.Spawn(Account.Props(100), "alice");
            alice.Tell(new Account.Messages.Hold(new TaskCompletionSource().Task));
            await host.SettleAsync();
        }, Impatient));

        var late = Assert.IsType<ShutdownTimeoutException>(failure.InnerException);
        Assert.Contains("Account '/alice'", late.Message);
    }

    [Fact]
    public void Steps_WithoutEnd_Fail()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(1, async host =>
        {
            SleeperRef sleeper = host.System.Spawn(Sleeper.Props());
            while (true) await sleeper.WokenAsync();
        }, new SimulationOptions { MaxSteps = 1000 }));

        Assert.Contains("does not come to an end", failure.Message);
        Assert.Equal(1000, failure.Steps);
    }

    [Fact]
    public void Work_FromOutside_IsWaitedForAndMentioned()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(1, async host =>
        {
            // Released only when somebody waits for it, or there would be nothing to come back.
            var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Task<int> outside = Task.Run(async () =>
            {
                await released.Task;
                return 1;
            });
            Task<int> waiting = WaitAsync(outside);
            released.SetResult();
            Assert.Equal(2, await waiting);

            static async Task<int> WaitAsync(Task<int> task) => await task;
        }, new SimulationOptions { OutsidePatience = TimeSpan.FromMinutes(1) }));

        Assert.Contains("Something came from outside of the simulation", failure.Message);
    }

    [Fact]
    public void AskDeadlines_Off_DoNotFire()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(1, async host =>
        {
            AccountRef alice = host.System.Spawn(Account.Props(100), "alice");
            alice.Tell(new Account.Messages.Hold(new TaskCompletionSource().Task));
            await alice.AskAsync(new Deposit(1), TimeSpan.FromMilliseconds(1));
        }, Impatient with { AutoAdvance = true }));

        Assert.Contains("The test waits for Account '/alice' to reply to Deposit.", failure.Message);
    }

    [Fact]
    public void AskDeadlines_On_FireInVirtualTime() => Simulation.Run(1, async host =>
    {
        AccountRef alice = host.System.Spawn(Account.Props(100), "alice");
        DateTimeOffset start = host.Time.GetUtcNow();

        var until = new TaskCompletionSource();
        alice.Tell(new Account.Messages.Hold(until.Task));

        await Assert.ThrowsAsync<AskTimeoutException>(async () => await alice.AskAsync(new Deposit(1), TimeSpan.FromSeconds(3)));
        Assert.Equal(TimeSpan.FromSeconds(3), host.Time.GetUtcNow() - start);

        await Assert.ThrowsAsync<AskTimeoutException>(async () => await alice.AskAsync(new Deposit(1)));
        Assert.Equal(TimeSpan.FromSeconds(33), host.Time.GetUtcNow() - start);

        until.SetResult();
    }, new SimulationOptions { AutoAdvance = true, AskDeadlines = true });
}
