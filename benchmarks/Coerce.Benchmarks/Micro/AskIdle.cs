using BenchmarkDotNet.Attributes;

namespace Coerce.Benchmarks;

/// <summary>An ask of an idle actor against an uncontended lock around the same work.</summary>
[MemoryDiagnoser]
public class AskIdle
{
    private const int Operations = 1000;

    private readonly object _lock = new();
    private readonly ActorSystem _system = new("benchmark");
    private CounterRef _counter = null!;
    private int _count;

    [GlobalSetup]
    public void Setup() => _counter = _system.Spawn(Counter.Props());

    [GlobalCleanup]
    public ValueTask CleanupAsync() => _system.DisposeAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public int Lock()
    {
        int last = 0;
        for (int i = 0; i < Operations; i++)
        {
            lock (_lock) last = _count += 1;
        }

        return last;
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public int Ask()
    {
        int last = 0;
        for (int i = 0; i < Operations; i++)
        {
            last = _counter.AskAsync(new Add(1)).GetAwaiter().GetResult();
        }

        return last;
    }
}
