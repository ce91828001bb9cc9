using BenchmarkDotNet.Attributes;

namespace Coerce.Benchmarks;

/// <summary>An ask whose handler truly awaits against the same method called directly.</summary>
[MemoryDiagnoser]
public class AskAwaiting
{
    private const int Operations = 1000;

    private readonly ActorSystem _system = new("benchmark");
    private CounterRef _counter = null!;
    private int _count;

    [GlobalSetup]
    public void Setup() => _counter = _system.Spawn(Counter.Props());

    [GlobalCleanup]
    public ValueTask CleanupAsync() => _system.DisposeAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public async Task<int> Direct()
    {
        int last = 0;
        for (int i = 0; i < Operations; i++) last = await AddLaterAsync(1);
        return last;
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public async Task<int> Ask()
    {
        int last = 0;
        for (int i = 0; i < Operations; i++) last = await _counter.AskAsync(new AddLater(1));
        return last;
    }

    private async ValueTask<int> AddLaterAsync(int amount)
    {
        await Task.Yield();
        return _count += amount;
    }
}
