using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Coerce.Runtime.Tests;

/// <summary>What an actor does while it behaves as it does, and how that changes.</summary>
public sealed class BehaviorTests
{
    [Fact]
    public async Task Purchase_FromOpenToShipped_AnswersAsItBehaves()
    {
        await using var system = new ActorSystem("test");
        PurchaseRef order = system.Spawn(Purchase.Props("o1", freeLines: 1));

        Assert.True(await order.AskAsync(new AddLine("pen", 2)));
        Assert.True(await order.AskAsync(new AddLine("ink", 3)));
        Assert.Equal("3 to pay", await order.AskAsync(new Pay(1)));
        Assert.Equal("paid", await order.AskAsync(new Pay(3)));
        Assert.False(await order.AskAsync(new AddLine("cup", 9)));
        Assert.Equal("paid before", await order.AskAsync(new Pay(3)));
        Assert.Equal("Rome 3", await order.AskAsync(new Ship("Rome")));
        Assert.Equal("shipped before", await order.AskAsync(new Ship("Oslo")));
        Assert.Equal("pen ink to:Rome", await order.GetLogAsync());
        Assert.Equal("o1", await order.GetIdAsync());
    }

    [Fact]
    public async Task Become_InAnAwaitingHandler_HoldsAtOnceAndOpensWithTheTurnsEnd()
    {
        await using var system = new ActorSystem("test");
        Lock3Ref actor = system.Spawn(Lock3.Props());
        var hold = new TaskCompletionSource();

        ValueTask<int> stashed = actor.BAsync(1);
        ValueTask opening = actor.ToLaterAsync(2, hold.Task);
        Assert.False(stashed.IsCompleted);
        hold.SetResult();
        await opening;

        Assert.Equal(1, await stashed);
    }

    [Fact]
    public async Task Become_SeveralInOneTurn_TheLastHolds()
    {
        await using var system = new ActorSystem("test");
        Lock3Ref actor = system.Spawn(Lock3.Props());
        ValueTask<int> b = actor.BAsync(1);
        ValueTask<int> c = actor.CAsync(1);

        await actor.ToBothAsync(3, 2);

        Assert.Equal(1, await b);
        Assert.False(c.IsCompleted);
        await actor.ToBothAsync(2, 3);
        Assert.Equal(1, await c);
    }

    [Fact]
    public async Task Become_OutsideOfATurn_IsRefused()
    {
        await using var system = new ActorSystem("test");
        Lock3Ref actor = system.Spawn(Lock3.Props(), "lock");
        Action leaked = await actor.LeakAsync(2);

        var refused = Assert.Throws<InvalidOperationException>(leaked);

        Assert.Equal(
            "Lock3 '/lock' cannot become Two now, because it is in no turn: call Become in a handler, or send the actor a message that does.",
            refused.Message);
    }

    [Fact]
    public async Task Terminated_InABehaviour_IsHandledByTheCurrentOne()
    {
        await using var system = new ActorSystem("test", new ActorSystemOptions { Services = new Services() });
        GuardhouseRef house = system.Spawn(Guardhouse.Props());
        CounterRef first = system.Spawn(Counter.Props(), "first");
        CounterRef second = system.Spawn(Counter.Props(), "second");
        await house.WatchAsync(first);
        await house.WatchAsync(second);
        Assert.True(await house.SameAsync());

        await first.StopAsync();
        await house.AlarmAsync();
        await second.StopAsync();

        Assert.Equal("calm alarmed", await house.HeardAsync());
    }

    [Fact]
    public async Task ReentrantHandler_WhoseBehaviourChangedMeanwhile_EndsInItsOwn()
    {
        await using var system = new ActorSystem("test", new ActorSystemOptions { Services = new Services() });
        GuardhouseRef house = system.Spawn(Guardhouse.Props());
        var until = new TaskCompletionSource();

        ValueTask<string> open = house.WaitAsync(until.Task);
        await house.AlarmAsync();
        Assert.Equal("alarmed", await house.WaitAsync(until.Task));
        until.SetResult();

        Assert.Equal("calm", await open);
    }

    [Fact]
    public async Task Descriptor_OfAnActorWithBehaviours_ListsThem()
    {
        await using var system = new ActorSystem("test");
        ActorDescriptor descriptor = Lock3.Props().Descriptor;

        ImmutableArray<BehaviorDescriptor> behaviors = descriptor.Behaviors;
        Assert.Equal(["Zero", "One", "Two", "Three"], behaviors.Select(behavior => behavior.Name));
        Assert.Equal(["B", "C", "Count"], behaviors[1].Stashes.Select(tag => descriptor.Handlers[tag].Message.Name));
        Assert.Empty(Counter.Props().Descriptor.Behaviors);
    }

    [Fact]
    public async Task Ask_HandledByTheCurrentBehaviour_AllocatesNothing()
    {
        await using var system = new ActorSystem("test");
        Assert.Equal(0, Allocated(system));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Allocated(ActorSystem system)
    {
        PurchaseRef order = system.Spawn(Purchase.Props("o1"), "measured");
        order.AskAsync(new Pay(0)).AsTask().GetAwaiter().GetResult();
        for (int i = 0; i < 1_000; i++) Assert.False(order.AskAsync(new AddLine("pen", 1)).GetAwaiter().GetResult());
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++) _ = order.AskAsync(new AddLine("pen", 1)).GetAwaiter().GetResult();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IServiceProvider) ? this : null;
    }
}
