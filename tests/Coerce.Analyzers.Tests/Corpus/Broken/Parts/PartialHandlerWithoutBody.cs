namespace Parts;

public sealed record Fix(int Part);

[Actor]
public sealed partial class Repair
{
    private int _fixed;

    [Handles] private partial int {|CS8795:On|}(Fix message);

    [Handles] int CountFixed() => ++_fixed;
}

public static class Use
{
    public static async Task<int> RunAsync(RepairRef repair) => await repair.AskAsync(new Fix(1));
}
