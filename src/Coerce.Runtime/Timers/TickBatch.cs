using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Ticks that have their places among the messages of their actors. Any number of threads may run them, each the next one.</summary>
internal sealed class TickBatch
{
    public const int MostTicks = 32;

    private readonly WheelTimer?[] _timers = new WheelTimer?[MostTicks];
    private readonly Step[] _steps = new Step[MostTicks];
    private int _count;
    private int _next;

    /// <summary>What is left to do for a tick.</summary>
    private enum Step : byte
    {
        /// <summary>The actor's turn is taken: run the handler.</summary>
        Run,

        /// <summary>The tick is in the mailbox and the turn is taken: see to it that the mailbox is run.</summary>
        Schedule,

        /// <summary>The tick came to an actor that has stopped.</summary>
        Reject,

        /// <summary>The actor's messages take a way of their own, which the tick has yet to take.</summary>
        Post,

        /// <summary>It is in the mailbox, or the one before it is.</summary>
        Nothing,
    }

    /// <summary>Room for the timers that are due. For whoever fills the batch, which nobody uses then.</summary>
    public Span<WheelTimer?> Room => _timers;

    /// <summary>How many threads use it. Guarded by the lane's lock.</summary>
    public int Users { get; set; }

    /// <summary>When the turns were taken, in the ticks of the machine's coarse clock.</summary>
    public int Since { get; private set; }

    /// <summary>How many ticks nobody has begun with; none where it is negative.</summary>
    public int Left => Volatile.Read(ref _count) - Volatile.Read(ref _next);

    /// <summary>Gives the ticks their places, in their order. Under the lane's lock.</summary>
    /// <param name="count">How many timers there are in <see cref="Room"/>.</param>
    /// <param name="now">The machine's coarse clock.</param>
    public void Begin(int count, int now)
    {
        int begun = 0;
        for (int place = 0; place < count; place++)
        {
            WheelTimer timer = _timers[place]!;
            Step step = Begin(timer);
            if (step == Step.Nothing) continue;
            if (place != begun) _timers[begun] = timer;
            _steps[begun++] = step;
        }

        _timers.AsSpan(begun, count - begun).Clear();
        Since = now;
        _next = 0;
        Volatile.Write(ref _count, begun);
    }

    /// <summary>Runs the next tick.</summary>
    /// <returns>False when there is none.</returns>
    public bool TryRunNext()
    {
        int place = Interlocked.Increment(ref _next) - 1;
        if (place >= _count) return false;
        WheelTimer timer = _timers[place]!;
        _timers[place] = null;  // the lane keeps the batch, and nothing must keep the actor
        End(timer, _steps[place]);
        return true;
    }

    /// <remarks>Calls nobody's code, as the lane is locked.</remarks>
    private static Step Begin(WheelTimer timer)
    {
        ActorCell cell = timer.Cell;
        if (cell.TryTakeTurn()) return Step.Run;
        if (cell.Detour is not null and not BoundedMailbox) return Step.Post;
        if (timer.NewTick() is not { } tick) return Step.Nothing;
        if (cell.Detour is { } bounded)
        {
            bounded.Post(cell, tick);
            return Step.Nothing;
        }

        return cell.Push(tick) switch
        {
            Arrival.Activated => Step.Schedule,
            Arrival.Closed => Step.Reject,
            _ => Step.Nothing,
        };
    }

    private void End(WheelTimer timer, Step step)
    {
        ActorCell cell = timer.Cell;
        switch (step)
        {
            case Step.Run:
                cell.MarkSince(Since);
                if (timer.HasEnded || cell.IsStoppingNow || timer.Run(cell)) cell.Release();
                break;
            case Step.Schedule:
                cell.ScheduleTurn();
                break;
            case Step.Reject:
                cell.RejectArrivals();
                break;
            case Step.Post when timer.NewTick() is { } tick:
                cell.Post(tick);
                break;
        }
    }
}
