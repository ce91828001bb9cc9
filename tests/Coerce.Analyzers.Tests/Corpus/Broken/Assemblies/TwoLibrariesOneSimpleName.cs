// ---- assembly North ----
namespace North;

[Actor("north.store")]
public sealed partial class Store
{
    private int _items;

    [Handles] int Put(int items) => _items += items;
}
// ---- assembly South ----
namespace South;

public sealed record Put(int Items);

[Actor("south.store")]
public sealed partial class Store
{
    private int _items;

    [Handles] int On(Put message) => _items += message.Items;
}
// ---- assembly Trade ----
using North;
using South;

namespace Trade;

[Actor]
public sealed partial class Trader({|CS0104:StoreRef|} store)
{
    [Handles] int Trade(int items) => items + store.GetHashCode();
}

[Actor]
public sealed partial class Carrier(North.StoreRef from, South.StoreRef to)
{
    [Handles] async Task<int> Carry(int items) => await from.PutAsync(-items) + await to.AskAsync(new Put(items));

    [Handles] void Lose(int items) => {|COERCE0101:from.Tell(new Put(items))|};
}
