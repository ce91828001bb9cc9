namespace News;

public sealed record OrderPlaced(int Number);
public sealed record OrderShipped(int Number);

[Actor]
public sealed partial class Packer
{
    private int _packed;

    [Handles, Subscribes("orders")] void On(OrderPlaced message) => _packed += message.Number;
}
// ---- file Shipper.cs ----
namespace News;

[Actor]
public sealed partial class Shipper
{
    private int _shipped;

    [Handles, {|COERCE0033:Subscribes("orders")|}] void On(OrderShipped message) => _shipped += message.Number;

    [Handles, Subscribes("orders")] void On(OrderPlaced message) => _shipped -= message.Number;
}
