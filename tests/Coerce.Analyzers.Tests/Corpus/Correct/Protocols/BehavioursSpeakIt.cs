namespace Speaking;

public abstract record DoorCommand
{
    private DoorCommand()
    {
    }

    public sealed record Open : DoorCommand, IRequest<DoorCommand, bool>;

    public sealed record Close : DoorCommand;

    public sealed record Watch(ActorRef Whom) : DoorCommand;
}

[Actor(Local = true, Protocol = typeof(DoorCommand)), Entity(IdleSeconds = 10)]
public sealed partial class Door([EntityKey] string name, ActorContext<DoorRef> context)
{
    private readonly ActorContext<DoorRef> _context = context;

    [Handles] string Name() => name;

    [Handles] void On(DoorCommand.Watch message) => _context.Watch(message.Whom);

    [Behavior(Initial = true), Stashes(typeof(DoorCommand.Close))]
    private sealed partial class Shut(Door door)
    {
        [Handles]
        bool On(DoorCommand.Open message)
        {
            door.Become(new Wide(door));
            return true;
        }

        [Handles] void On(Terminated message) => door._context.Stop();
    }

    [Behavior]
    private sealed partial class Wide(Door door)
    {
        [Handles] bool On(DoorCommand.Open message) => false;

        [Handles] void On(DoorCommand.Close message) => door.Become(new Shut(door));

        [Handles] void On(Terminated message) => door._context.Stop();
    }
}

public static class Use
{
    public static async Task<bool> RunAsync(ActorSystem system)
    {
        IActorRef<DoorCommand> door = system.Entity<DoorRef>("front");
        door.Tell(new DoorCommand.Close());
        return await door.AskAsync(new DoorCommand.Open());
    }
}
