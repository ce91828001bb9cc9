namespace Coerce.Runtime.Tests;

public sealed class SystemTopicTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Lifecycle_StartFailStop_IsToldInOrder()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("test", new ActorSystemOptions { LoggerFactory = Quiet.Options().LoggerFactory, Clock = clock });
        var heard = new Heard();
        system.Spawn(Chronicler.Props(heard), "chronicler");
        await heard.UntilAsync(1);

        CounterRef counter = system.Spawn(Counter.Props(1), "counter");
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await counter.AskAsync(new Fail("asked"), Token));
        counter.Tell(new Fail("told"));
        await counter.StopAsync(cancellationToken: Token);
        await heard.UntilAsync(6);

        Assert.Equal("/chronicler", Assert.IsType<ActorStarted>(heard.All[0]).Path);
        var started = Assert.IsType<ActorStarted>(heard.All[1]);
        Assert.Equal(("test.counter", "/counter", (ActorRef)counter), (started.ActorType, started.Path, started.Actor));
        Assert.Equal(clock.GetUtcNow(), started.Time);
        var asked = Assert.IsType<ActorFailed>(heard.All[2]);
        Assert.Equal(("On(Fail)", "asked"), (asked.Handler, asked.Failure.Message));
        Assert.Equal(new Fail("told"), Assert.IsType<DeadLetter>(heard.All[3]).Message);
        Assert.Equal("told", Assert.IsType<ActorFailed>(heard.All[4]).Failure.Message);
        var stopped = Assert.IsType<ActorStopped>(heard.All[5]);
        Assert.Equal(("/counter", (Exception?)null), (stopped.Path, stopped.Failure));
        Assert.Equal(ActorStatus.Stopped, stopped.Actor.Status);
    }

    [Fact]
    public async Task Stopped_BySupervision_CarriesTheFailure()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var heard = new Heard();
        system.Topic(SystemTopics.ActorStopped).Subscribe(system.Spawn(Chronicler.Props(heard), "chronicler"));
        CounterRef counter = system.Spawn(Counter.Props(1).WithSupervision(Supervision.Stop), "counter");

        counter.Tell(new Fail("for good"));
        await UntilAsync<ActorStopped>(heard, 1);

        Assert.Equal("for good", heard.All.OfType<ActorStopped>().Single().Failure?.Message);
    }

    [Fact]
    public async Task Failed_InOnStart_IsToldAndThenTheStop()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var heard = new Heard();
        system.Spawn(Chronicler.Props(heard), "chronicler");

        await Assert.ThrowsAsync<ActorStartException>(async () => await system.SpawnAsync(
            Bookkeeper.Props(new Heard(), Task.FromException(new InvalidOperationException("no books"))), "books", Token));
        await UntilAsync<ActorStopped>(heard, 1);

        Assert.DoesNotContain(heard.All.OfType<ActorStarted>(), started => started.Path == "/books");
        Assert.Equal("[OnStart]", heard.All.OfType<ActorFailed>().Single().Handler);
        Assert.Equal("no books", heard.All.OfType<ActorStopped>().Single().Failure?.Message);
    }

    [Fact]
    public async Task Pool_Started_ItsMembersAndItselfAreTold()
    {
        await using var system = new ActorSystem("test");
        var heard = new Heard();
        system.Spawn(Chronicler.Props(heard), "chronicler");

        CounterRef pool = system.SpawnPool(Counter.Props(1), 2, id: "pool");
        await pool.StopAsync(cancellationToken: Token);
        await UntilAsync<ActorStopped>(heard, 3);

        Assert.Equal(["/chronicler", "/pool/0", "/pool/1", "/pool"], heard.All.OfType<ActorStarted>().Select(told => told.Path));
        Assert.Equal(["/pool", "/pool/0", "/pool/1"], heard.All.OfType<ActorStopped>().Select(told => told.Path).Order());
    }

    [Fact]
    public async Task Stopped_TheSubscriberItself_IsToldToTheOthers()
    {
        await using var system = new ActorSystem("test");
        Heard stays = new(), goes = new();
        system.Spawn(Chronicler.Props(stays), "stays");
        ChroniclerRef leaver = system.Spawn(Chronicler.Props(goes), "goes");

        await leaver.StopAsync(cancellationToken: Token);
        await UntilAsync<ActorStopped>(stays, 1);

        Assert.Equal("/goes", stays.All.OfType<ActorStopped>().Single().Path);
        Assert.Empty(goes.All.OfType<ActorStopped>());
        Assert.Equal(0, system.DeadLetters.Count);
    }

    [Fact]
    public async Task SubscribersThatFailAtEveryEvent_TwoOfThem_ComeToRest()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        Heard first = new(), second = new();
        system.Spawn(Clumsy.Props(first), "first");
        system.Spawn(Clumsy.Props(second), "second");
        CounterRef counter = system.Spawn(Counter.Props(1), "counter");

        counter.Tell(new Fail("once"));
        await first.UntilAsync(4);
        await second.UntilAsync(4);
        await system.DisposeAsync();

        // The dead letter of the message and the failure; then, of each of the two, the dead letter of the failure that it could not bear.
        Assert.All([first, second], heard =>
        {
            Assert.Equal("once", Assert.Single(heard.All.OfType<ActorFailed>()).Failure.Message);
            Assert.Equal(["Fail", "ActorFailed", "ActorFailed"], heard.All.OfType<DeadLetter>().Select(letter => letter.Message!.GetType().Name));
            Assert.Equal(4, heard.All.Length);
        });
    }

    [Fact]
    public async Task DeadLetters_SubscriberIsFull_AreNotPublishedAgain()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        using var letters = new Letters(system);
        var heard = new Heard();
        ChroniclerRef chronicler = system.Spawn(Chronicler.Props(heard).WithMailbox(1, MailboxPolicy.DropNewest), "chronicler");
        await heard.UntilAsync(1);
        TaskCompletionSource entered = Signal.New(), leave = Signal.New();
        ValueTask held = chronicler.RunAsync(_ =>
        {
            entered.SetResult();
            return leave.Task;
        }, Token);
        await entered.Task;
        CounterRef counter = system.Spawn(Counter.Props(1), "counter");
        await counter.StopAsync(cancellationToken: Token);

        for (int i = 0; i < 10; i++) counter.Tell(new Add(i));
        leave.SetResult();
        await held;
        await system.DisposeAsync();

        // The start of the counter takes the one place; so the chronicler gets none of the dead letters, which are dead letters too.
        Assert.Equal(10, letters.All.Count(letter => letter.Message is Add));
        Assert.Equal(10, letters.All.Count(letter => letter.Message is DeadLetter { Message: Add }));
        Assert.DoesNotContain(letters.All, letter => letter.Message is DeadLetter { Message: DeadLetter });
    }

    [Fact]
    public async Task Topic_SystemNameOtherEvent_NamesBoth()
    {
        await using var system = new ActorSystem("test");

        var thrown = Assert.Throws<InvalidOperationException>(() => system.Topic<string>(SystemTopics.Names.ActorStopped));

        Assert.Contains(typeof(ActorStopped).ToString(), thrown.Message);
    }

    private static async Task UntilAsync<T>(Heard heard, int count)
    {
        for (int total = count; heard.All.OfType<T>().Count() < count; total = heard.All.Length + 1) await heard.UntilAsync(total);
    }
}
