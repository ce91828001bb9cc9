namespace Parts;

public abstract class Signal
{
    private protected Signal(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }
}

public abstract class Sound(DateTimeOffset at) : Signal(at);

public sealed class Bell(DateTimeOffset at) : Sound(at);

public sealed class Horn(DateTimeOffset at) : Sound(at);

public sealed class Flash(DateTimeOffset at) : Signal(at), IRequest<Signal, bool>;

[Actor(Protocol = typeof(Signal))]
public sealed partial class Lookout
{
    private int _heard;

    [Handles] void On(Sound message) => _heard += message.At.Second;

    [Handles] ValueTask<bool> On(Flash message) => new(message.At.Second > _heard);
}

public static class Use
{
    public static async Task<bool> RunAsync(ActorSystem system, TimeProvider clock)
    {
        IActorRef<Signal> lookout = system.Spawn(Lookout.Props());
        lookout.Tell(new Bell(clock.GetUtcNow()));
        await lookout.AskAsync(new Horn(clock.GetUtcNow()));
        return await lookout.AskAsync(new Flash(clock.GetUtcNow()));
    }
}
