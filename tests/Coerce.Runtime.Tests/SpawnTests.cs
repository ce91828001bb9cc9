namespace Coerce.Runtime.Tests;

[Actor]
public sealed partial class Starter(TaskCompletionSource until, List<string> log)
{
    [OnStart]
    async Task Started(CancellationToken cancellationToken)
    {
        await until.Task.WaitAsync(cancellationToken);
        log.Add("started");
    }

    [Handles] void Note(string what) => log.Add(what);

    [OnStop] void Stopping() => log.Add("stopped");
}

[Actor]
public sealed partial class Fragile
{
    public Fragile(bool works)
    {
        if (!works) throw new InvalidOperationException("made badly");
    }

    [Handles] bool Works() => true;
}

public interface IGreeting
{
    string Text { get; }
}

public sealed record Greeting(string Text) : IGreeting;

[Actor]
public sealed partial class Greeter(string name, [FromServices] IGreeting greeting, ActorContext<GreeterRef> context)
{
    [Handles] string Greet([FromServices] IGreeting again) => $"{greeting.Text} {name}, {again.Text} from {context.Id}";
}

public sealed class SpawnTests
{
    [Fact]
    public async Task Spawn_Status_IsStarted()
    {
        await using var system = new ActorSystem("test");

        Assert.Equal(ActorStatus.Started, system.Spawn(Counter.Props()).Status);
    }

    [Fact]
    public async Task Spawn_IdOfALiveActor_IsRefused()
    {
        await using var system = new ActorSystem("test");
        CounterRef first = system.Spawn(Counter.Props(1), "c");

        var refused = Assert.Throws<ActorAlreadyExistsException>(() => system.Spawn(Fragile.Props(works: true), "c"));

        Assert.Equal("/c", refused.Path);
        Assert.Contains("Counter '/c'", refused.Message);
        Assert.Equal(1, await first.AskAsync(new Get()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("a/b")]
    [InlineData("$1")]
    public async Task Spawn_UnusableId_IsRefusedWithTheReason(string id)
    {
        await using var system = new ActorSystem("test");

        var refused = Assert.Throws<ArgumentException>(() => system.Spawn(Counter.Props(), id));

        Assert.Contains($"The actor id '{id}'", refused.Message);
    }

    [Fact]
    public async Task Spawn_ConstructorThrows_ComesOutAndTheIdIsFree()
    {
        await using var system = new ActorSystem("test");

        var thrown = Assert.Throws<InvalidOperationException>(() => system.Spawn(Fragile.Props(works: false), "f"));
        FragileRef second = system.Spawn(Fragile.Props(works: true), "f");

        Assert.Equal("made badly", thrown.Message);
        Assert.True(await second.WorksAsync());
    }

    [Fact]
    public async Task Spawn_Anonymous_GetsAnIdAndIsNotFound()
    {
        await using var system = new ActorSystem("test");
        CounterRef one = system.Spawn(Counter.Props()), two = system.Spawn(Counter.Props());

        Assert.StartsWith("$", one.Id);
        Assert.NotEqual(one.Id, two.Id);
        Assert.Equal("/" + one.Id, one.Path);
        Assert.Null(system.Find<CounterRef>(one.Id));
    }

    [Fact]
    public async Task Spawn_OnStart_RunsBeforeTheFirstMessage()
    {
        await using var system = new ActorSystem("test");
        var log = new List<string>();
        TaskCompletionSource until = Signal.New();
        StarterRef starter = system.Spawn(Starter.Props(until, log));
        Assert.Equal(ActorStatus.Starting, starter.Status);

        ValueTask noted = starter.NoteAsync("first");
        until.SetResult();
        await noted;

        Assert.Equal(["started", "first"], log);
        Assert.Equal(ActorStatus.Started, starter.Status);
    }

    [Fact]
    public async Task SpawnAsync_WaitsForOnStart()
    {
        await using var system = new ActorSystem("test");
        var log = new List<string>();
        TaskCompletionSource until = Signal.New();

        Task<StarterRef> spawning = system.SpawnAsync(Starter.Props(until, log)).AsTask();
        Assert.False(spawning.IsCompleted);
        until.SetResult();
        StarterRef starter = await spawning;

        Assert.Equal(ActorStatus.Started, starter.Status);
        Assert.Equal(["started"], log);
    }

    [Fact]
    public async Task SpawnAsync_OnStartFails_FailsAndTheIdIsFree()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var log = new List<string>();
        TaskCompletionSource until = Signal.New();
        Task<StarterRef> spawning = system.SpawnAsync(Starter.Props(until, log), "s").AsTask();
        StarterRef early = system.Find<StarterRef>("s")!;
        Task note = early.NoteAsync("never").AsTask();

        until.SetException(new InvalidOperationException("no start"));
        var failed = await Assert.ThrowsAsync<ActorStartException>(() => spawning);
        var stopped = await Assert.ThrowsAsync<ActorStoppedException>(() => note);

        Assert.Equal("no start", failed.InnerException?.Message);
        Assert.Contains("Starter '/s'", failed.Message);
        Assert.Equal("no start", stopped.InnerException?.Message);
        Assert.Empty(log);
        Assert.Equal(1, await system.Spawn(Counter.Props(1), "s").AskAsync(new Get()));
    }

    [Fact]
    public async Task SpawnAsync_Cancelled_StopsTheActor()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        using var cancel = new CancellationTokenSource();
        Task<StarterRef> spawning = system.SpawnAsync(Starter.Props(Signal.New(), []), "s", cancel.Token).AsTask();
        StarterRef starter = system.Find<StarterRef>("s")!;

        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => spawning);
        await starter.StopAsync();

        Assert.Equal(ActorStatus.Stopped, starter.Status);
    }

    [Fact]
    public async Task Spawn_ServicesAndContext_AreGivenToConstructorAndHandler()
    {
        await using var system = new ActorSystem("test", new() { Services = new OneService(new Greeting("hello")) });

        Assert.Equal("hello you, hello from g", await system.Spawn(Greeter.Props("you"), "g").GreetAsync());
    }

    [Fact]
    public async Task Spawn_ServiceMissing_SaysWhatToDo()
    {
        await using var none = new ActorSystem("none");
        await using var other = new ActorSystem("other", new() { Services = new OneService("text") });

        var without = Assert.Throws<InvalidOperationException>(() => none.Spawn(Greeter.Props("you"), "g"));
        var unregistered = Assert.Throws<InvalidOperationException>(() => other.Spawn(Greeter.Props("you"), "g"));

        Assert.Contains("set ActorSystemOptions.Services", without.Message);
        Assert.Contains("Greeter '/g'", unregistered.Message);
        Assert.Contains("IGreeting", unregistered.Message);
    }

    [Fact]
    public async Task Find_OfAnotherTypeOrUnknown_IsNull()
    {
        await using var system = new ActorSystem("test");
        system.Spawn(Counter.Props(), "c");

        Assert.Null(system.Find<EchoRef>("c"));
        Assert.Null(system.Find<CounterRef>("d"));
        Assert.Null(system.Find<CounterRef>("c/d"));
        Assert.NotNull(system.Find<CounterRef>("/c"));
    }

    private sealed class OneService(object service) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(service) ? service : null;
    }
}
