namespace Coerce.Runtime.Tests;

public sealed class TopicTests
{
    [Fact]
    public async Task Publish_Subscribed_ReachesEachOnceInOrder()
    {
        await using var system = new ActorSystem("test");
        Topic<Placed> topic = system.Topic<Placed>("orders");
        Heard[] heard = [new(), new(), new()];
        foreach (Heard one in heard) topic.Subscribe(system.Spawn(Listener.Props(one)));

        for (int i = 0; i < 100; i++) topic.Publish(new Placed(0, i));
        await Task.WhenAll(heard.Select(one => one.UntilAsync(100)));

        Assert.All(heard, one => Assert.Equal(Enumerable.Range(0, 100), one.Numbers));
        Assert.Equal(3, topic.SubscriberCount);
        Assert.Equal(0, system.DeadLetters.Count);
    }

    [Fact]
    public async Task Publish_NobodySubscribed_DoesNothing()
    {
        await using var system = new ActorSystem("test");

        system.Topic<Placed>("orders").Publish(new Placed(0, 1));
        await system.Topic<Placed>("orders").PublishAsync(new Placed(0, 2), TestContext.Current.CancellationToken);

        Assert.Equal(0, system.DeadLetters.Count);
    }

    [Fact]
    public async Task Topic_SameName_IsTheSameTopic()
    {
        await using var system = new ActorSystem("test");
        var name = new TopicName<Placed>("orders");

        Assert.Same(system.Topic<Placed>("orders"), system.Topic(name));
        Assert.NotSame(system.Topic<Placed>("orders"), system.Topic<Placed>("Orders"));
        Assert.Equal("orders (Placed)", system.Topic(name).ToString());
    }

    [Fact]
    public async Task Topic_SameNameOtherEvent_NamesBoth()
    {
        await using var system = new ActorSystem("test");
        system.Topic<Placed>("orders");

        var thrown = Assert.Throws<InvalidOperationException>(() => system.Topic<PlacedAbroad>("orders"));

        Assert.Contains("'orders'", thrown.Message);
        Assert.Contains(typeof(Placed).ToString(), thrown.Message);
        Assert.Contains(typeof(PlacedAbroad).ToString(), thrown.Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("$mine")]
    public async Task Topic_NameAtFault_IsRefused(string name)
    {
        await using var system = new ActorSystem("test");

        Assert.ThrowsAny<ArgumentException>(() => system.Topic<Placed>(name));
    }

    [Fact]
    public async Task Subscribe_Twice_IsOneSubscription()
    {
        await using var system = new ActorSystem("test");
        Topic<Placed> topic = system.Topic<Placed>("orders");
        var heard = new Heard();
        ListenerRef listener = system.Spawn(Listener.Props(heard), "listener");

        IDisposable first = topic.Subscribe(listener);
        IDisposable second = topic.Subscribe(system.Find<ListenerRef>("listener")!);
        topic.Publish(new Placed(0, 1));
        await heard.UntilAsync(1);
        second.Dispose();
        second.Dispose();
        topic.Publish(new Placed(0, 2));
        using IDisposable third = topic.Subscribe(listener);
        first.Dispose();
        topic.Publish(new Placed(0, 3));
        await heard.UntilAsync(2);

        Assert.Same(first, second);
        Assert.Equal([1, 3], heard.Numbers);
        Assert.Equal(1, topic.SubscriberCount);
    }

    [Fact]
    public async Task Subscribe_HandlerOfTheBaseType_GetsTheEvent()
    {
        await using var system = new ActorSystem("test");
        Topic<PlacedAbroad> topic = system.Topic<PlacedAbroad>("orders from abroad");
        var heard = new Heard();
        topic.Subscribe(system.Spawn(Listener.Props(heard)));

        topic.Publish(new PlacedAbroad(0, 7));
        await heard.UntilAsync(1);

        Assert.IsType<PlacedAbroad>(Assert.Single(heard.All));
    }

    [Fact]
    public async Task Subscribe_StoppedActor_EndsAtOnce()
    {
        await using var system = new ActorSystem("test");
        Topic<Placed> topic = system.Topic<Placed>("orders");
        ListenerRef listener = system.Spawn(Listener.Props(new Heard()), "listener");
        await listener.StopAsync(cancellationToken: TestContext.Current.CancellationToken);

        topic.Subscribe(listener).Dispose();
        topic.Subscribe(listener);
        topic.Publish(new Placed(0, 1));

        Assert.Equal(0, topic.SubscriberCount);
        Assert.Equal(0, system.DeadLetters.Count);
    }

    [Fact]
    public async Task Stop_Subscribed_LeavesByItself()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        Topic<Placed> topic = system.Topic<Placed>("orders");
        Heard stays = new(), goes = new();
        topic.Subscribe(system.Spawn(Listener.Props(stays)));
        ListenerRef leaver = system.Spawn(Listener.Props(goes), "leaver");
        topic.Subscribe(leaver);
        system.Topic<Paid>("payments").Subscribe(leaver);

        topic.Publish(new Placed(0, 1));
        await leaver.StopAsync(cancellationToken: TestContext.Current.CancellationToken);
        topic.Publish(new Placed(0, 2));
        await stays.UntilAsync(2);

        Assert.Equal([1], goes.Numbers);
        Assert.Equal(1, topic.SubscriberCount);
        Assert.Equal(0, system.Topic<Paid>("payments").SubscriberCount);
        Assert.Equal(0, system.DeadLetters.Count);
    }

    [Fact]
    public async Task Stop_EventsWaiting_AreDeadLetters()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        using var letters = new Letters(system);
        Topic<Placed> topic = system.Topic<Placed>("orders");
        ListenerRef listener = system.Spawn(Listener.Props(new Heard()), "listener");
        topic.Subscribe(listener);
        Enter enter = Signal.Enter();
        listener.Tell(enter);
        await enter.Entered.Task;

        topic.Publish(new Placed(0, 1));
        Task stopped = listener.StopAsync(immediately: true, TestContext.Current.CancellationToken);
        await stopped;

        DeadLetter letter = Assert.Single(letters.All, letter => letter.Message is Placed);
        Assert.Equal(DeadLetterReason.ActorStopped, letter.Reason);
        Assert.Equal("/listener", letter.Path);
    }

    [Fact]
    public async Task Publish_StructEvent_AllocatesWhatATellToEachSubscriberWould()
    {
        await using var system = new ActorSystem("test");
        Topic<Paid> topic = system.Topic<Paid>("payments");
        var heard = new Heard();
        ListenerRef[] listeners = [.. Enumerable.Range(0, 20).Select(_ => system.Spawn(Listener.Props(heard), null))];
        ListenerRef[] subscribers = listeners[..10], others = listeners[10..];
        Enter[] held = [.. listeners.Select(_ => Signal.Enter())];
        foreach ((ListenerRef listener, Enter enter) in listeners.Zip(held)) listener.Tell(enter);
        await Task.WhenAll(held.Select(enter => enter.Entered.Task));
        foreach (ListenerRef listener in subscribers) topic.Subscribe(listener);
        topic.Publish(new Paid(0));
        foreach (ListenerRef listener in others) listener.Tell(new Paid(0));

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++) topic.Publish(new Paid(i));
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
            foreach (ListenerRef listener in others) listener.Tell(new Paid(i));
        long told = GC.GetAllocatedBytesForCurrentThread() - before;
        foreach (Enter enter in held) enter.Leave.SetResult();

        Assert.Equal(told, allocated);
    }

    [Fact]
    public async Task Subscribe_Pool_OneMemberGetsEachEvent()
    {
        await using var system = new ActorSystem("test");
        Topic<Placed> topic = system.Topic<Placed>("orders");
        var heard = new Heard();
        topic.Subscribe(system.SpawnPool(Listener.Props(heard), 3));

        for (int i = 0; i < 30; i++) topic.Publish(new Placed(0, i));
        await heard.UntilAsync(30);

        Assert.Equal(Enumerable.Range(0, 30), heard.Numbers.Order());
    }

    [Fact]
    public async Task Publish_RoutingOfAPoolThrows_OthersGetTheEventAndItIsADeadLetter()
    {
        var logs = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new ActorSystemOptions { LoggerFactory = logs });
        using var letters = new Letters(system);
        Topic<Placed> topic = system.Topic<Placed>("orders");
        var heard = new Heard();
        Routing broken = Routing.ByKey<Placed>(string (_) => throw new InvalidOperationException("no key"));
        topic.Subscribe(system.SpawnPool(Listener.Props(heard), 2, broken, "pool"));
        topic.Subscribe(system.Spawn(Listener.Props(heard)));

        topic.Publish(new Placed(0, 1));
        await topic.PublishAsync(new Placed(0, 2), TestContext.Current.CancellationToken);
        await heard.UntilAsync(2);

        Assert.Equal([1, 2], heard.Numbers);
        Assert.Equal([1, 2], letters.All.Select(letter => ((Placed)letter.Message!).Number));
        Assert.All(letters.All, letter => Assert.Equal("no key", letter.Failure?.Message));
        Assert.Equal(2, logs.Lines.Count(line => line.EventId == 1030 && line.Text.Contains("'orders'") && line.Text.Contains("/pool")));
    }

    [Fact]
    public async Task AnonymousSubscriber_RefDropped_LivesUntilTheSubscriptionEnds()
    {
        await using var system = new ActorSystem("test");
        Topic<Placed> topic = system.Topic<Placed>("orders");
        var heard = new Heard();
        (WeakReference listener, IDisposable subscription) = Subscribe(topic, system, heard);

        Collect();
        topic.Publish(new Placed(0, 1));
        await heard.UntilAsync(1);
        subscription.Dispose();
        subscription = null!;
        topic.Publish(new Placed(0, 2));
        for (int i = 0; i < 100 && listener.IsAlive; i++)
        {
            Collect();
            await Task.Yield();
        }

        Assert.False(listener.IsAlive);
        Assert.Equal([1], heard.Numbers);
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static (WeakReference Listener, IDisposable Subscription) Subscribe(Topic<Placed> topic, ActorSystem system, Heard heard)
    {
        ListenerRef listener = system.Spawn(Listener.Props(heard));
        return (listener.TraceAsync().GetAwaiter().GetResult(), topic.Subscribe(listener));
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
    }
}
