namespace Parts;

[Actor]
public sealed partial class {|COERCE0007:Chain|}
{
    private readonly int _links;

    public Chain(int links) => _links = links;

    [Handles] int Links() => _links;
}
// ---- file Chain.Copy.cs ----
namespace Parts;

public sealed partial class Chain
{
    internal Chain(Chain other) : this(other._links)
    {
    }

    [Handles] bool Holds(int weight) => weight < _links;
}
// ---- file Use.cs ----
namespace Parts;

public static class Use
{
    public static async Task<bool> RunAsync(ActorSystem system) => await system.Spawn(Chain.Props(5)).HoldsAsync(3);
}
