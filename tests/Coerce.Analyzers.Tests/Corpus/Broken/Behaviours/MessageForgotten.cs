namespace Orders;

public readonly record struct Pay(decimal Amount);
public readonly record struct Ship(string Address);
public readonly record struct Cancel(string Reason);

[Actor("orders.order")]
public sealed partial class Order(string id)
{
    [Handles] string GetId() => id;

    [Behavior(Initial = true), Stashes(typeof(Ship))]
    private sealed partial class Open(Order order)
    {
        [Handles] bool On(Pay message) { order.Become(new Paid(order, message.Amount)); return true; }

        [Handles] void On(Cancel message) => order.Become(new Cancelled(message.Reason));
    }

    [Behavior]
    private sealed partial class {|COERCE0111:Paid|}(Order order, decimal amount)
    {
        [Handles] bool On(Pay message) => message.Amount > amount;

        [Handles] string On(Ship message) { order.Become(new Cancelled("shipped")); return message.Address; }
    }

    [Behavior]
    private sealed partial class {|COERCE0111:Cancelled|}(string reason)
    {
        [Handles] bool On(Pay message) => reason.Length == 0;
    }
}

public static class Shop
{
    public static async Task<string> RunAsync(ActorSystem system)
    {
        OrderRef order = system.Spawn(Order.Props("1"), "o1");
        order.Tell(new Cancel("late"));
        return await order.AskAsync(new Ship("Rome")) + await order.GetIdAsync();
    }
}
