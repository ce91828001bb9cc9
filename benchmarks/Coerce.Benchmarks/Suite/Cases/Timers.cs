using System.Diagnostics;

namespace Coerce.Benchmarks.Suite.Cases;

/// <summary>The time has come.</summary>
internal readonly record struct Tick;

/// <summary>Counts ticks where they can be read without asking.</summary>
[Actor]
internal sealed partial class Ticker(int[] ticks, int place)
{
    [Handles] void On(Tick _) => ticks[place]++;
}

/// <summary>100,000 actors with a timer each, against a <see cref="PeriodicTimer"/> and its loop for each: the processor time of a tick.</summary>
/// <remarks><see cref="Environment.CpuUsage"/> is what <c>Process.TotalProcessorTime</c> gives, of this process.</remarks>
internal static class Timers
{
    private const int Count = 100_000;
    private const int Periods = 3;

    public static SuiteCase Case { get; } = new(
        "timers", new Goal { Ratio = 0.3 },
        scale => new Actors(scale.Of(Count), scale.Of(TimeSpan.FromSeconds(1))),
        scale => new Loops(scale.Of(Count), scale.Of(TimeSpan.FromSeconds(1))));

    /// <summary>Counts the ticks and the processor time of some periods.</summary>
    private abstract class Ticking(int count, TimeSpan period) : Side(count * Periods)
    {
        private const int PatientPeriods = 100;

        private long _handled;
        private TimeSpan _elapsed;

        protected int[] Ticks { get; } = new int[count];

        protected TimeSpan Period { get; } = period;

        /// <summary>By the ticks that were handled: on a busy machine some come late, or never.</summary>
        public override async Task<double> MeasureAsync()
        {
            long ticks = SumOfTicks();
            long start = Stopwatch.GetTimestamp();
            TimeSpan used = Environment.CpuUsage.TotalTime;
            await RunAsync();
            used = Environment.CpuUsage.TotalTime - used;
            _elapsed = Stopwatch.GetElapsedTime(start);
            _handled = SumOfTicks() - ticks;
            return used.TotalNanoseconds / _handled;
        }

        public override ValueTask VerifyAsync()
        {
            double most = count * ((_elapsed / Period) + 2);
            return _handled >= Operations / 2 && _handled <= most
                ? default
                : throw new SuiteException($"ticks: {_handled:N0}, where {Operations:N0} were due and {most:N0} could be");
        }

        protected override async Task RunAsync()
        {
            long enough = SumOfTicks() + (Operations / 2);
            await Task.Delay(Periods * Period);
            for (int left = PatientPeriods; left > 0 && SumOfTicks() < enough; left--) await Task.Delay(Period);
        }

        private long SumOfTicks() => Ticks.Sum(ticks => (long)ticks);
    }

    private sealed class Actors(int count, TimeSpan period) : Ticking(count, period)
    {
        private readonly ActorSystem _system = ActorSide.NewSystem();
        private readonly List<ActorTimer> _timers = new(count);

        public override async ValueTask PrepareAsync()
        {
            for (int i = 0; i < Ticks.Length; i++)
                _timers.Add(_system.Spawn(Ticker.Props(Ticks, i)).Schedule(new Tick(), Period, Period));
            await Task.Delay(Period);
        }

        public override ValueTask DisposeAsync()
        {
            foreach (ActorTimer timer in _timers) timer.Dispose();
            return _system.DisposeAsync();
        }
    }

    private sealed class Loops(int count, TimeSpan period) : Ticking(count, period)
    {
        private readonly List<PeriodicTimer> _timers = new(count);
        private readonly List<Task> _loops = new(count);

        public override async ValueTask PrepareAsync()
        {
            for (int i = 0; i < Ticks.Length; i++)
            {
                _timers.Add(new PeriodicTimer(Period));
                _loops.Add(CountAsync(_timers[i], Ticks, i));
            }

            await Task.Delay(Period);
        }

        public override async ValueTask DisposeAsync()
        {
            foreach (PeriodicTimer timer in _timers) timer.Dispose();
            await Task.WhenAll(_loops);
        }

        private static async Task CountAsync(PeriodicTimer timer, int[] ticks, int place)
        {
            while (await timer.WaitForNextTickAsync()) ticks[place]++;
        }
    }
}
