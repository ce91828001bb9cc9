namespace Shop;

/// <summary>Hears of orders and sends them off. Those that are not paid yet put it aside themselves.</summary>
[Actor("shop.warehouse")]
public sealed partial class Warehouse(ActorContext<WarehouseRef> context)
{
    private int _seen;

    [Handles, Subscribes(Topics.Orders)]
    void On(OrderPlaced message)
    {
        _seen++;
        context.System.Entity<OrderRef>(message.Id).Tell(new Ship());
    }

    [Handles] int Seen() => _seen;
}
