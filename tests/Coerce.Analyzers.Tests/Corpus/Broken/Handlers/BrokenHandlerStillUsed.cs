// The handlers are at fault; whoever sends their messages, in whatever way, hears nothing of it.
namespace Used;

public sealed record Open(string Door);
public sealed record Opened(string Door);

[Actor]
public sealed partial class Keeper(ActorContext<KeeperRef> context)
{
    private readonly HashSet<string> _doors = [];

    [Handles] static bool {|COERCE0003:On|}(Open message) => message.Door.Length > 0;

    [Handles] void On(Opened message, ActorContext<OtherRef> {|COERCE0003:other|}) => _doors.Add(message.Door + other.Id);

    [Handles] static int {|COERCE0003:Count|}(string prefix) => prefix.Length;

    [Handles]
    void Find(string door)
    {
        if (_doors.Add(door)) context.PipeToSelf(FindAsync(door));
    }

    private static async Task<Opened> FindAsync(string door)
    {
        await Task.Yield();
        return new Opened(door);
    }
}

[Actor]
public sealed partial class Other
{
    private int _calls;

    [Handles] int Call() => ++_calls;
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system, KeeperRef keeper)
    {
        IAsk<Open, bool> opener = keeper;
        IReceive<Opened> listener = keeper;
        using IDisposable subscription = system.Topic<Opened>("doors").Subscribe(keeper);
        listener.Tell(new Opened("a"));
        keeper.Tell(new Keeper.Messages.Count("b"));
        keeper.Schedule(new Keeper.Messages.Count("c"), TimeSpan.FromSeconds(1)).Dispose();
        bool opened = await opener.AskAsync(new Open("d"));
        return opened ? await keeper.CountAsync("e") : 0;
    }
}
