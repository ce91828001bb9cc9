namespace Doors;

public abstract record DoorCommand
{
    private protected DoorCommand()
    {
    }

    public sealed record Open : DoorCommand, IRequest<DoorCommand, bool>;

    public sealed record Close : DoorCommand, IRequest<DoorCommand, bool>;

    public sealed record Lock(string Code) : DoorCommand;
}

[Actor(Protocol = typeof(DoorCommand))]
public sealed partial class {|COERCE0102:Door|}
{
    [Behavior(Initial = true)]
    private sealed partial class Shut(Door door)
    {
        [Handles]
        bool On(DoorCommand.Open message)
        {
            door.Become(new Wide(door));
            return true;
        }

        [Handles] bool On(DoorCommand.Close message) => false;
    }

    [Behavior]
    private sealed partial class Wide(Door door)
    {
        [Handles] bool On(DoorCommand.Open message) => false;

        [Handles]
        bool On(DoorCommand.Close message)
        {
            door.Become(new Shut(door));
            return true;
        }
    }
}
