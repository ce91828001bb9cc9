namespace Depots;

public sealed record Take(int Count);

[Actor]
public sealed partial class {|COERCE0007:Depot|}
{
    private int _count;

    public Depot() : this(100) { }

    public Depot(int count) => _count = count;

    [Handles] int On(Take message) => _count -= message.Count;
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        DepotRef small = system.Spawn(Depot.Props(5), "small");
        DepotRef large = system.Spawn(Depot.Props(), "large");
        return await small.AskAsync(new Take(1)) + await large.AskAsync(new Take(2));
    }
}
