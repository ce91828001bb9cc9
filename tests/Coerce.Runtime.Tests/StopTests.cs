namespace Coerce.Runtime.Tests;

[Actor]
public sealed partial class Recorder(List<string> log, string name)
{
    [OnStart] void Started() => Note("started");

    [Handles] void Note(string what)
    {
        lock (log) log.Add(name + " " + what);
    }

    [Handles] RecorderRef Child(string childName, ActorContext<RecorderRef> context) =>
        context.Spawn(Props(log, childName), childName);

    [Handles] string[] ChildIds(ActorContext<RecorderRef> context) =>
        [.. context.Children.Select(child => child.Id).Order(StringComparer.Ordinal)];

    [Handles] void Leave(ActorContext<RecorderRef> context) => context.Stop();

    [OnStop]
    async ValueTask Stopping()
    {
        await Task.Yield();
        Note("stopped");
    }
}

[Actor]
public sealed partial class BadStopper
{
    [Handles] int On(Get message) => 1;

    [OnStop] void Stopping() => throw new InvalidOperationException("no end");
}

public sealed class StopTests
{
    [Fact]
    public async Task Stop_AskAfterwards_FailsWithActorStopped()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props(), "c");
        await counter.StopAsync();

        var failure = await Assert.ThrowsAsync<ActorStoppedException>(async () => await counter.AskAsync(new Get()));

        Assert.Equal("/c", failure.Path);
        Assert.Contains("Counter '/c'", failure.Message);
        Assert.Contains("Get", failure.Message);
        Assert.Equal(ActorStatus.Stopped, counter.Status);
    }

    [Fact]
    public async Task Stop_TellAfterwards_BecomesDeadLetter()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var letters = new List<DeadLetter>();
        using IDisposable subscription = system.DeadLetters.Subscribe(letters.Add);
        CounterRef counter = system.Spawn(Counter.Props(), "c");
        await counter.StopAsync();

        counter.Tell(new Add(7));

        Assert.Equal(new DeadLetter(new Add(7), "/c", DeadLetterReason.ActorStopped, null), Assert.Single(letters));
        Assert.Equal(1, system.DeadLetters.Count);
        Assert.False(counter.TryTell(new Add(8)));
        Assert.Equal(1, system.DeadLetters.Count);
    }

    [Fact]
    public async Task Stop_Id_IsFreeAgain()
    {
        await using var system = new ActorSystem("test");
        CounterRef first = system.Spawn(Counter.Props(1), "c");
        await first.StopAsync();
        Assert.Null(system.Find<CounterRef>("c"));

        CounterRef second = system.Spawn(Counter.Props(2), "c");

        Assert.NotEqual(first, second);
        Assert.Equal(2, await system.Find<CounterRef>("c")!.AskAsync(new Get()));
    }

    [Fact]
    public async Task Stop_MessagesSentBefore_AreHandled()
    {
        await using var system = new ActorSystem("test");
        GatekeeperRef gate = system.Spawn(Gatekeeper.Props());
        Enter first = Signal.Enter(), second = Signal.Enter();
        gate.Tell(first);
        await first.Entered.Task;
        ValueTask later = gate.AskAsync(second);

        Task stopped = gate.StopAsync();
        first.Leave.SetResult();
        await second.Entered.Task;
        Assert.False(stopped.IsCompleted);
        second.Leave.SetResult();

        await later;
        await stopped;
    }

    [Fact]
    public async Task StopImmediately_WaitingMessages_AreRefusedAndTheTurnIsCancelled()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        GatekeeperRef gate = system.Spawn(Gatekeeper.Props());
        Enter held = Signal.Enter();
        Task first = gate.AskAsync(held).AsTask();
        await held.Entered.Task;
        Task waiting = gate.AskAsync(Signal.Enter()).AsTask();
        gate.Tell(Signal.Enter());

        await gate.StopAsync(immediately: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Assert.ThrowsAsync<ActorStoppedException>(() => waiting);
        Assert.Equal(1, system.DeadLetters.Count);
    }

    [Fact]
    public async Task StopImmediately_HandlerThatDoesNotLookAtItsToken_IsWaitedFor()
    {
        await using var system = new ActorSystem("test");
        StubbornRef stubborn = system.Spawn(Stubborn.Props());
        TaskCompletionSource entered = Signal.New(), until = Signal.New();
        Task turn = stubborn.WaitAsync(entered, until).AsTask();
        await entered.Task;

        Task stopped = stubborn.StopAsync(immediately: true);
        Assert.False(stopped.IsCompleted);
        until.SetResult();

        await turn;
        await stopped;
    }

    [Fact]
    public async Task StopImmediately_AfterAStopInOrder_HurriesTheChildren()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        Enter held = Signal.Enter();
        HouseRef house = system.Spawn(House.Props());
        GatekeeperRef child = await house.BuildAsync();
        child.Tell(held);
        await held.Entered.Task;
        Task inOrder = house.StopAsync();
        while (house.Status != ActorStatus.Stopping) await Task.Yield();

        await house.StopAsync(immediately: true);

        await inOrder;
        Assert.Equal(ActorStatus.Stopped, child.Status);
    }

    [Fact]
    public async Task Stop_Children_StopBeforeTheirParents()
    {
        var log = new List<string>();
        await using var system = new ActorSystem("test");
        RecorderRef top = system.Spawn(Recorder.Props(log, "top"), "top");
        RecorderRef middle = await top.ChildAsync("middle");
        RecorderRef leaf = await middle.ChildAsync("leaf");
        Assert.Equal("/top/middle/leaf", leaf.Path);
        Assert.Equal(leaf, system.Find<RecorderRef>("top/middle/leaf"));
        Assert.Equal(["middle"], await top.ChildIdsAsync());

        await top.StopAsync();

        Assert.Equal(
            ["top started", "middle started", "leaf started", "leaf stopped", "middle stopped", "top stopped"], log);
        Assert.Equal([ActorStatus.Stopped, ActorStatus.Stopped], [leaf.Status, middle.Status]);
    }

    [Fact]
    public async Task Stop_FromTheActorItself_EndsAfterItsTurn()
    {
        var log = new List<string>();
        await using var system = new ActorSystem("test");
        RecorderRef actor = system.Spawn(Recorder.Props(log, "a"), "a");

        await actor.LeaveAsync();
        await actor.StopAsync();

        Assert.Equal(["a started", "a stopped"], log);
    }

    [Fact]
    public async Task Stop_FailingOnStop_StopsAllTheSameAndIsLogged()
    {
        var logged = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged });
        BadStopperRef actor = system.Spawn(BadStopper.Props(), "bad");

        await actor.StopAsync();

        Assert.Null(system.Find<BadStopperRef>("bad"));
        LogLine line = Assert.Single(logged.Lines);
        Assert.Equal((1004, "no end"), (line.EventId, line.Exception?.Message));
        Assert.Contains("BadStopper '/bad'", line.Text);
    }

    [Fact]
    public async Task Stop_Twice_BothEnd()
    {
        await using var system = new ActorSystem("test");
        CounterRef counter = system.Spawn(Counter.Props());

        await Task.WhenAll(counter.StopAsync(), counter.StopAsync());
        await counter.StopAsync();

        Assert.Equal(ActorStatus.Stopped, counter.Status);
    }

    [Fact]
    public async Task Stop_CancelledWait_StillStops()
    {
        await using var system = new ActorSystem("test");
        GatekeeperRef gate = system.Spawn(Gatekeeper.Props());
        Enter held = Signal.Enter();
        gate.Tell(held);
        await held.Entered.Task;
        using var cancel = new CancellationTokenSource();

        Task stop = gate.StopAsync(cancellationToken: cancel.Token);
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stop);

        held.Leave.SetResult();
        await gate.StopAsync();
    }

    [Fact]
    public async Task Stop_ChildAsksItsStoppingParent_IsToldAtOnce()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        HouseRef house = system.Spawn(House.Props());
        AskerRef asker = await house.HireAsync();
        var go = Signal.New();
        Task<bool> refused = asker.AskParentAsync(house, go).AsTask();

        Task stopped = house.StopAsync();
        go.SetResult();

        Assert.True(await refused);
        await stopped;
    }
}

[Actor]
public sealed partial class House
{
    [Handles] GatekeeperRef Build(ActorContext<HouseRef> context) => context.Spawn(Gatekeeper.Props());

    [Handles] AskerRef Hire(ActorContext<HouseRef> context) => context.Spawn(Asker.Props());

    [Handles]
    void Knock()
    {
    }
}

[Actor]
public sealed partial class Asker
{
    [Handles]
    async Task<bool> AskParent(HouseRef house, TaskCompletionSource go)
    {
        await go.Task;
        while (house.Status is ActorStatus.Started) await Task.Yield();
        try
        {
            await house.KnockAsync();
            return false;
        }
        catch (ActorStoppedException)
        {
            return true;
        }
    }
}
