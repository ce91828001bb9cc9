using System.Threading.Channels;

namespace Coerce.Benchmarks.Suite;

/// <summary>What <see cref="Counter"/> does, without actors: a channel and the loop that reads it.</summary>
internal static class CounterLoop
{
    /// <summary>How many messages the hot loops send in one call: what is called often is compiled best.</summary>
    public const int Batch = 1_000;

    public static Channel<Add> NewChannel() => Channel.CreateUnbounded<Add>(new UnboundedChannelOptions { SingleReader = true });

    public static async Task<int> ReadAsync(ChannelReader<Add> reader)
    {
        int count = 0;
        while (await reader.WaitToReadAsync())
        {
            while (reader.TryRead(out Add message)) count += message.Amount;
        }

        return count;
    }
}
