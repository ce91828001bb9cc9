namespace Coerce.Runtime.Tests;

/// <summary>One subscriber is stuck; what becomes of its events, and of the others.</summary>
public sealed class SlowSubscriberTests
{
    private const int Events = 200;
    private const int Room = 10;

    [Fact]
    public async Task Publish_1000SubscribersOneStuck_OthersGetEveryEventInOrder()
    {
        await using var held = await HoldAsync(Listener.Props(new Heard()).WithMailbox(0), others: 1_000);

        for (int i = 0; i < Events; i++) held.Topic.Publish(new Placed(0, i));
        await held.OthersAsync();

        Assert.Empty(held.Letters.All);
    }

    [Theory]
    [InlineData(MailboxPolicy.Wait)]
    [InlineData(MailboxPolicy.DropNewest)]
    [InlineData(MailboxPolicy.DropOldest)]
    [InlineData(MailboxPolicy.Fail)]
    public async Task Publish_1000SubscribersOneStuckAndFull_OthersGetEveryEventAndTheRestIsDeadLetters(MailboxPolicy policy)
    {
        var stuck = new Heard();
        await using var held = await HoldAsync(Listener.Props(stuck).WithMailbox(Room, policy), others: 1_000);

        for (int i = 0; i < Events; i++) held.Topic.Publish(new Placed(0, i));
        await held.OthersAsync();
        held.Release();
        await stuck.UntilAsync(Room);

        bool keepsNewest = policy == MailboxPolicy.DropOldest;
        Assert.Equal(Enumerable.Range(keepsNewest ? Events - Room : 0, Room), stuck.Numbers);
        Assert.Equal(Enumerable.Range(keepsNewest ? 0 : Room, Events - Room), Lost(held));
        Assert.All(held.Letters.All, letter => Assert.Equal((DeadLetterReason.MailboxFull, "/stuck"), (letter.Reason, letter.Path)));
        Assert.Contains(held.Logs.Lines, line => line.EventId == 1020);
    }

    [Theory]
    [InlineData(MailboxPolicy.DropNewest)]
    [InlineData(MailboxPolicy.DropOldest)]
    [InlineData(MailboxPolicy.Fail)]
    public async Task PublishAsync_PolicyThatDoesNotWait_DoesNotWait(MailboxPolicy policy)
    {
        await using var held = await HoldAsync(Listener.Props(new Heard()).WithMailbox(Room, policy), others: 3);

        for (int i = 0; i < Events; i++) await held.Topic.PublishAsync(new Placed(0, i), TestContext.Current.CancellationToken);
        await held.OthersAsync();

        Assert.Equal(Events - Room, held.Letters.All.Length);
        Assert.All(held.Letters.All, letter => Assert.Equal(DeadLetterReason.MailboxFull, letter.Reason));
    }

    [Fact]
    public async Task PublishAsync_OneFull_WaitsForItAndNobodyElseDoes()
    {
        var stuck = new Heard();
        await using var held = await HoldAsync(Listener.Props(stuck).WithMailbox(Room), others: 1_000);
        for (int i = 0; i < Room; i++) Assert.True(held.Topic.PublishAsync(new Placed(0, i)).IsCompletedSuccessfully);

        Task[] waiting = [.. Enumerable.Range(Room, Events - Room).Select(i => held.Topic.PublishAsync(new Placed(0, i)).AsTask())];
        await held.OthersAsync();
        Assert.DoesNotContain(waiting, task => task.IsCompleted);
        held.Release();
        await Task.WhenAll(waiting);
        await stuck.UntilAsync(Events);

        Assert.Equal(Enumerable.Range(0, Events), stuck.Numbers);
        Assert.Empty(held.Letters.All);
    }

    [Fact]
    public async Task PublishAsync_CancelledWhileItWaits_TheFullOneDoesNotGetIt()
    {
        var stuck = new Heard();
        await using var held = await HoldAsync(Listener.Props(stuck).WithMailbox(1), others: 2);
        using var cancel = new CancellationTokenSource();
        held.Topic.Publish(new Placed(0, 0));

        Task waiting = held.Topic.PublishAsync(new Placed(0, 1), cancel.Token).AsTask();
        await cancel.CancelAsync();
        var thrown = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Task refused = held.Topic.PublishAsync(new Placed(0, 99), cancel.Token).AsTask();
        held.Release();
        await held.Topic.PublishAsync(new Placed(0, 2), TestContext.Current.CancellationToken);
        await stuck.UntilAsync(2);

        Assert.Equal(cancel.Token, thrown.CancellationToken);
        Assert.True(refused.IsCanceled);
        Assert.Equal([0, 2], stuck.Numbers);
        Assert.Empty(held.Letters.All);
    }

    [Fact]
    public async Task PublishAsync_TheFullOneStops_EndsAndTheEventIsADeadLetter()
    {
        await using var held = await HoldAsync(Listener.Props(new Heard()).WithMailbox(1), others: 2);
        held.Topic.Publish(new Placed(0, 0));

        Task waiting = held.Topic.PublishAsync(new Placed(0, 1), TestContext.Current.CancellationToken).AsTask();
        await held.Stuck.StopAsync(immediately: true, TestContext.Current.CancellationToken);
        await waiting;

        Assert.Equal([0, 1], Lost(held).Order());
        Assert.All(held.Letters.All.Where(letter => letter.Message is Placed), letter => Assert.Equal(DeadLetterReason.ActorStopped, letter.Reason));
    }

    private static int[] Lost(Held held) => [.. held.Letters.All.Select(letter => letter.Message).OfType<Placed>().Select(placed => placed.Number)];

    private static async Task<Held> HoldAsync(Props<ListenerRef> stuck, int others)
    {
        var logs = new CapturingLoggerFactory();
        var system = new ActorSystem("test", new ActorSystemOptions { LoggerFactory = logs });
        Topic<Placed> topic = system.Topic<Placed>("orders");
        Heard[] heard = [.. Enumerable.Range(0, others).Select(_ => new Heard())];
        ListenerRef held = system.Spawn(stuck, "stuck");
        Enter enter = Signal.Enter();
        held.Tell(enter);
        await enter.Entered.Task;
        foreach (Heard one in heard[..(others / 2)]) topic.Subscribe(system.Spawn(Listener.Props(one)));
        topic.Subscribe(held);
        foreach (Heard one in heard[(others / 2)..]) topic.Subscribe(system.Spawn(Listener.Props(one)));
        return new Held(system, topic, held, enter, heard, new Letters(system), logs);
    }

    private sealed record Held(
        ActorSystem System, Topic<Placed> Topic, ListenerRef Stuck, Enter Enter, Heard[] Others, Letters Letters, CapturingLoggerFactory Logs)
        : IAsyncDisposable
    {
        public async Task OthersAsync()
        {
            await Task.WhenAll(Others.Select(heard => heard.UntilAsync(Events)));
            Assert.All(Others, heard => Assert.Equal(Enumerable.Range(0, Events), heard.Numbers));
        }

        public void Release() => Enter.Leave.TrySetResult();

        public async ValueTask DisposeAsync()
        {
            Release();
            await System.DisposeAsync();
            Letters.Dispose();
        }
    }
}
