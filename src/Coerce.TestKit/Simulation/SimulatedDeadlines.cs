using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>The asks of a simulation that wait: they expire in virtual time or never, and a stuck simulation names them.</summary>
internal sealed class SimulatedDeadlines(TimeSpan timeout, TimeProvider? clock, Simulator simulator) : AskDeadlines(timeout)
{
    private readonly TimeSpan _timeout = timeout;
    private readonly Lock _lock = new();
    private readonly Dictionary<PendingAsk, OpenAsk> _open = [];
    private long _number;

    /// <summary>The asks that wait, oldest first.</summary>
    public OpenAsk[] Open
    {
        get
        {
            lock (_lock) return [.. _open.Values.OrderBy(static ask => ask.Number)];
        }
    }

    internal override PendingAsk[] Snapshot() => Array.ConvertAll(Open, static open => open.Ask);

    internal override AskDeadline Start(PendingAsk ask, int milliseconds)
    {
        TimeSpan time = milliseconds == 0 ? _timeout : TimeSpan.FromMilliseconds(milliseconds);
        ITimer? timer = clock?.CreateTimer(static ask => ((PendingAsk)ask!).Expire(), ask, time, Timeout.InfiniteTimeSpan);
        lock (_lock) _open.Add(ask, new OpenAsk(++_number, simulator.CurrentActor, ask, timer));
        return new AskDeadline(this);
    }

    internal override void Remove(PendingAsk ask)
    {
        OpenAsk? open;
        lock (_lock) _open.Remove(ask, out open);
        open?.Timer?.Dispose();
    }
}

/// <summary>An ask that waits.</summary>
/// <param name="Number">Counts the asks.</param>
/// <param name="Asker">Who asked; null for the test.</param>
/// <param name="Ask">The ask.</param>
/// <param name="Timer">Its deadline, if it has one.</param>
internal sealed record OpenAsk(long Number, ActorCell? Asker, PendingAsk Ask, ITimer? Timer);
