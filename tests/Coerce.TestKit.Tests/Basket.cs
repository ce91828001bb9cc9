using System.Runtime.CompilerServices;

namespace Coerce.TestKit.Tests;

/// <summary>What happens to the entities of a test, and what is to happen.</summary>
public sealed class Ledger : IServiceProvider
{
    private readonly Dictionary<string, int> _live = [];

    public List<string> Events { get; } = [];

    /// <summary>The keys whose entities cannot be activated, and why.</summary>
    public Dictionary<string, Exception> Broken { get; } = [];

    /// <summary>What an entity waits for before it has started, by key.</summary>
    public Dictionary<string, Task> BeforeStart { get; } = [];

    /// <summary>What an entity waits for before it has stopped, by key.</summary>
    public Dictionary<string, Task> BeforeStop { get; } = [];

    public Dictionary<string, int> Handled { get; } = [];

    public int Activations { get; private set; }

    public bool IsLive(string key) => _live.GetValueOrDefault(key) > 0;

    public int LiveCount => _live.Count(static live => live.Value > 0);

    public void Begin(string key)
    {
        Activations++;
        Events.Add($"+{key}");
        _live[key] = _live.GetValueOrDefault(key) + 1;
        Assert.Equal(1, _live[key]);
    }

    public void End(string key)
    {
        Events.Add($"-{key}");
        _live[key]--;
        Assert.Equal(0, _live[key]);
    }

    public void Handle(string key)
    {
        Assert.True(IsLive(key), "A handler runs on an object that has ended.");
        Handled[key] = Handled.GetValueOrDefault(key) + 1;
    }

    object? IServiceProvider.GetService(Type serviceType) => serviceType == typeof(Ledger) ? this : null;
}

public readonly record struct Put(int Number);

/// <summary>An entity that does all that an actor can do.</summary>
[Actor("test.basket", Local = true), Entity(IdleSeconds = 10)]
public sealed partial class Basket
{
    private readonly string _key;
    private readonly Ledger _ledger;
    private readonly ActorContext<BasketRef> _context;
    private readonly List<int> _numbers = [];
    private readonly Queue<Deferred<int>> _owed = new();
    private int _inside;

    public Basket([EntityKey] string key, [FromServices] Ledger ledger, ActorContext<BasketRef> context)
    {
        if (ledger.Broken.TryGetValue(key, out Exception? failure)) throw failure;
        _key = key;
        _ledger = ledger;
        _context = context;
        ledger.Begin(key);
    }

    [Handles]
    int On(Put message)
    {
        _ledger.Handle(_key);
        _numbers.Add(message.Number);
        return _numbers.Count;
    }

    [Handles] int[] Numbers() => [.. _numbers];

    [Handles] void Fail(string why) => throw new InvalidOperationException(why);

    [Handles]
    async Task<int> Wait(Task until)
    {
        await until;
        return On(new Put(-1));
    }

    [Handles]
    async Task<bool> WaitForToken(CancellationToken cancellationToken)
    {
        var cancelled = new TaskCompletionSource<bool>();
        await using CancellationTokenRegistration registration = cancellationToken.Register(() => cancelled.TrySetResult(true));
        return await cancelled.Task;
    }

    [Handles(Reentrant = true)]
    async Task<int> LetIn(Task until)
    {
        _inside++;
        await until;
        Assert.True(_ledger.IsLive(_key), "A reentrant handler goes on after its object has ended.");
        return --_inside;
    }

    [Handles]
    Deferred<int> Owe()
    {
        var reply = new Deferred<int>();
        _owed.Enqueue(reply);
        return reply;
    }

    [Handles] void Pay(int number) => _owed.Dequeue().Reply(number);

    [Handles]
    async IAsyncEnumerable<int> Count([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int number = 0; ; number++)
        {
            yield return number;
            await Task.Yield();
            if (cancellationToken.IsCancellationRequested) yield break;
        }
    }

    [Handles] void TickBySelf(TimeSpan period) => _context.Self.Schedule(new Put(7), period, period);

    [Handles] void Listen(IAsyncEnumerable<Put> numbers) => _context.Attach(numbers);

    [Handles] async Task<int> AskOther(BasketRef other, BasketRef back) => await other.AskBackAsync(back);

    [Handles] async Task<int> AskBack(BasketRef back) => await back.AskAsync(new Put(1));

    [Handles] BasketChildRef Bear(string id) => _context.Spawn(BasketChild.Props(_ledger), id);

    [Handles] void Leave() => _context.Stop();

    [Handles] void LookAfter(ActorRef actor) => _context.Watch(actor);

    [Handles] void On(Terminated message) => _ledger.Events.Add($"{_key} hears of {message.Actor.Id}: {message.Failure?.Message ?? "in order"}");

    [OnStart]
    async Task Started()
    {
        if (_ledger.BeforeStart.TryGetValue(_key, out Task? before)) await before;
    }

    [OnStop]
    async Task Stopping()
    {
        if (_ledger.BeforeStop.TryGetValue(_key, out Task? before)) await before;
        _ledger.End(_key);
    }
}

/// <summary>A child of a basket.</summary>
[Actor]
public sealed partial class BasketChild(Ledger ledger)
{
    [Handles] string Hello() => "hello";

    [OnStop] void Stopping() => ledger.Events.Add("-child");
}

/// <summary>The same with other settings, for what becomes of failures and of full mailboxes.</summary>
[Actor("test.vase", Local = true, OnFailure = FailureAction.Stop, MailboxCapacity = 3, WhenFull = MailboxPolicy.Wait), Entity(IdleSeconds = 10)]
public sealed partial class Vase
{
    private readonly long _key;
    private readonly Ledger _ledger;

    public Vase([EntityKey] long key, [FromServices] Ledger ledger)
    {
        if (ledger.Broken.TryGetValue($"{key}", out Exception? failure)) throw failure;
        _key = key;
        _ledger = ledger;
        ledger.Begin($"{key}");
    }

    [Handles]
    int On(Put message)
    {
        _ledger.Handle($"{_key}");
        return message.Number;
    }

    [Handles] void Fail(string why) => throw new InvalidOperationException(why);

    [Handles]
    async Task<int> Wait(Task until)
    {
        await until;
        return 0;
    }

    [Handles(Reentrant = true)]
    async Task<int> LetIn(Task until)
    {
        await until;
        Assert.True(_ledger.IsLive($"{_key}"), "A reentrant handler goes on after its object has ended.");
        return 0;
    }

    [OnStop] void Stopping() => _ledger.End($"{_key}");
}

public readonly record struct ShelfId(Guid Value);

/// <summary>An entity with a key of its own type, which goes on after failures in its own way.</summary>
[Actor("test.shelf", Local = true, OnFailure = FailureAction.Restart, MaxRestarts = 1), Entity(IdleSeconds = 0, MaxLive = 2)]
public sealed partial class Shelf
{
    private readonly ShelfId _id;
    private readonly Ledger _ledger;

    public Shelf([EntityKey] ShelfId id, [FromServices] Ledger ledger)
    {
        _id = id;
        _ledger = ledger;
        ledger.Events.Add($"+{id.Value.ToString()[..1]}");
    }

    [Handles] ShelfId Id() => _id;

    [Handles] void Fail(string why) => throw new InvalidOperationException(why);

    [Handles] async Task Wait(Task until) => await until;

    [OnStop] void Stopping() => _ledger.Events.Add($"-{_id.Value.ToString()[..1]}");
}

/// <summary>Runs a test with a ledger for each seed.</summary>
internal static class WithLedger
{
    public static void Run(Func<SimulationHost, Ledger, Task> test, Action<ActorSystemOptions>? configure = null, int seeds = 20)
    {
        Ledger ledger = null!;
        Simulation.Explore(seeds, host => test(host, ledger), Options());

        SimulationOptions Options() => new()
        {
            Configure = options =>
            {
                options.Services = ledger = new Ledger();
                configure?.Invoke(options);
            },
        };
    }
}
