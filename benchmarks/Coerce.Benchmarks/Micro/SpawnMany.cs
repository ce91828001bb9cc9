using System.Threading.Channels;
using BenchmarkDotNet.Attributes;

namespace Coerce.Benchmarks;

/// <summary>Spawns, one message each, against one channel and its loop for each.</summary>
[MemoryDiagnoser]
public class SpawnMany
{
    private const int Operations = 10_000;

    [Benchmark(Baseline = true, OperationsPerInvoke = Operations)]
    public async Task<int> ChannelAndLoop()
    {
        var loops = new Task<int>[Operations];
        for (int i = 0; i < Operations; i++)
        {
            var channel = Channel.CreateUnbounded<Add>(new UnboundedChannelOptions { SingleReader = true });
            loops[i] = ReadAsync(channel.Reader);
            channel.Writer.TryWrite(new Add(1));
            channel.Writer.Complete();
        }

        int sum = 0;
        foreach (Task<int> loop in loops) sum += await loop;
        return sum;
    }

    [Benchmark(OperationsPerInvoke = Operations)]
    public async Task<int> Spawn()
    {
        var system = new ActorSystem("benchmark");
        int sum = 0;
        for (int i = 0; i < Operations; i++) sum += await system.Spawn(Counter.Props()).AskAsync(new Add(1));

        // Left to the collector, as the channels are: what stopping costs is not what is compared here.
        return sum;
    }

    private static async Task<int> ReadAsync(ChannelReader<Add> reader)
    {
        await Task.Yield();
        int count = 0;
        await foreach (Add message in reader.ReadAllAsync()) count += message.Amount;
        return count;
    }
}
