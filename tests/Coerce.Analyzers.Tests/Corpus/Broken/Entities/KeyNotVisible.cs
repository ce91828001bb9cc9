namespace Shop;

internal readonly record struct BasketId(Guid Value);

public partial class Warehouse
{
    private readonly record struct BinId(long Value);

    [Actor]
    internal sealed partial class {|CS0051:Bin|}([EntityKey] BinId id)
    {
        [Handles] long Number() => id.Value;
    }

    [Actor]
    private sealed partial class Shelf([EntityKey] BinId id)
    {
        [Handles] long Number() => id.Value;
    }
}

[Actor]
internal sealed partial class Basket([EntityKey] BasketId id)
{
    [Handles] Guid Number() => id.Value;
}
