namespace Trees;

[Actor]
public sealed partial class Forest
{
    private readonly List<string> {|COERCE0008:Messages|} = [];

    private int {|COERCE0008:Dispatcher|}() => Messages.Count;

    [Handles] int Plant(string tree)
    {
        Messages.Add(tree);
        return Dispatcher();
    }

    private sealed record {|COERCE0008:Recipe|}(string Soil);

    [Handles] string Soil() => new Recipe("sand").Soil;
}
