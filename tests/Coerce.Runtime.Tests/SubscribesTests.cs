namespace Coerce.Runtime.Tests;

/// <summary>Subscriptions by attribute.</summary>
public sealed class SubscribesTests
{
    [Fact]
    public async Task Spawn_Subscribes_GetsWhatIsPublishedFromThenOn()
    {
        await using var system = new ActorSystem("test");
        var heard = new Heard();
        system.Topic<Placed>("orders").Publish(new Placed(0, 1));

        system.Spawn(Bookkeeper.Props(heard), "books");
        system.Topic<Placed>("orders").Publish(new Placed(0, 2));
        system.Topic<Placed>("more orders").Publish(new Placed(0, 3));
        system.Topic<Paid>("payments").Publish(new Paid(4));
        await heard.UntilAsync(3);

        Assert.Equal([new Placed(0, 2), new Placed(0, 3), new Paid(4)], heard.All);
    }

    [Fact]
    public async Task Publish_DuringOnStart_WaitsForIt()
    {
        await using var system = new ActorSystem("test");
        var heard = new Heard();
        TaskCompletionSource start = Signal.New();

        Task spawned = system.SpawnAsync(Bookkeeper.Props(heard, start.Task), "books", TestContext.Current.CancellationToken).AsTask();
        system.Topic<Placed>("orders").Publish(new Placed(0, 1));
        start.SetResult();
        await spawned;
        system.Topic<Placed>("orders").Publish(new Placed(0, 2));
        await heard.UntilAsync(2);

        Assert.Equal([1, 2], heard.Numbers);
    }

    [Fact]
    public async Task OnStart_Fails_SubscriptionIsGone()
    {
        await using var system = new ActorSystem("test", Quiet.Options());

        await Assert.ThrowsAsync<ActorStartException>(async () => await system.SpawnAsync(
            Bookkeeper.Props(new Heard(), Task.FromException(new InvalidOperationException("no books"))),
            "books",
            TestContext.Current.CancellationToken));

        Assert.Equal(0, system.Topic<Placed>("orders").SubscriberCount);
    }

    [Fact]
    public async Task Restart_Subscribed_StaysAndIsNotDoubled()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        Topic<Placed> topic = system.Topic<Placed>("orders");
        var heard = new Heard();
        system.Spawn(Bookkeeper.Props(heard), "books");

        for (int i = 1; i <= 20; i++) topic.Publish(new Placed(0, i % 3 == 0 ? -i : i));
        await heard.UntilAsync(20);

        Assert.Equal(Enumerable.Range(1, 20), heard.Numbers.Select(Math.Abs));
        Assert.Equal(1, topic.SubscriberCount);
    }

    [Fact]
    public async Task Stop_Subscribes_LeavesEveryTopic()
    {
        await using var system = new ActorSystem("test");
        BookkeeperRef books = system.Spawn(Bookkeeper.Props(new Heard()), "books");
        Assert.Equal(1, system.Topic<Paid>("payments").SubscriberCount);

        await books.StopAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(0, system.Topic<Placed>("orders").SubscriberCount);
        Assert.Equal(0, system.Topic<Placed>("more orders").SubscriberCount);
        Assert.Equal(0, system.Topic<Paid>("payments").SubscriberCount);
    }

    [Fact]
    public async Task SubscribeByHand_SubscribedByAttribute_IsOneSubscription()
    {
        await using var system = new ActorSystem("test");
        Topic<Placed> topic = system.Topic<Placed>("orders");
        var heard = new Heard();
        BookkeeperRef books = system.Spawn(Bookkeeper.Props(heard), "books");

        topic.Subscribe(books);
        topic.Publish(new Placed(0, 1));
        system.Topic<Placed>("more orders").Publish(new Placed(0, 2));
        await heard.UntilAsync(2);

        Assert.Equal([1, 2], heard.Numbers);
    }

    [Fact]
    public async Task Spawn_TopicOfAnotherEvent_FailsAndLeavesNothingBehind()
    {
        await using var system = new ActorSystem("test");
        system.Topic<Placed>("parcels");

        var thrown = Assert.Throws<InvalidOperationException>(() => system.Spawn(Confused.Props(), "confused"));

        Assert.Contains(typeof(Placed).ToString(), thrown.Message);
        Assert.Contains(typeof(string).ToString(), thrown.Message);
        Assert.Equal(0, system.Topic<Paid>("payments").SubscriberCount);
        Assert.Null(system.Find<ConfusedRef>("confused"));
    }

    [Fact]
    public async Task SpawnPool_Subscribes_EachMemberGetsTheEvent()
    {
        await using var system = new ActorSystem("test");
        var heard = new Heard();
        BookkeeperRef pool = system.SpawnPool(Bookkeeper.Props(heard), 3, id: "books");

        system.Topic<Placed>("orders").Publish(new Placed(0, 1));
        await heard.UntilAsync(3);
        await Pool.Of(pool).ResizeAsync(1, TestContext.Current.CancellationToken);

        Assert.Equal([1, 1, 1], heard.Numbers);
        Assert.Equal(1, system.Topic<Placed>("orders").SubscriberCount);
    }
}
