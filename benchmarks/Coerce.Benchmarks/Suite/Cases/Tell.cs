using System.Threading.Channels;

namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>One producer tells one actor until all is handled, against a channel and the loop that reads it.</summary>
internal static class Tell
{
    public static SuiteCase Case { get; } = new(
        "tell", new Goal { Ratio = 1.0, Bytes = 32 }, scale => new Tells(scale.Of(10_000_000)), scale => new Writes(scale.Of(10_000_000)));

    private sealed class Tells : ActorSide
    {
        private readonly CounterRef _counter;
        private int _count;

        public Tells(int operations)
            : base(operations) => _counter = System.Spawn(Counter.Props());

        public override ValueTask VerifyAsync()
        {
            Expect(Operations, _count, "handled");
            return default;
        }

        protected override async Task RunAsync()
        {
            for (long left = Operations; left > 0; left -= CounterLoop.Batch) TellMany();
            _count = await _counter.AskAsync(new Get());
        }

        private void TellMany()
        {
            for (int i = 0; i < CounterLoop.Batch; i++) _counter.Tell(new Add(1));
        }
    }

    private sealed class Writes(int operations) : Side(operations)
    {
        private readonly Channel<Add> _channel = CounterLoop.NewChannel();
        private int _count;

        public override ValueTask VerifyAsync()
        {
            Expect(Operations, _count, "handled");
            return default;
        }

        protected override async Task RunAsync()
        {
            Task<int> loop = Task.Run(() => CounterLoop.ReadAsync(_channel.Reader));
            for (long left = Operations; left > 0; left -= CounterLoop.Batch) WriteMany();
            _channel.Writer.Complete();
            _count = await loop;
        }

        private void WriteMany()
        {
            for (int i = 0; i < CounterLoop.Batch; i++) _channel.Writer.TryWrite(new Add(1));
        }
    }
}
