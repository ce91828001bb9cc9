namespace Tools;

[Actor]
public sealed partial class Gauge
{
    private int _level;

    internal int Level => _level;

    [Handles] int Fill(int by) => _level += by;
}

public static class Inspection
{
    public static async Task<int> RunAsync(GaugeRef gauge)
    {
        await gauge.RunAsync(static actor => Console.WriteLine(actor.Level));
        await gauge.RunAsync(async actor =>
        {
            await Task.Yield();
            Console.WriteLine(actor.Level);
        });
        int level = await gauge.RunAsync(actor => actor.Level);
        return level + await gauge.RunAsync(async actor =>
        {
            await Task.Yield();
            return actor.Level;
        });
    }
}
