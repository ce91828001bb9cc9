namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>64 callers ask an actor each, against a lock each.</summary>
internal static class AskMany
{
    private const int Callers = 64;

    public static SuiteCase Case { get; } = new(
        "ask-64", new Goal { Ratio = 1.2, Bytes = 0 }, scale => new Asks(scale.Of(200_000)), scale => new Locks(scale.Of(200_000)));

    // Each caller makes its own counter: two that run at a time then share no cache line, on either side.
    private static async Task<long> RunAsync(Func<Task<int>> caller) =>
        (await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(caller)))).Sum();

    private sealed class Asks(int each) : ActorSide(Callers * each)
    {
        private long _sum;

        public override ValueTask VerifyAsync() => Expect(Operations, _sum, "counted");

        protected override async Task RunAsync() => _sum = await AskMany.RunAsync(CallAsync);

        private async Task<int> CallAsync()
        {
            CounterRef counter = System.Spawn(Counter.Props());
            for (int left = each; left > 0; left -= CounterLoop.Batch) await AskAsync(counter);
            return await counter.AskAsync(new Get());
        }

        private static async ValueTask AskAsync(CounterRef counter)
        {
            for (int i = 0; i < CounterLoop.Batch; i++) await counter.AskAsync(new Add(1));
        }
    }

    private sealed class Locks(int each) : Side(Callers * each)
    {
        private long _sum;

        public override ValueTask VerifyAsync() => Expect(Operations, _sum, "counted");

        protected override async Task RunAsync() => _sum = await AskMany.RunAsync(CallAsync);

        private Task<int> CallAsync()
        {
            var counter = new LockedCounter();
            for (int left = each; left > 0; left -= CounterLoop.Batch) counter.AddMany();
            return Task.FromResult(counter.Count);
        }
    }
}
