using System.Threading.Channels;
using BenchmarkDotNet.Attributes;

namespace Coerce.Benchmarks;

/// <summary>A sender that waits for room among 100, against a bounded channel and the loop that reads it; and what a bound costs
/// where there is always room.</summary>
[MemoryDiagnoser]
public class BoundedMany
{
    private const int Operations = 100_000;
    private const int Capacity = 100;

    private readonly ActorSystem _system = new("benchmark");
    private CounterRef _narrow = null!;
    private CounterRef _dropping = null!;
    private CounterRef _wide = null!;

    [GlobalSetup]
    public void Setup()
    {
        _narrow = _system.Spawn(Counter.Props().WithMailbox(Capacity));
        _dropping = _system.Spawn(Counter.Props().WithMailbox(Capacity, MailboxPolicy.DropOldest));
        _wide = _system.Spawn(Counter.Props().WithMailbox(2 * Operations));
    }

    [GlobalCleanup]
    public ValueTask CleanupAsync() => _system.DisposeAsync();

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public async Task<int> BoundedChannelLoop()
    {
        var channel = Channel.CreateBounded<Add>(new BoundedChannelOptions(Capacity) { SingleReader = true });
        Task<int> loop = Task.Run(async () =>
        {
            int count = 0;
            await foreach (Add message in channel.Reader.ReadAllAsync()) count += message.Amount;
            return count;
        });
        for (int i = 0; i < Operations; i++) await channel.Writer.WriteAsync(new Add(1));
        channel.Writer.Complete();
        return await loop;
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public async Task<int> TellAsyncWaiting()
    {
        for (int i = 0; i < Operations; i++) await _narrow.TellAsync(new Add(1));
        return await _narrow.AskAsync(new Get());
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public async Task<int> TellDroppingOldest()
    {
        for (int i = 0; i < Operations; i++) _dropping.Tell(new Add(1));
        return await _dropping.AskAsync(new Get());
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public async Task<int> TellWithRoom()
    {
        for (int i = 0; i < Operations; i++) _wide.Tell(new Add(1));
        return await _wide.AskAsync(new Get());
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public int AskIdle()
    {
        int last = 0;
        for (int i = 0; i < Operations; i++) last = _narrow.AskAsync(new Add(1)).GetAwaiter().GetResult();
        return last;
    }
}
