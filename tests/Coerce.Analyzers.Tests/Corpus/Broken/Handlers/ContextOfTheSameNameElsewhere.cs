namespace North
{
    [Actor]
    public sealed partial class Depot
    {
        [Handles] int Stock() => 1;
    }
}

namespace South
{
    [Actor]
    public sealed partial class Depot
    {
        private int _stock;

        [Handles] int Stock() => _stock;

        [Handles] void Fill(int amount, ActorContext<North.DepotRef> {|COERCE0003:context|}) => _stock = amount + context.Children.Count;

        [Handles] async Task Move(North.DepotRef to) => _stock -= await to.StockAsync();
    }
}
