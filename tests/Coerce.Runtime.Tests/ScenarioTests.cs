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

    [Fact(Timeout = 60_000)]
    public async Task Tree_TenChildrenEachTenDeep_IsCountedAndStopped()
    {
        await using var system = new ActorSystem("test");
        TreeNodeRef root = system.Spawn(TreeNode.Props(), "root");
        await root.GrowAsync(10, 11);
        Assert.Equal(110, await root.CountBelowAsync());
        TreeNodeRef deep = system.Find<TreeNodeRef>("root/node-3/node-0/node-0")!;

        await root.StopChildrenAsync();

        Assert.Equal(0, await root.CountBelowAsync());
        Assert.Equal(ActorStatus.Stopped, deep.Status);
        Assert.Null(system.Find<TreeNodeRef>("root/node-3"));
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
