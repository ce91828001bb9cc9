namespace Orders;

public readonly record struct Step(int Metres);

[Actor]
public sealed partial class Walker
{
    [Behavior(Initial = true)]
    private class {|COERCE0112:Standing|}(Walker walker)
    {
        [Handles] int On(Step message)
        {
            walker.Become(new Walking());
            return message.Metres;
        }
    }

    [Behavior]
    private sealed class {|COERCE0112:Walking|}
    {
        private int _metres;

        [Handles] int On(Step message) => _metres += message.Metres;
    }
}

public static class Use
{
    public static async Task<int> RunAsync(WalkerRef walker) => await walker.AskAsync(new Step(1));
}
