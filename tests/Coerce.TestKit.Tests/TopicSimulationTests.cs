namespace Coerce.TestKit.Tests;

public sealed record Placed(int Publisher, int Number);

/// <summary>Publishes what it is told to.</summary>
[Actor]
public sealed partial class Shop(int publisher, ActorContext<ShopRef> context)
{
    private readonly Topic<Placed> _orders = context.System.Topic<Placed>("orders");

    [Handles]
    async Task Sell(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await _orders.PublishAsync(new Placed(publisher, i));
            await Task.Yield();
        }
    }
}

/// <summary>Subscribes itself, and writes down what comes.</summary>
[Actor(MailboxCapacity = 2, OnFailure = FailureAction.Restart, MaxRestarts = 1_000)]
public sealed partial class Packer(List<Placed> packed, int failsAt = -1)
{
    [Handles, Subscribes("orders")]
    async Task On(Placed message)
    {
        packed.Add(message);
        await Task.Yield();
        if (message.Number == failsAt) throw new InvalidOperationException("dropped it");
    }
}

/// <summary>Topics in simulations, and probes as subscribers.</summary>
public sealed class TopicSimulationTests
{
    [Fact]
    public void Publish_ManyOrders_EachSubscriberGetsEachPublishersEventsOnceAndInOrder()
    {
        Exploration explored = Simulation.Explore(seeds: 300, async host =>
        {
            List<Placed> steady = [], failing = [], late = [];
            host.System.Spawn(Packer.Props(steady), "steady");
            host.System.Spawn(Packer.Props(failing, failsAt: 2), "failing");
            ShopRef[] shops = [.. Enumerable.Range(0, 2).Select(publisher => host.System.Spawn(Shop.Props(publisher), $"shop{publisher}"))];

            Task sold = Task.WhenAll(shops.Select(shop => shop.SellAsync(4).AsTask()));
            host.System.Spawn(Packer.Props(late), "late");
            await sold;
            await host.SettleAsync();

            Assert.All(Enumerable.Range(0, 2), publisher =>
            {
                Assert.Equal([0, 1, 2, 3], steady.Where(placed => placed.Publisher == publisher).Select(placed => placed.Number));
                Assert.Equal([0, 1, 2, 3], failing.Where(placed => placed.Publisher == publisher).Select(placed => placed.Number));
                int[] numbers = [.. late.Where(placed => placed.Publisher == publisher).Select(placed => placed.Number)];
                Assert.Equal(Enumerable.Range(4 - numbers.Length, numbers.Length), numbers);
            });
        });

        Assert.InRange(explored.Interleavings, 250, 300);
    }

    [Fact]
    public void Stop_WhileEventsCome_EveryEventIsHandledOrADeadLetter() => Simulation.Explore(seeds: 300, async host =>
    {
        List<Placed> packed = [];
        PackerRef packer = host.System.Spawn(Packer.Props(packed).WithMailbox(0), "packer");
        ShopRef shop = host.System.Spawn(Shop.Props(0), "shop");
        int published = 0;
        Topic<Placed> topic = host.System.Topic<Placed>("orders");

        Task sold = shop.SellAsync(6).AsTask();
        await Task.Yield();
        Task stopped = packer.StopAsync(immediately: host.Random.Next(2) == 0);
        while (topic.SubscriberCount > 0)
        {
            topic.Publish(new Placed(1, published++));
            await Task.Yield();
        }

        await Task.WhenAll(sold, stopped);

        // Of those that were published while it was subscribed none is missing: handled first, then dead letters.
        int[] mine = [.. packed.Where(placed => placed.Publisher == 1).Select(placed => placed.Number)];
        int[] lost = [.. host.DeadLetters.Select(letter => (Placed)letter.Message!).Where(placed => placed.Publisher == 1).Select(placed => placed.Number)];
        Assert.Equal(Enumerable.Range(0, published), mine.Concat(lost));
    });

    [Fact]
    public void SameSeed_Topics_TakeTheSameSteps()
    {
        for (int seed = 0; seed < 30; seed++) Assert.Equal(Run(seed), Run(seed));

        static string Run(int seed)
        {
            List<Placed> packed = [];
            Simulation.Run(seed, async host =>
            {
                for (int i = 0; i < 3; i++) host.System.Spawn(Packer.Props(packed), $"packer{i}");
                await Task.WhenAll(
                    host.System.Spawn(Shop.Props(0), "a").SellAsync(3).AsTask(), host.System.Spawn(Shop.Props(1), "b").SellAsync(3).AsTask());
                await host.SettleAsync();
            });
            return string.Join(' ', packed);
        }
    }

    [Fact]
    public void Probe_Subscribed_ExpectsEvents() => Simulation.Run(seed: 1, async host =>
    {
        Probe<PackerRef> probe = host.Probe<PackerRef>("probe");
        Topic<Placed> topic = host.System.Topic<Placed>("orders");
        using (topic.Subscribe(probe.Ref))
        {
            topic.Publish(new Placed(0, 1));
            await probe.ExpectMessageAsync<Placed>(placed => placed.Number == 1);
        }

        topic.Publish(new Placed(0, 2));
        await probe.ExpectNothingAsync();
    });

    [Fact]
    public async Task Probe_SubscribedInATestHost_ExpectsEvents()
    {
        await using var host = new TestHost();
        Probe<PackerRef> probe = host.Probe<PackerRef>();
        Topic<Placed> topic = host.System.Topic<Placed>("orders");
        topic.Subscribe(probe.Ref);

        await topic.PublishAsync(new Placed(0, 1), TestContext.Current.CancellationToken);
        await probe.ExpectMessageAsync<Placed>();
        await probe.Ref.StopAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(0, topic.SubscriberCount);
    }
}
