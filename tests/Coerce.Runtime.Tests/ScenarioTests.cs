using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

public enum Mode
{
    Inactive,
    Active,
}

public readonly record struct SetMode(Mode Mode);

[Actor]
public sealed partial class Switch(Mode mode)
{
    private Mode _mode = mode;

    [Handles] void On(SetMode message) => _mode = message.Mode;

    [Handles] Mode GetMode() => _mode;
}

/// <summary>Grows a tree below itself, and counts it.</summary>
[Actor]
public sealed partial class TreeNode
{
    [Handles]
    async Task Grow(int width, int depth, ActorContext<TreeNodeRef> context)
    {
        if (depth == 0) return;
        for (int i = 0; i < width; i++)
        {
            TreeNodeRef child = context.Spawn(Props(), $"node-{i}");
            await child.GrowAsync(1, depth - 1);
        }
    }

    [Handles]
    async Task<int> CountBelow(ActorContext<TreeNodeRef> context)
    {
        int count = 0;
        foreach (TreeNodeRef child in context.Children.Cast<TreeNodeRef>()) count += 1 + await child.CountBelowAsync();
        return count;
    }

    [Handles]
    async Task StopChildren(ActorContext<TreeNodeRef> context)
    {
        foreach (ActorRef child in context.Children) await child.StopAsync();
    }
}

public sealed class ScenarioTests
{
    [Fact]
    public async Task Actor_AfterCreation_IsStartedAndGivesItsInitialState()
    {
        await using var system = new ActorSystem("test");
        SwitchRef actor = system.Spawn(Switch.Props(Mode.Inactive));

        Assert.Equal(ActorStatus.Started, actor.Status);
        Assert.Equal(Mode.Inactive, await actor.GetModeAsync());
    }

    [Fact]
    public async Task Actor_StateSetTwice_IsReadBackEachTime()
    {
        await using var system = new ActorSystem("test");
        SwitchRef actor = system.Spawn(Switch.Props(Mode.Inactive));

        actor.Tell(new SetMode(Mode.Active));
        Assert.Equal(Mode.Active, await actor.GetModeAsync());
        await actor.AskAsync(new SetMode(Mode.Inactive));
        Assert.Equal(Mode.Inactive, await actor.GetModeAsync());
    }

    [Fact]
    public async Task Ref_SharedByTasks_EachIsServed()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props());

        await Task.WhenAll(Enumerable.Range(0, 25).Select(_ => Task.Run(async () => await counter.AskAsync(new Add(1)))));

        Assert.Equal(25, await counter.AskAsync(new Get()));
    }

    [Fact]
    public void Tree_TenChildrenEachTenDeep_IsCountedAndStoppedInTime() => Simulation.Explore(seeds: 20, async host =>
    {
        TreeNodeRef root = host.System.Spawn(TreeNode.Props(), "root");
        await root.GrowAsync(10, 11);
        Assert.Equal(110, await root.CountBelowAsync());
        TreeNodeRef deep = host.System.Find<TreeNodeRef>("root/node-3/node-0/node-0")!;

        DateTimeOffset start = host.Time.GetUtcNow();
        await root.StopChildrenAsync();

        Assert.InRange(host.Time.GetUtcNow() - start, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Equal(0, await root.CountBelowAsync());
        Assert.Equal(ActorStatus.Stopped, deep.Status);
        Assert.Null(host.System.Find<TreeNodeRef>("root/node-3"));
    }, new SimulationOptions { AutoAdvance = true, OutsidePatience = TimeSpan.Zero });

    [Fact]
    public async Task Child_IdOfALiveSibling_IsRefusedAndFreeAfterItsStop()
    {
        await using var system = new ActorSystem("test");
        WorkerRef one = system.Spawn(Worker.Props(new Diary()), "one"), two = system.Spawn(Worker.Props(new Diary()), "two");
        CounterRef child = await one.ChildAsync();

        var refused = await Assert.ThrowsAsync<ActorAlreadyExistsException>(async () => await one.ChildAsync());
        Assert.Equal("/one/child", refused.Path);
        Assert.Equal("/two/child", (await two.ChildAsync()).Path);
        await child.StopAsync();
        Assert.NotEqual(child, await one.ChildAsync());
    }

    [Fact]
    public void Watch_StopAndFailure_GiveTheIdAndTheReason() => Simulation.Explore(seeds: 20, async host =>
    {
        var seen = new List<(string Id, string? Reason)>();
        WatcherRef watcher = host.System.Spawn(Watcher.Props(end => seen.Add((end.Actor.Id, end.Failure?.Message))));
        WorkerRef well = host.System.Spawn(Worker.Props(new Diary()), "well");
        WorkerRef ill = host.System.Spawn(Worker.Props(new Diary()).WithSupervision(Supervision.Stop), "ill");
        await watcher.BeginAsync(well);
        await watcher.BeginAsync(ill);

        await well.StopAsync();
        await host.SettleAsync();
        ill.Tell(new Fail("broken"));
        await host.SettleAsync();

        Assert.Equal([("well", null), ("ill", "broken")], seen);
    });

    [Fact]
    public void Timer_OfOneSecond_TicksOnTheSecondAndNotAfterTheStop() => Simulation.Run(1, async host =>
    {
        var ledger = new Ledger();
        IntakeRef intake = host.System.Spawn(Intake.Props(ledger));
        intake.Schedule(new Item(0, 1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        for (int second = 1; second <= 5; second++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(1) - TimeSpan.FromTicks(1));
            Assert.Equal(second - 1, ledger.Handled);
            host.Time.Advance(TimeSpan.FromTicks(1));
            Assert.Equal(second, ledger.Handled);
        }

        await intake.StopAsync();
        host.Time.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(5, ledger.Handled);
        Assert.Null(host.Time.NextTimer);
        Assert.Empty(host.DeadLetters);
    });

    [Fact]
    public async Task Pool_OfFour_AnswersAndEachMemberDoes()
    {
        await using var system = new ActorSystem("test");
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(new PoolLog()), 4);

        string[] ids = [await pool.AskAsync(new WhoAmI()), await pool.AskAsync(new WhoAmI()), await pool.AskAsync(new WhoAmI()), await pool.AskAsync(new WhoAmI())];

        Assert.Equal(["0", "1", "2", "3"], ids.Order());
    }

    [Fact]
    public async Task Find_ById_GivesTheActorUntilItStops()
    {
        await using var system = new ActorSystem("test");
        system.Spawn(Counter.Props(1337), "leet");

        CounterRef found = system.Find<CounterRef>("leet")!;
        Assert.Equal(1337, await found.AskAsync(new Get()));
        Assert.Null(system.Find<CounterRef>("unknown"));
        await found.StopAsync();
        Assert.Null(system.Find<CounterRef>("leet"));
    }
}
