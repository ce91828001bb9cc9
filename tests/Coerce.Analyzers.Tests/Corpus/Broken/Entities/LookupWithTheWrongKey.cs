// The key of a cart is a text: looking it up by a number is no lookup.
namespace Shop;

public readonly record struct OrderId(Guid Value);

[Actor]
public sealed partial class Cart([EntityKey] string customer)
{
    [Handles] string GetCustomer() => customer;
}

[Actor]
public sealed partial class Order([EntityKey] OrderId id)
{
    [Handles] Guid GetId() => id.Value;
}

[Actor]
public sealed partial class Clerk
{
    private int _served;

    [Handles] int Serve() => ++_served;
}

public static class Use
{
    public static string Run(ActorSystem system) => string.Concat(
        system.{|CS0311:Entity<CartRef>|}(5),
        system.{|CS0311:Entity<OrderRef>|}(Guid.NewGuid()),
        system.{|CS0311:Entity<ClerkRef>|}("anna"),
        system.Entity<CartRef>("anna"));
}
