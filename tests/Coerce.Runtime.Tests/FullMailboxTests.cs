using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

/// <summary>What needs room in a mailbox that is full, and what does not.</summary>
public sealed class FullMailboxTests
{
    [Fact]
    public async Task Full_DropOldest_EveryWayOfSendingDropsTheOldest()
    {
        await using var system = new ActorSystem("mailbox", Quiet.Options());
        using var letters = new Letters(system);
        var ledger = new Ledger();
        IntakeRef actor = system.Spawn(Intake.Props(ledger).WithMailbox(2, MailboxPolicy.DropOldest));
        Enter held = Signal.Enter();
        actor.Tell(held);
        await held.Entered.Task;

        for (int i = 0; i < 2; i++) actor.Tell(new Item(0, i));
        Assert.True(actor.TellAsync(new Item(0, 2)).IsCompletedSuccessfully);
        Task<int> asked = actor.AskAsync(new Item(0, 3)).AsTask();
        Assert.True(actor.TryTell(new Item(0, 4)));
        held.Leave.SetResult();

        Assert.Equal(3, await asked);
        await actor.StopAsync();
        Assert.Equal([3, 4], ledger.Numbers);
        Assert.Equal([0, 1, 2], letters.Numbers(DeadLetterReason.MailboxFull));
    }

    [Fact]
    public void Terminated_FullMailbox_NeedsNoRoomAndGoesAhead() => Simulation.Explore(seeds: 50, async host =>
    {
        var order = new List<string>();
        WatcherRef watcher = host.System.Spawn(Watcher.Props(_ => order.Add("terminated")).WithMailbox(1, MailboxPolicy.Fail));
        CounterRef target = host.System.Spawn(Counter.Props());
        await watcher.BeginAsync(target);
        TaskCompletionSource entered = new(), until = new();
        Task held = watcher.WaitAsync(entered, until).AsTask();
        await entered.Task;
        Task waiting = watcher.RunAsync(_ => order.Add("message")).AsTask();
        Assert.False(watcher.TryTell(new Watcher.Messages.Nothing()));

        await target.StopAsync();
        await host.SettleAsync();
        until.SetResult();
        await Task.WhenAll(held, waiting);

        Assert.Equal(["terminated", "message"], order);
    }, new SimulationOptions { OutsidePatience = TimeSpan.Zero });
}
