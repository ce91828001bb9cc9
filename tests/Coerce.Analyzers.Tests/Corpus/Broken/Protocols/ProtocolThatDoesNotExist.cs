// A name that means nothing is the compiler's error alone.
namespace Open;

public abstract record Command
{
    private Command()
    {
    }

    public sealed record Go : Command;
}

[Actor(Protocol = typeof({|CS0246:Comand|}))]
public sealed partial class Goer
{
    private int _went;

    [Handles] void On(Command.Go message) => _went++;

    [Handles] int Went() => _went;
}

public static class Use
{
    public static async Task<int> RunAsync(GoerRef goer)
    {
        goer.Tell(new Command.Go());
        return await goer.WentAsync();
    }
}
