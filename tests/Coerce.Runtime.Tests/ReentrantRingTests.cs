namespace Coerce.Runtime.Tests;

/// <summary>Does what it is told to, and holds its turn meanwhile or lets others in.</summary>
[Actor]
public sealed partial class Door
{
    [Handles(Reentrant = true)] async Task<int> Open(Func<Task<int>> work) => 1 + await work();

    [Handles] async Task<int> Shut(Func<Task<int>> work) => 1 + await work();

    [Handles] int One() => 1;
}

/// <summary>What the page of semantics says of reentrant handlers in rings of asks.</summary>
public sealed class ReentrantRingTests
{
    [Fact(Timeout = 20_000)]
    public async Task Reentrant_AsksItself_GetsIn()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoorRef a = system.Spawn(Door.Props(), "a");

        Assert.Equal(2, await a.OpenAsync(() => a.OneAsync().AsTask()));
        Assert.Equal(3, await a.OpenAsync(() => a.OpenAsync(() => a.OneAsync().AsTask()).AsTask()));
    }

    [Fact(Timeout = 20_000)]
    public async Task Reentrant_RingThatComesBackTwice_GetsIn()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoorRef a = system.Spawn(Door.Props(), "a");
        DoorRef b = system.Spawn(Door.Props(), "b");

        int hops = await a.OpenAsync(() => b.OpenAsync(() => a.OpenAsync(() => b.OneAsync().AsTask()).AsTask()).AsTask());

        Assert.Equal(4, hops);
    }

    [Fact(Timeout = 20_000)]
    public async Task Reentrant_RingThroughAPlainHandlerOfAnother_GetsIn()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoorRef a = system.Spawn(Door.Props(), "a");
        DoorRef b = system.Spawn(Door.Props(), "b");

        Assert.Equal(3, await a.OpenAsync(() => b.ShutAsync(() => a.OneAsync().AsTask()).AsTask()));
    }

    [Fact(Timeout = 20_000)]
    public async Task Reentrant_PlainHandlersBehindItCloseARing_FailsAndLeavesItOut()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoorRef a = system.Spawn(Door.Props(), "a");
        DoorRef b = system.Spawn(Door.Props(), "b");
        DoorRef c = system.Spawn(Door.Props(), "c");

        // b waits for c, whose handler asks b: a, which began it, holds nothing.
        var cycle = await Assert.ThrowsAsync<AskCycleException>(async () => await a.OpenAsync(
            () => b.ShutAsync(() => c.ShutAsync(() => b.OneAsync().AsTask()).AsTask()).AsTask()));

        Assert.Equal(["/b", "/c"], cycle.Ring.Distinct().Order());
        foreach (DoorRef door in new[] { a, b, c }) Assert.Equal(1, await door.OneAsync());
    }

    [Fact(Timeout = 20_000)]
    public async Task Reentrant_ItsActorsPlainHandlerClosesARing_Fails()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoorRef a = system.Spawn(Door.Props(), "a");
        DoorRef b = system.Spawn(Door.Props(), "b");

        // It comes back to a, into a plain handler, which holds a while it waits for b, which waits for it.
        var cycle = await Assert.ThrowsAsync<AskCycleException>(async () => await a.OpenAsync(
            () => b.ShutAsync(() => a.ShutAsync(() => b.OneAsync().AsTask()).AsTask()).AsTask()));

        Assert.Equal(["/a", "/b"], cycle.Ring.Distinct().Order());
        Assert.Equal(1, await a.OneAsync());
        Assert.Equal(1, await b.OneAsync());
    }

    [Fact(Timeout = 20_000)]
    public async Task Plain_AskedByItselfThroughAReentrantHandler_IsNotFoundButExpires()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoorRef a = system.Spawn(Door.Props(), "a");
        DoorRef b = system.Spawn(Door.Props(), "b");

        // b holds no turn, so the graph cannot see that it waits for a, which waits for b.
        Func<Task<int>> askA = () => a.AskAsync(new Door.Messages.One(), TimeSpan.FromMilliseconds(20)).AsTask();

        await Assert.ThrowsAsync<AskTimeoutException>(async () => await a.ShutAsync(() => b.OpenAsync(askA).AsTask()));
        Assert.Equal(1, await a.OneAsync());
    }
}
