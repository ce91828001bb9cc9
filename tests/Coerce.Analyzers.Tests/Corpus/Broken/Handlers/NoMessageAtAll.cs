namespace Clocks;

[Actor]
public sealed partial class Ticker
{
    private int _ticks;

    [Handles] void {|COERCE0003:On|}() => _ticks++;

    [Handles] Task {|COERCE0003:OnAsync|}(CancellationToken cancellationToken) => Task.Delay(_ticks, cancellationToken);

    [Handles] int Ticks(ActorContext<TickerRef> context) => context.Id.Length + _ticks;
}

public static class Use
{
    public static async Task<int> ReadAsync(ActorSystem system)
    {
        TickerRef ticker = system.Spawn(Ticker.Props(), "ticker");
        return await ticker.TicksAsync();
    }
}
