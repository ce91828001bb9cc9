using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>The asks of a simulation that wait: they expire in virtual time or never, and a stuck simulation names them.</summary>
internal sealed class SimulatedDeadlines : AskDeadlines
{
    private readonly TimeSpan _timeout;
    private readonly TimeProvider? _clock;
    private readonly Simulator _simulator;
    private readonly Lock _lock = new();
    private readonly Dictionary<PendingAsk, OpenAsk> _open = [];
    private readonly Deadline _deadline;
    private long _number;

    public SimulatedDeadlines(TimeSpan timeout, TimeProvider? clock, Simulator simulator)
        : base(timeout)
    {
        _timeout = timeout;
        _clock = clock;
        _simulator = simulator;
        _deadline = new Deadline(this);
    }

    /// <summary>The asks that wait, oldest first.</summary>
    public OpenAsk[] Open
    {
        get
        {
            lock (_lock) return [.. _open.Values.OrderBy(static ask => ask.Number)];
        }
    }

    internal override PendingAsk[] Snapshot() => Array.ConvertAll(Open, static open => open.Ask);

    internal override void Start(PendingAsk ask, int milliseconds)
    {
        TimeSpan time = milliseconds == 0 ? _timeout : TimeSpan.FromMilliseconds(milliseconds);
        ITimer? timer = _clock?.CreateTimer(static ask => ((PendingAsk)ask!).Expire(), ask, time, Timeout.InfiniteTimeSpan);
        lock (_lock) _open.Add(ask, new OpenAsk(++_number, _simulator.CurrentActor, ask, timer));
        ask.StartDeadline(_deadline);
    }

    private void Remove(PendingAsk ask)
    {
        OpenAsk? open;
        lock (_lock) _open.Remove(ask, out open);
        open?.Timer?.Dispose();
    }

    private sealed class Deadline(SimulatedDeadlines deadlines) : AskDeadline
    {
        public override void Stop(PendingAsk ask) => deadlines.Remove(ask);
    }
}

/// <summary>An ask that waits.</summary>
/// <param name="Number">Counts the asks.</param>
/// <param name="Asker">Who asked; null for the test.</param>
/// <param name="Ask">The ask.</param>
/// <param name="Timer">Its deadline, if it has one.</param>
internal sealed record OpenAsk(long Number, ActorCell? Asker, PendingAsk Ask, ITimer? Timer);
