using BenchmarkDotNet.Attributes;

namespace Coerce.Benchmarks;

/// <summary>Tells to a pool of 4 with members that do next to nothing: what the way through the pool costs.</summary>
[MemoryDiagnoser]
public class PoolMany
{
    private const int Operations = 100_000;

    private readonly ActorSystem _system = new("benchmark");
    private CounterRef _single = null!;
    private CounterRef _inTurns = null!;
    private CounterRef _leastLoaded = null!;
    private CounterRef _byKey = null!;

    [GlobalSetup]
    public void Setup()
    {
        _single = _system.Spawn(Counter.Props());
        _inTurns = _system.SpawnPool(Counter.Props(), 4);
        _leastLoaded = _system.SpawnPool(Counter.Props(), 4, Routing.LeastLoaded);
        _byKey = _system.SpawnPool(Counter.Props(), 4, Routing.ByKey<Add>(message => message.Amount));
    }

    [GlobalCleanup]
    public ValueTask CleanupAsync() => _system.DisposeAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public Task Single() => TellAllAsync(_single, [_single]);

    [Benchmark(OperationsPerInvoke = Operations)]
    public Task RoundRobin() => TellAllAsync(_inTurns, Pool.Of(_inTurns).Members);

    [Benchmark(OperationsPerInvoke = Operations)]
    public Task LeastLoaded() => TellAllAsync(_leastLoaded, Pool.Of(_leastLoaded).Members);

    [Benchmark(OperationsPerInvoke = Operations)]
    public Task ByKey() => TellAllAsync(_byKey, Pool.Of(_byKey).Members);

    private static async Task TellAllAsync(CounterRef target, IReadOnlyList<CounterRef> members)
    {
        for (int i = 0; i < Operations; i++) target.Tell(new Add(i));
        foreach (CounterRef member in members) await member.AskAsync(new Get());
    }
}
