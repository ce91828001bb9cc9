namespace Coerce.Runtime.Tests;

/// <summary>Publishers, subscribers that come and go, and stops, all at once.</summary>
public sealed class TopicStressTests
{
    private const int Publishers = 4;
    private const int Events = 2_000;

    [Fact(Timeout = 60_000)]
    public async Task Publish_ManyThreadsWhileOthersComeAndGo_ThoseThatStayGetAllInOrder()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        Topic<Placed> topic = system.Topic<Placed>("orders");
        Heard[] stay = [.. Enumerable.Range(0, 20).Select(_ => new Heard())];
        foreach (Heard heard in stay) topic.Subscribe(system.Spawn(Listener.Props(heard)));
        using var done = new CancellationTokenSource();

        Task churn = Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => ComeAndGoAsync(system, topic, done.Token))));
        await Task.WhenAll(Enumerable.Range(0, Publishers).Select(publisher => Task.Run(async () =>
        {
            for (int i = 0; i < Events; i++)
            {
                if (i % 2 == 0) topic.Publish(new Placed(publisher, i));
                else await topic.PublishAsync(new Placed(publisher, i));
            }
        })));
        await done.CancelAsync();
        await churn;
        await Task.WhenAll(stay.Select(heard => heard.UntilAsync(Publishers * Events)));

        Assert.All(stay, heard =>
        {
            ILookup<int, int> byPublisher = heard.All.Cast<Placed>().ToLookup(placed => placed.Publisher, placed => placed.Number);
            Assert.All(Enumerable.Range(0, Publishers), publisher => Assert.Equal(Enumerable.Range(0, Events), byPublisher[publisher]));
        });
        Assert.Equal(stay.Length, topic.SubscriberCount);
    }

    [Fact(Timeout = 60_000)]
    public async Task Subscribe_WhileTheActorStops_NeverLeavesOneBehind()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        Topic<Placed> topic = system.Topic<Placed>("orders");
        var heard = new Heard();
        for (int round = 0; round < 2_000; round++)
        {
            ListenerRef listener = system.Spawn(Listener.Props(heard), "listener");
            using var both = new Barrier(2);
            Task subscribes = Task.Run(() =>
            {
                both.SignalAndWait();
                topic.Subscribe(listener);
            });
            both.SignalAndWait();
            Task stopped = listener.StopAsync();
            await Task.WhenAll(subscribes, stopped);

            Assert.Equal(0, topic.SubscriberCount);
        }
    }

    [Fact(Timeout = 60_000)]
    public async Task Subscription_MadeAndDisposedByMany_IsThereOnceOrNot()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        Topic<Placed> topic = system.Topic<Placed>("orders");
        var heard = new Heard();
        ListenerRef listener = system.Spawn(Listener.Props(heard), "listener");

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() =>
        {
            for (int i = 0; i < 20_000; i++)
            {
                IDisposable subscription = topic.Subscribe(listener);
                Assert.InRange(topic.SubscriberCount, 0, 1);
                subscription.Dispose();
            }
        })));
        Assert.Equal(0, topic.SubscriberCount);
        topic.Subscribe(listener);
        topic.Publish(new Placed(0, 1));
        await heard.UntilAsync(1);
        await listener.StopAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([1], heard.Numbers);
        Assert.Equal(0, topic.SubscriberCount);
    }

    private static async Task ComeAndGoAsync(ActorSystem system, Topic<Placed> topic, CancellationToken done)
    {
        for (int i = 0; !done.IsCancellationRequested; i++)
        {
            var heard = new Heard();
            if (i % 3 == 0)
            {
                BookkeeperRef books = system.Spawn(Bookkeeper.Props(heard));
                await books.StopAsync(immediately: i % 2 == 0);
            }
            else
            {
                ListenerRef listener = system.Spawn(Listener.Props(heard));
                IDisposable subscription = topic.Subscribe(listener);
                await Task.Yield();
                if (i % 3 == 1) subscription.Dispose();
                else await listener.StopAsync();
            }

            // Whatever it got came in order and without a gap, of each publisher.
            foreach (IGrouping<int, Placed> got in heard.All.Cast<Placed>().GroupBy(placed => placed.Publisher))
            {
                int[] numbers = [.. got.Select(placed => placed.Number)];
                Assert.Equal(Enumerable.Range(numbers[0], numbers.Length), numbers);
            }
        }
    }
}
