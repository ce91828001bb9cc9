namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>8 callers ask one actor, against a semaphore around the same work.</summary>
internal static class AskContended
{
    private const int Callers = 8;

    public static SuiteCase Case { get; } = new(
        "ask-contended", new Goal { Ratio = 0.7, Bytes = Goal.OneAllocation },
        scale => new Asks(scale.Of(100_000)), scale => new Waits(scale.Of(100_000)));

    private static Task RunAsync(Func<Task> caller) => Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(caller)));

    private sealed class Asks : ActorSide
    {
        private readonly int _each;
        private readonly CounterRef _counter;

        public Asks(int each)
            : base(Callers * each)
        {
            _each = each;
            _counter = System.Spawn(Counter.Props());
        }

        public override async ValueTask VerifyAsync() => await Expect(Operations, await _counter.AskAsync(new Get()), "counted");

        protected override Task RunAsync() => AskContended.RunAsync(CallAsync);

        private async Task CallAsync()
        {
            for (int i = 0; i < _each; i++) await _counter.AskAsync(new Add(1));
        }
    }

    private sealed class Waits(int each) : Side(Callers * each)
    {
        private readonly SemaphoreSlim _turn = new(1, 1);
        private int _count;

        public override ValueTask VerifyAsync() => Expect(Operations, _count, "counted");

        protected override Task RunAsync() => AskContended.RunAsync(CallAsync);

        private async Task CallAsync()
        {
            for (int i = 0; i < each; i++)
            {
                await _turn.WaitAsync();
                try
                {
                    _count += 1;
                }
                finally
                {
                    _turn.Release();
                }
            }
        }
    }
}
