namespace Trees;

public sealed record Grow(int Metres);

[Actor]
public sealed partial class Tree
{
    private int _height;

    public int {|COERCE0008:Props|} => _height;

    [Handles] int On(Grow message) => _height += message.Metres;
}

public static class Forester
{
    public static async Task<int> PlantAsync(ActorSystem system)
    {
        TreeRef tree = system.Spawn(Tree.Props(), "oak");
        return await tree.AskAsync(new Grow(2));
    }
}
