using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

/// <summary>Does not look at its token.</summary>
[Actor]
public sealed partial class Stubborn
{
    [Handles]
    async Task Wait(TaskCompletionSource entered, TaskCompletionSource until)
    {
        entered.SetResult();
        await until.Task;
    }
}

public sealed class SystemTests
{
    [Fact(Timeout = 60_000)]
    public async Task Dispose_10000Actors_SomeInTheMiddleOfAnAwait_EndsInTime()
    {
        var options = Quiet.Options();
        options.ShutdownTimeout = TimeSpan.FromSeconds(30);
        var system = new ActorSystem("test", options);
        var refs = new List<ActorRef>();
        var held = new List<Enter>();
        for (int i = 0; i < 9_000; i++)
        {
            CounterRef counter = system.Spawn(Counter.Props(), i % 2 == 0 ? "c" + i : null);
            counter.Tell(new Add(1));
            refs.Add(counter);
        }

        for (int i = 0; i < 1_000; i++)
        {
            GatekeeperRef gate = system.Spawn(Gatekeeper.Props());
            Enter enter = Signal.Enter();
            gate.Tell(enter);
            refs.Add(gate);
            held.Add(enter);
        }

        foreach (Enter enter in held) await enter.Entered.Task;
        Task disposed = system.DisposeAsync().AsTask();
        foreach (Enter enter in held) enter.Leave.SetResult();
        await disposed;

        Assert.All(refs, actor => Assert.Equal(ActorStatus.Stopped, actor.Status));
    }

    [Fact(Timeout = 60_000)]
    public async Task Dispose_ActorsThatWatchTheirToken_AreCancelledInTheLastQuarter()
    {
        var time = new VirtualTime();
        var options = Quiet.Options();
        options.DeadlineClock = time;
        options.ShutdownTimeout = TimeSpan.FromSeconds(4);
        var system = new ActorSystem("test", options);
        GatekeeperRef gate = system.Spawn(Gatekeeper.Props());
        Enter held = Signal.Enter();
        Task ask = gate.AskAsync(held).AsTask();
        await held.Entered.Task;

        Task stopped = system.StopAsync();
        Assert.Equal(time.GetUtcNow() + TimeSpan.FromSeconds(3), time.NextTimer);
        time.AdvanceToNextTimer();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ask);
        await stopped;
        Assert.Equal(ActorStatus.Stopped, gate.Status);
    }

    [Fact(Timeout = 60_000)]
    public async Task Stop_ActorThatNeverEnds_IsNamed()
    {
        var logged = new CapturingLoggerFactory();
        var time = new VirtualTime();
        var system = new ActorSystem("test", new() { LoggerFactory = logged, DeadlineClock = time });
        StubbornRef stubborn = system.Spawn(Stubborn.Props(), "mule");
        system.Spawn(Counter.Props(), "fine");
        TaskCompletionSource entered = Signal.New(), until = Signal.New();
        Task wait = stubborn.WaitAsync(entered, until).AsTask();
        await entered.Task;

        var late = await Assert.ThrowsAsync<ShutdownTimeoutException>(() => LastingAsync(time, 10, system.StopAsync()));
        await LastingAsync(time, 10, system.DisposeAsync().AsTask());

        Assert.Contains("Stubborn '/mule' (in Wait(", Assert.Single(late.Actors));
        Assert.Contains("'test' did not stop within 00:00:10", late.Message);
        Assert.Equal(1005, Assert.Single(logged.Lines, line => line.Level >= Microsoft.Extensions.Logging.LogLevel.Error).EventId);
        until.SetResult();
        await wait;
        await stubborn.StopAsync();
    }

    [Fact]
    public async Task Spawn_AfterStop_IsRefused()
    {
        var system = new ActorSystem("test");
        await system.DisposeAsync();

        var refused = Assert.Throws<ObjectDisposedException>(() => system.Spawn(Counter.Props()));

        Assert.Contains("'test' is stopping", refused.Message);
        await system.DisposeAsync();
    }

    [Fact]
    public void New_UnusableOptions_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ActorSystem(" "));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ActorSystem("t", new() { AskTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ActorSystem("t", new() { ShutdownTimeout = TimeSpan.MaxValue }));
    }

    [Fact]
    public async Task Options_ChangedLater_HaveNoEffect()
    {
        var options = new ActorSystemOptions();
        await using var system = new ActorSystem("test", options);
        options.Services = null;
        options.AskTimeout = TimeSpan.FromTicks(1);
        CounterRef counter = system.Spawn(Counter.Props());
        TaskCompletionSource held = Signal.New();

        Task<int> ask = counter.AskAsync(new Hold(held)).AsTask();
        held.SetResult();

        Assert.Equal(0, await ask);
    }

    [Fact]
    public async Task Catalog_Module_ListsTheActorsOfTheAssembly()
    {
        var options = new ActorSystemOptions();
        options.Modules.Add(Modules.Coerce_Runtime_Tests.Instance);
        options.Modules.Add(Modules.Coerce_Runtime_Tests.Instance);
        await using var system = new ActorSystem("test", options);

        ActorDescriptor counter = system.Catalog.Find("test.counter")!;

        Assert.Equal((typeof(Counter), typeof(CounterRef)), (counter.ActorType, counter.RefType));
        Assert.Contains(new HandlerDescriptor("On(Add)", typeof(Add), typeof(int)), counter.Handlers);
        Assert.NotNull(system.Catalog.Find("Coerce.Runtime.Tests.Echo"));
        Assert.Null(system.Catalog.Find("nobody"));
    }

    [Fact]
    public void Catalog_TwoActorsWithOneName_IsRefused()
    {
        var catalog = new ActorCatalog { new ActorDescriptor("same", typeof(Counter), typeof(CounterRef)) };

        var refused = Assert.Throws<InvalidOperationException>(
            () => catalog.Add(new ActorDescriptor("same", typeof(Echo), typeof(EchoRef))));

        Assert.Contains("both have the wire name 'same'", refused.Message);
    }

    [Fact]
    public async Task DeadLetters_FailingObserver_IsLoggedAndTheOthersAreCalled()
    {
        var logged = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged });
        var letters = new List<DeadLetter>();
        using IDisposable bad = system.DeadLetters.Subscribe(_ => throw new InvalidOperationException("bad observer"));
        IDisposable good = system.DeadLetters.Subscribe(letters.Add);
        CounterRef counter = system.Spawn(Counter.Props(), "c");
        await counter.StopAsync();

        counter.Tell(new Add(1));
        good.Dispose();
        counter.Tell(new Add(2));

        Assert.Single(letters);
        Assert.Equal([1001, 1006, 1001, 1006], logged.Lines.Select(line => line.EventId));
        Assert.Contains("Add was sent to Counter '/c', which has stopped", logged.Lines.First().Text);
    }

    /// <summary>Moves the time until something has ended, and checks how long that took.</summary>
    private static async Task LastingAsync(VirtualTime time, int seconds, Task ending)
    {
        DateTimeOffset start = time.GetUtcNow();
        while (!ending.IsCompleted)
        {
            time.AdvanceToNextTimer();
            await Task.Yield();
        }

        Assert.Equal(TimeSpan.FromSeconds(seconds), time.GetUtcNow() - start);
        await ending;
    }
}
