using Reading = (string Meter, double Value);
using Named = System.ValueTuple<string, double>;

namespace Power;

[Actor]
public sealed partial class Collector
{
    private double _sum;

    [Handles] double On(Reading message) => _sum += message.Value;

    [Handles] double {|CS0111:On|}(Named message) => _sum -= message.Item2;
}

public static class Use
{
    public static async Task<double> RunAsync(CollectorRef collector) => await collector.AskAsync(("m", 1.5));
}
