namespace Counting;

public sealed record Step(int By);

[Actor]
public sealed partial class Counter
{
    public int {|COERCE0202:Count|};

    private static int {|COERCE0202:s_counters|};

    internal List<int> {|COERCE0202:Steps|} { get; } = [];

    public string? {|COERCE0202:Name|} { get; set; }

    [OnStart] void Started() => s_counters++;

    [Handles]
    int On(Step message)
    {
        Steps.Add(message.By);
        return Count += message.By + (Name?.Length ?? 0);
    }
}
