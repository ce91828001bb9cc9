namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>One caller asks one idle actor, again and again, against an uncontended lock around the same work.</summary>
internal static class AskOne
{
    public static SuiteCase Case { get; } = new(
        "ask-1", new Goal { Ratio = 1.2, Bytes = 0 }, scale => new Asks(scale.Of(20_000_000)), scale => new Locks(scale.Of(20_000_000)));

    private sealed class Asks : ActorSide
    {
        private readonly CounterRef _counter;

        public Asks(int operations)
            : base(operations) => _counter = System.Spawn(Counter.Props());

        public override async ValueTask VerifyAsync() => await Expect(Operations, await _counter.AskAsync(new Get()), "counted");

        protected override async Task RunAsync()
        {
            for (long left = Operations; left > 0; left -= CounterLoop.Batch) await AskAsync();
        }

        private async ValueTask AskAsync()
        {
            for (int i = 0; i < CounterLoop.Batch; i++) await _counter.AskAsync(new Add(1));
        }
    }

    private sealed class Locks(int operations) : Side(operations)
    {
        private readonly LockedCounter _counter = new();

        public override ValueTask VerifyAsync() => Expect(Operations, _counter.Count, "counted");

        protected override Task RunAsync()
        {
            for (long left = Operations; left > 0; left -= CounterLoop.Batch) _counter.AddMany();
            return Task.CompletedTask;
        }
    }
}
