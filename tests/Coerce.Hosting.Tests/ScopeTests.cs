using Coerce.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace Coerce.Hosting.Tests;

/// <summary>A scoped service, as a DbContext is.</summary>
public sealed class Till(Tills tills) : IAsyncDisposable, IDisposable
{
    private readonly int _number = tills.Open();

    public int Number => _number;

    public async ValueTask DisposeAsync()
    {
        if (tills.ClosesSlowly) await Task.Yield();
        tills.Close(_number);
    }

    public void Dispose() => tills.Close(_number);
}

/// <summary>Counts the tills that were opened and closed.</summary>
public sealed class Tills
{
    private readonly Lock _lock = new();
    private readonly List<int> _closed = [];
    private readonly Queue<(int Count, TaskCompletionSource Reached)> _waiting = [];
    private int _opened;

    public bool ClosesSlowly { get; init; }

    public bool Break { get; set; }

    public int Opened => Volatile.Read(ref _opened);

    public int[] Closed
    {
        get
        {
            lock (_lock) return [.. _closed];
        }
    }

    public int Open() => Interlocked.Increment(ref _opened);

    public void Close(int number)
    {
        lock (_lock)
        {
            _closed.Add(number);
            if (_waiting.TryPeek(out (int Count, TaskCompletionSource Reached) first) && _closed.Count >= first.Count) _waiting.Dequeue().Reached.SetResult();
        }

        if (Break) throw new InvalidOperationException("the till jammed");
    }

    public Task ClosedAsync(int count)
    {
        lock (_lock)
        {
            if (_closed.Count >= count) return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _waiting.Enqueue((count, reached));
            return reached.Task;
        }
    }
}

[Actor(OnFailure = FailureAction.Restart)]
public sealed partial class Counter([FromServices] Till till, Journal journal)
{
    [Handles] int Mine() => till.Number;

    [Handles] bool IsMine([FromServices] Till given) => ReferenceEquals(given, till);

    [Handles] void Fail() => throw new InvalidOperationException("failed on purpose");

    [OnRestart] void Restarting() => journal.Add($"restarts with {till.Number}");

    [OnStop] void Stopping() => journal.Add($"stops with {till.Number}");
}

/// <summary>Takes a service in a handler only.</summary>
[Actor]
public sealed partial class Passer
{
    [Handles] int Till([FromServices] Till till) => till.Number;

    [Handles] bool IsIdle() => true;
}

[Actor]
public sealed partial class Opener([FromServices] Till till)
{
    private readonly int _till = till.Number != 0 ? throw new InvalidOperationException("the key broke") : 0;

    [Handles] int Till() => _till;
}

public sealed class ScopeTests
{
    private readonly Journal _journal = new();
    private readonly Tills _tills = new();

    private ServiceProvider Services(Tills? tills = null) => new ServiceCollection()
        .AddSingleton(tills ?? _tills)
        .AddScoped<Till>()
        .BuildServiceProvider(validateScopes: true);

    [Fact]
    public async Task Scope_TwoActors_HaveTheirOwnAndLeaveItOnce()
    {
        await using ServiceProvider services = Services();
        await using var host = new TestHost(options => options.Services = services);
        CounterRef first = host.System.Spawn(Counter.Props(_journal), "first");
        CounterRef second = host.System.Spawn(Counter.Props(_journal), "second");

        Assert.Equal(1, await first.MineAsync());
        Assert.Equal(2, await second.MineAsync());
        Assert.True(await first.IsMineAsync());
        Assert.True(await second.IsMineAsync());
        Assert.Empty(_tills.Closed);

        await second.StopAsync();
        Assert.Equal([2], _tills.Closed);

        await host.DisposeAsync();
        Assert.Equal([2, 1], _tills.Closed);
        Assert.Equal(["stops with 2", "stops with 1"], _journal.Lines);
        Assert.Empty(host.Logs);
    }

    [Fact]
    public async Task Scope_ServiceOfAHandler_IsTheActorsFromItsFirstUse()
    {
        await using ServiceProvider services = Services();
        await using var host = new TestHost(options => options.Services = services);
        PasserRef passer = host.System.Spawn(Passer.Props(), "passer");

        Assert.True(await passer.IsIdleAsync());
        Assert.Equal(0, _tills.Opened);
        Assert.Equal(1, await passer.TillAsync());
        Assert.Equal(1, await passer.TillAsync());

        await passer.StopAsync();
        Assert.Equal([1], _tills.Closed);
    }

    [Fact]
    public async Task Scope_Restart_MakesAnother()
    {
        await using ServiceProvider services = Services();
        await using var host = new TestHost(options => options.Services = services);
        CounterRef counter = host.System.Spawn(Counter.Props(_journal), "counter");

        await Assert.ThrowsAsync<InvalidOperationException>(() => counter.FailAsync().AsTask());

        Assert.Equal(2, await counter.MineAsync());
        Assert.True(await counter.IsMineAsync());
        Assert.Equal([1], _tills.Closed);
        Assert.Equal(["restarts with 1"], _journal.Lines);

        await counter.StopAsync();
        Assert.Equal([1, 2], _tills.Closed);
    }

    [Fact]
    public async Task Scope_FailedForGood_IsLeft()
    {
        await using ServiceProvider services = Services();
        await using var host = new TestHost(options => options.Services = services);
        CounterRef counter = host.System.Spawn(Counter.Props(_journal).WithSupervision(Supervision.Stop), "counter");

        await Assert.ThrowsAsync<InvalidOperationException>(() => counter.FailAsync().AsTask());
        await host.ExpectTerminatedAsync(counter);

        Assert.Equal([1], _tills.Closed);
    }

    [Fact]
    public async Task Scope_ConstructorThatThrows_LeavesItBeforeSpawnThrows()
    {
        await using ServiceProvider services = Services();
        await using var host = new TestHost(options => options.Services = services);

        var failed = Assert.Throws<InvalidOperationException>(() => host.System.Spawn(Opener.Props(), "opener"));

        Assert.Equal("the key broke", failed.Message);
        Assert.Equal([1], _tills.Closed);
    }

    [Fact]
    public async Task Scope_ThatFailsWhenItIsLeft_IsLoggedAndTheActorStops()
    {
        _tills.Break = true;
        await using ServiceProvider services = Services();
        await using var host = new TestHost(options => options.Services = services);
        CounterRef counter = host.System.Spawn(Counter.Props(_journal), "counter");

        await counter.StopAsync();

        Assert.Equal(ActorStatus.Stopped, counter.Status);
        LogLine line = Assert.Single(host.Logs);
        Assert.Equal(1050, line.EventId.Id);
        Assert.Contains("Counter '/counter'", line.Text);
        Assert.Equal("the till jammed", line.Failure?.Message);
    }

    [Fact]
    public async Task Scope_AnonymousActorThatNobodyCanReach_IsLeft()
    {
        await using ServiceProvider services = Services();
        await using var host = new TestHost(options => options.Services = services);

        Assert.Equal(1, await AskAndForgetAsync(host.System));
        Task closed = _tills.ClosedAsync(1);
        while (!closed.IsCompleted)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.Equal([1], _tills.Closed);
    }

    private static ValueTask<int> AskAndForgetAsync(ActorSystem system) => system.Spawn(Passer.Props()).TillAsync();

    [Fact]
    public void Scope_Simulated_IsLeftExactlyOnceInEveryOrder() => Simulation.Explore(seeds: 200, async host =>
    {
        int made = _tills.Opened, left = _tills.Closed.Length;
        CounterRef[] counters = [.. Enumerable.Range(0, 4).Select(i => host.System.Spawn(Counter.Props(_journal), $"{i}"))];
        foreach (CounterRef counter in counters) counter.Tell(new Counter.Messages.Fail());
        await Task.WhenAll(counters.Select(counter => counter.StopAsync()));

        // Each was made, and perhaps made anew; nobody's till stays open.
        int closed = _tills.Closed.Length - left;
        Assert.InRange(closed, 4, 8);
        Assert.Equal(_tills.Opened - made, closed);
        Assert.Equal(_tills.Closed.Length, _tills.Closed.Distinct().Count());
    }, new SimulationOptions { Configure = options => options.Services = Services() });

    [Fact]
    public async Task Scope_ThatTakesItsTime_IsWaitedForByTheStop()
    {
        var slow = new Tills { ClosesSlowly = true };
        await using ServiceProvider services = Services(slow);
        await using var host = new TestHost(options => options.Services = services);
        CounterRef counter = host.System.Spawn(Counter.Props(_journal), "counter");

        await counter.StopAsync();

        Assert.Equal([1], slow.Closed);
    }

    [Fact]
    public async Task Scope_ServicesWithoutScopes_AreTakenAsTheyAre()
    {
        using var till = new Till(_tills);
        await using var host = new TestHost(options => options.Services = new OneService(till));
        PasserRef passer = host.System.Spawn(Passer.Props(), "passer");

        Assert.Equal(1, await passer.TillAsync());
        await passer.StopAsync();

        Assert.Empty(_tills.Closed);
    }

    private sealed class OneService(object service) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType.IsInstanceOfType(service) ? service : null;
    }
}
