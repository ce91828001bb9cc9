namespace Trees;

[Actor]
public sealed partial class Leaf
{
    private int _age;

    [Handles] public override string {|COERCE0008:ToString|}() => $"leaf of {_age}";

    [Handles] public bool {|COERCE0008:Equals|}(string other) => other.Length == _age;

    [Handles] void Age() => _age++;
}

public static class Use
{
    public static async Task RunAsync(LeafRef leaf)
    {
        await leaf.AgeAsync();
        Console.WriteLine(leaf.ToString());
    }
}
