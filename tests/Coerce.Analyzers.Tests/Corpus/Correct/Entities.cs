namespace Carts;

public readonly record struct CartId(Guid Value);

public interface IPrices
{
    ValueTask<decimal> OfAsync(string article, CancellationToken cancellationToken);
}

[Actor("carts.cart"), Entity(IdleSeconds = 300, MaxLive = 10_000)]
public sealed partial class Cart([EntityKey] CartId id, [FromServices] IPrices prices, ActorContext<CartRef> context)
{
    private readonly Dictionary<string, decimal> _items = [];

    [Handles] async Task<decimal> Add(string article, CancellationToken cancellationToken) => _items[article] = await prices.OfAsync(article, cancellationToken);

    [Handles] decimal Total() => _items.Values.Sum();

    [Handles] void Leave() => context.Stop();

    [Handles] CartId GetId() => id;
}

[Actor("carts.customer")]
public sealed partial class Customer([EntityKey] string name)
{
    [Handles] string Greet() => $"Hello {name}";
}

[Actor("carts.coupon"), Entity]
public sealed partial class Coupon([EntityKey] long number)
{
    private bool _used;

    [Handles] bool Redeem() => !_used && (_used = number > 0);
}

public sealed class Desk(IEntities<CartRef> carts, IEntities<CouponRef> coupons)
{
    public async Task<decimal> CheckOutAsync(CartId id, long coupon)
    {
        bool redeemed = await coupons.Get(coupon).RedeemAsync();
        decimal total = await carts.Get(id).TotalAsync();
        return redeemed ? total * 0.9m : total;
    }
}

public static class Use
{
    public static async Task<decimal> RunAsync(ActorSystem system)
    {
        CartRef cart = system.Entity<CartRef>(new CartId(Guid.NewGuid()));
        await cart.AddAsync("pen");
        string greeting = await system.Entity<CustomerRef>("anna").GreetAsync();
        var desk = new Desk(system.Entities<CartRef>(), system.Entities<CouponRef>());
        return greeting.Length + await desk.CheckOutAsync((await cart.GetIdAsync()), 5) + system.Entities<CartRef>().LiveCount;
    }
}
