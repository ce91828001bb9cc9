// Whoever knows the protocol alone can send its cases alone.
namespace Open;

public abstract record LampCommand
{
    private LampCommand()
    {
    }

    public sealed record Switch(bool On) : LampCommand, IRequest<LampCommand, bool>;

    public sealed record Dim(int By) : LampCommand;
}

public sealed record Paint(string Colour);

[Actor(Protocol = typeof(LampCommand))]
public sealed partial class Lamp
{
    private bool _on;

    [Handles] bool On(LampCommand.Switch message) => _on = message.On;

    [Handles] void On(LampCommand.Dim message) => _on = message.By > 0;

    [Handles] void On(Paint message) => _on = message.Colour.Length > 0;
}

public static class Use
{
    public static async Task<bool> RunAsync(LampRef lamp)
    {
        IActorRef<LampCommand> any = lamp;
        lamp.Tell(new Paint("red"));
        any.Tell({|CS1503:new Paint("red")|});
        bool on = await any.AskAsync(new LampCommand.Switch(true));
        {|COERCE0101:lamp.Tell("off")|};
        await any.AskAsync(new LampCommand.Dim(1));
        return on;
    }
}
