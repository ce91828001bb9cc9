namespace Machines;

public enum State
{
    Idle,
    Running,
    Paused,
    Done,
}

public abstract record Signal
{
    public sealed record Start(TimeSpan Length) : Signal;

    public sealed record Pause : Signal;

    public sealed record Resume : Signal;

    public sealed record Finish : Signal;
}

[Actor("machines.timer")]
public sealed partial class Countdown(ActorContext<CountdownRef> context)
{
    private State _state;
    private ActorTimer? _timer;
    private long _started;
    private TimeSpan _left;

    [Handles]
    State On(Signal message)
    {
        (_state, _left) = (_state, message) switch
        {
            (State.Idle or State.Done, Signal.Start { Length: var length }) => (State.Running, Begin(length)),
            (State.Running, Signal.Pause) => (State.Paused, Stop2()),
            (State.Paused, Signal.Resume) => (State.Running, Begin(_left)),
            (State.Running, Signal.Finish) => (State.Done, TimeSpan.Zero),
            _ => (_state, _left),
        };
        return _state;
    }

    [Handles] TimeSpan Left() => _state == State.Running ? _left - context.Clock.GetElapsedTime(_started) : _left;

    private TimeSpan Begin(TimeSpan length)
    {
        _started = context.Clock.GetTimestamp();
        _timer = context.Self.Schedule(new Signal.Finish(), length);
        return length;
    }

    private TimeSpan Stop2()
    {
        _timer?.Dispose();
        return _left - context.Clock.GetElapsedTime(_started);
    }
}
