using System.Threading.Channels;

namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>Spawns anonymous actors, asks each once and keeps them all alive, against a channel and its loop for each.</summary>
internal static class Spawn
{
    public static SuiteCase Case { get; } = new(
        "spawn", new Goal { Ratio = 0.15, Retained = 200 }, scale => new Actors(scale.Of(1_000_000)), scale => new Loops(scale.Of(1_000_000)));

    private sealed class Actors(int operations) : ActorSide(operations)
    {
        private readonly CounterRef[] _counters = new CounterRef[operations];
        private int _sum;

        public override bool IsWeighed => true;

        public override async ValueTask VerifyAsync()
        {
            await Expect(Operations, _sum, "replies");
            await Expect(Operations, _counters.Count(counter => counter.Status == ActorStatus.Started), "alive");
        }

        protected override async Task RunAsync()
        {
            for (int i = 0; i < _counters.Length; i++) _sum += await SpawnAsync(i);
        }

        private ValueTask<int> SpawnAsync(int i)
        {
            _counters[i] = System.Spawn(Counter.Props());
            return _counters[i].AskAsync(new Add(1));
        }
    }

    private sealed class Loops(int operations) : Side(operations)
    {
        private readonly Channel<Add>[] _channels = new Channel<Add>[operations];
        private readonly Countdown _handled = new(operations);

        public override bool IsWeighed => true;

        public override ValueTask VerifyAsync() => Expect(Operations, _channels.Count(channel => !channel.Reader.TryPeek(out _)), "read");

        protected override Task RunAsync()
        {
            for (int i = 0; i < _channels.Length; i++) Spawn(i);
            return _handled.Task;
        }

        private void Spawn(int i)
        {
            _channels[i] = CounterLoop.NewChannel<Add>();
            _ = ReadAsync(_channels[i].Reader, _handled);
            _channels[i].Writer.TryWrite(new Add(1));
        }

        private static async Task ReadAsync(ChannelReader<Add> reader, Countdown handled)
        {
            int count = 0;
            while (await reader.WaitToReadAsync())
            {
                while (reader.TryRead(out Add message))
                {
                    count += message.Amount;
                    handled.Signal();
                }
            }
        }
    }
}
