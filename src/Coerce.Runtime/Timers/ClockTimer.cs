using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>A timer that the system's clock drives, where that is not the machine's.</summary>
internal sealed class ClockTimer : ActorTimer
{
    private readonly ITimer _timer;
    private readonly TimeSpan _period;

    public ClockTimer(ActorCell cell, Envelope message, TimeSpan? period, ActorRef? by)
        : base(cell, message, isOnce: period is null, by)
    {
        _period = period ?? Timeout.InfiniteTimeSpan;
        _timer = PlainTimer.New(cell.System.Options.Clock, static timer => ((ClockTimer)timer!).Post(), this);
    }

    private protected override void Start(TimeSpan dueTime) => _timer.Change(dueTime, _period);

    private protected override void Stop() => _timer.Dispose();

    private void Post()
    {
        if (!HasEnded && NewTick() is { } tick) Cell.Post(tick);
    }
}
