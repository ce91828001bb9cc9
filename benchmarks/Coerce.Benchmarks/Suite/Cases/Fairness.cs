using System.Diagnostics;

namespace Coerce.Benchmarks.Suite.Cases;

internal readonly record struct Job(int Seed);

internal readonly record struct Poll;

/// <summary>Has more to do than it can: its mailbox is always full.</summary>
[Actor(MailboxCapacity = Capacity)]
internal sealed partial class Flooded
{
    public const int Capacity = 10_000;

    private uint _state = 1;
    private int _done;

    /// <summary>Near a microsecond of work.</summary>
    [Handles]
    void On(Job job)
    {
        uint state = _state + (uint)job.Seed;
        for (int i = 0; i < 600; i++) state = (state * 1_664_525) + 1_013_904_223;
        _state = state;
        _done++;
    }

    [Handles] int GetDone() => _done;
}

/// <summary>Has little to do, and goes through the pool for it: an answer in the caller's thread would prove nothing.</summary>
[Actor]
internal sealed partial class Quiet
{
    private int _polled;

    [Handles]
    async ValueTask<int> On(Poll _)
    {
        await Task.Yield();
        return ++_polled;
    }
}

/// <summary>How long 100 quiet actors take to answer while another one is flooded: the 99th percentile.</summary>
internal static class Fairness
{
    private const int Producers = 4;
    private const int Callers = 10;
    private const int ActorsOfCaller = 10;
    private const int Rounds = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    public static SuiteCase Case { get; } = new(
        "fairness", new Goal { P99 = TimeSpan.FromMilliseconds(50) }, scale => new Actors(scale.Of(Rounds)), Baseline: null);

    private sealed class Actors : ActorSide
    {
        private readonly int _rounds;
        private readonly FloodedRef _flooded;
        private readonly QuietRef[] _quiet;
        private readonly CancellationTokenSource _enough = new();
        private readonly List<long> _times = [];
        private Task _flood = Task.CompletedTask;
        private int _done;

        public Actors(int rounds)
            : base(Callers * ActorsOfCaller * rounds)
        {
            _rounds = rounds;
            _flooded = System.Spawn(Flooded.Props());
            _quiet = [.. Enumerable.Range(0, Callers * ActorsOfCaller).Select(_ => System.Spawn(Quiet.Props()))];
        }

        public override async ValueTask PrepareAsync()
        {
            _flood = Task.WhenAll(Enumerable.Range(0, Producers).Select(_ => Task.Run(FloodAsync)));
            _done = -await _flooded.GetDoneAsync();
        }

        public override async Task<double> MeasureAsync()
        {
            await RunAsync();
            _times.Sort();
            return Stopwatch.GetElapsedTime(0, _times[(int)Math.Ceiling(_times.Count * 0.99) - 1]).TotalNanoseconds;
        }

        public override async ValueTask VerifyAsync()
        {
            _done += await _flooded.GetDoneAsync();
            if (_done < Flooded.Capacity) throw new SuiteException($"the flooded actor handled {_done:N0} messages, less than its mailbox holds");
            foreach (QuietRef quiet in _quiet) await Expect(_rounds + 1, await quiet.AskAsync(new Poll()), "asked of one");
        }

        public override async ValueTask DisposeAsync()
        {
            await _enough.CancelAsync();
            await _flood;
            await base.DisposeAsync();
        }

        protected override async Task RunAsync()
        {
            foreach (List<long> times in await Task.WhenAll(_quiet.Chunk(ActorsOfCaller).Select(some => Task.Run(() => CallAsync(some)))))
                _times.AddRange(times);
        }

        private async Task FloodAsync()
        {
            while (!_enough.IsCancellationRequested) await _flooded.TellAsync(new Job(1));
        }

        private async Task<List<long>> CallAsync(QuietRef[] some)
        {
            var times = new List<long>();
            for (int left = _rounds; left > 0; left--)
            {
                foreach (QuietRef quiet in some)
                {
                    await Task.Delay(Pause);
                    long start = Stopwatch.GetTimestamp();
                    await quiet.AskAsync(new Poll());
                    times.Add(Stopwatch.GetTimestamp() - start);
                }
            }

            return times;
        }
    }
}
