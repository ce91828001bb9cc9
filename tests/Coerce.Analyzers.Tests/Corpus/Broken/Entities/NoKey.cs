namespace Shop;

public interface IPrices
{
    decimal Of(string item);
}

[Actor("shop.cart"), Entity(IdleSeconds = 60)]
public sealed partial class {|COERCE0020:Cart|}([FromServices] IPrices prices)
{
    private decimal _total;

    [Handles] decimal Add(string item) => _total += prices.Of(item);
}

public static class Use
{
    public static async Task<decimal> RunAsync(ActorSystem system)
    {
        CartRef cart = system.Spawn(Cart.Props(), "cart");
        return await cart.AddAsync("pen");
    }
}
