using System.Threading.Channels;
using BenchmarkDotNet.Attributes;

namespace Coerce.Benchmarks;

/// <summary>Tells from one sender until the last is handled, against a channel and the loop that reads it.</summary>
[MemoryDiagnoser]
public class TellMany
{
    private const int Operations = 100_000;

    private readonly ActorSystem _system = new("benchmark");
    private CounterRef _counter = null!;

    [GlobalSetup]
    public void Setup() => _counter = _system.Spawn(Counter.Props());

    [GlobalCleanup]
    public ValueTask CleanupAsync() => _system.DisposeAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public async Task<int> ChannelLoop()
    {
        var channel = Channel.CreateUnbounded<Add>(new UnboundedChannelOptions { SingleReader = true });
        Task<int> loop = Task.Run(async () =>
        {
            int count = 0;
            await foreach (Add message in channel.Reader.ReadAllAsync()) count += message.Amount;
            return count;
        });
        for (int i = 0; i < Operations; i++) channel.Writer.TryWrite(new Add(1));
        channel.Writer.Complete();
        return await loop;
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public async Task<int> Tell()
    {
        for (int i = 0; i < Operations; i++) _counter.Tell(new Add(1));
        return await _counter.AskAsync(new Get());
    }
}
