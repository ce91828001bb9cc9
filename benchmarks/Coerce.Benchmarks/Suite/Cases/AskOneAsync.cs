namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>One caller asks one idle actor whose handler truly awaits, against the same method called directly.</summary>
internal static class AskOneAsync
{
    public static SuiteCase Case { get; } = new(
        "ask-1-async", new Goal { Ratio = 1.5, BytesOverBaseline = Goal.OneAllocation },
        scale => new Asks(scale.Of(1_000_000)), scale => new Calls(scale.Of(1_000_000)));

    private sealed class Asks : ActorSide
    {
        private readonly CounterRef _counter;

        public Asks(int operations)
            : base(operations) => _counter = System.Spawn(Counter.Props());

        public override async ValueTask VerifyAsync() => await Expect(Operations, await _counter.AskAsync(new Get()), "counted");

        protected override async Task RunAsync()
        {
            for (long left = Operations; left > 0; left--) await _counter.AskAsync(new AddLater(1));
        }
    }

    private sealed class Calls(int operations) : Side(operations)
    {
        private int _count;

        public override ValueTask VerifyAsync() => Expect(Operations, _count, "counted");

        protected override async Task RunAsync()
        {
            for (long left = Operations; left > 0; left--) await AddLaterAsync(new AddLater(1));
        }

        private async ValueTask<int> AddLaterAsync(AddLater message)
        {
            await Task.Yield();
            return _count += message.Amount;
        }
    }
}
