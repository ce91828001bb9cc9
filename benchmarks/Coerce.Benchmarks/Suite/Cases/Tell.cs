using System.Threading.Channels;

namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>Producers tell one actor until all is handled, against a channel and the loop that reads it.</summary>
internal static class Tell
{
    private const int Messages = 10_000_000;

    public static SuiteCase One { get; } = Of("tell", producers: 1, new Goal { Ratio = 1.0, Bytes = 32 });

    public static SuiteCase Four { get; } = Of("tell-mpsc", producers: 4, new Goal { Ratio = 1.0 });

    private static SuiteCase Of(string name, int producers, Goal goal) => new(
        name, goal, scale => new Tells(producers, scale.Of(Messages)), scale => new Writes(producers, scale.Of(Messages)));

    private static Task ProduceAsync(int producers, Action produce) =>
        Task.WhenAll(Enumerable.Range(0, producers).Select(_ => Task.Run(produce)));

    private sealed class Tells : ActorSide
    {
        private readonly int _producers;
        private readonly CounterRef _counter;
        private int _count;

        public Tells(int producers, int operations)
            : base(operations)
        {
            _producers = producers;
            _counter = System.Spawn(Counter.Props());
        }

        public override ValueTask VerifyAsync() => Expect(Operations, _count, "handled");

        protected override async Task RunAsync()
        {
            await ProduceAsync(_producers, Produce);
            _count = await _counter.AskAsync(new Get());
        }

        private void Produce()
        {
            for (long left = Operations / _producers; left > 0; left -= CounterLoop.Batch) TellMany();
        }

        private void TellMany()
        {
            for (int i = 0; i < CounterLoop.Batch; i++) _counter.Tell(new Add(1));
        }
    }

    private sealed class Writes(int producers, int operations) : Side(operations)
    {
        private readonly Channel<Add> _channel = CounterLoop.NewChannel<Add>();
        private int _count;

        public override ValueTask VerifyAsync() => Expect(Operations, _count, "handled");

        protected override async Task RunAsync()
        {
            Task<int> loop = Task.Run(() => CounterLoop.ReadAsync(_channel.Reader));
            await ProduceAsync(producers, Produce);
            _channel.Writer.Complete();
            _count = await loop;
        }

        private void Produce()
        {
            for (long left = Operations / producers; left > 0; left -= CounterLoop.Batch) WriteMany();
        }

        private void WriteMany()
        {
            for (int i = 0; i < CounterLoop.Batch; i++) _channel.Writer.TryWrite(new Add(1));
        }
    }
}
