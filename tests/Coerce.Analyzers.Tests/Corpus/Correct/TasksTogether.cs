namespace Together;

public sealed record Price(string Shop, decimal Amount);

[Actor]
public sealed partial class Shop(string name)
{
    private int _asked;

    [Handles]
    async Task<Price> Offer(string article, CancellationToken cancellationToken)
    {
        await Task.Delay(++_asked, cancellationToken);
        return new Price(name, article.Length);
    }
}

[Actor]
public sealed partial class Comparison(IReadOnlyList<ShopRef> shops)
{
    private int _compared;

    [Handles]
    async Task<Price?> Cheapest(string article, CancellationToken cancellationToken)
    {
        Price[] all = await Task.WhenAll(shops.Select(shop => shop.OfferAsync(article, cancellationToken).AsTask()));
        _compared += all.Length;
        return all.MinBy(price => price.Amount);
    }

    [Handles]
    async Task<Price> Fastest(string article)
    {
        List<Task<Price>> pending = [.. shops.Select(shop => shop.OfferAsync(article).AsTask())];
        Task<Price> first = await Task.WhenAny(pending);
        return await first;
    }

    [Handles]
    async Task<int> InOrder(string article)
    {
        int count = 0;
        await foreach (Task<Price> task in Task.WhenEach(shops.Select(shop => shop.OfferAsync(article).AsTask())))
        {
            Price price = await task;
            count += price.Shop.Length;
        }

        return count + _compared;
    }
}

public static class Use
{
    public static async Task<decimal> RunAsync(ActorSystem system)
    {
        ComparisonRef comparison = system.Spawn(Comparison.Props([system.Spawn(Shop.Props("a")), system.Spawn(Shop.Props("b"))]));
        Price? cheapest = await comparison.CheapestAsync("pen");
        return (cheapest?.Amount ?? 0) + (await comparison.FastestAsync("ink")).Amount + await comparison.InOrderAsync("cap");
    }
}
