namespace Shops;

public sealed record Order(string Item);

[Actor]
public sealed partial class Clerk
{
    [Handles] void On(Order message, ActorContext<CashierRef> {|COERCE0003:context|}) => context.Stop();
}

[Actor]
public sealed partial class Cashier
{
    [Handles] string Where(ActorContext<CashierRef> context) => context.Path;
}

public static class Use
{
    public static async Task<string> RunAsync(ClerkRef clerk, CashierRef cashier)
    {
        clerk.Tell(new Order("pen"));
        return await cashier.WhereAsync();
    }
}
