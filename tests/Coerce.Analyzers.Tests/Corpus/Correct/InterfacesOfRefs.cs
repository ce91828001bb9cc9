namespace Lists;

public sealed record Ping(int Number);
public sealed record Stop;
public sealed record Names(string Prefix);

[Actor]
public sealed partial class North
{
    private int _pings;

    [Handles] int On(Ping message) => _pings += message.Number;

    [Handles] void On(Stop message) => _pings = 0;

    [Handles]
    async IAsyncEnumerable<string> On(Names message)
    {
        await Task.Yield();
        yield return message.Prefix;
    }
}

[Actor]
public sealed partial class South
{
    [Handles] async Task<int> On(Ping message)
    {
        await Task.Yield();
        return message.Number;
    }

    [Handles] Task On(Stop message) => Task.CompletedTask;
}

public static class Use
{
    public static async Task<int> RunAsync(NorthRef north, SouthRef south)
    {
        IReadOnlyList<IAsk<Ping, int>> all = [north, south];
        IReadOnlyList<IReceive<Stop>> receivers = [north, south];
        IStream<Names, string> names = north;
        int sum = 0;
        foreach (IAsk<Ping, int> one in all) sum += await one.AskAsync(new Ping(1), TimeSpan.FromSeconds(1));
        foreach (IReceive<Stop> one in receivers)
        {
            one.Tell(new Stop());
            if (one.TryTell(new Stop())) await one.TellAsync(new Stop());
        }

        IAsk<Stop> stops = south;
        await stops.AskAsync(new Stop());
        await foreach (string name in names.StreamAsync(new Names("a"))) sum += name.Length;
        return sum;
    }
}
