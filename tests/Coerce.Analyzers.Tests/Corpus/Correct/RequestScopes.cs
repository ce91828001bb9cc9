namespace Tenants;

public sealed record Tenant(string Name);
public readonly record struct Trace(Guid Id);
public readonly record struct Reserve(string Item);

[Actor]
public sealed partial class Stock
{
    private readonly Dictionary<(string Tenant, string Item), int> _reserved = [];

    [Handles]
    int On(Reserve message, RequestScope scope)
    {
        var key = (scope.Get<Tenant>().Name, message.Item);
        return _reserved[key] = _reserved.GetValueOrDefault(key) + 1;
    }

    [Handles] int Count(string item, RequestScope scope, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return scope.TryGet(out Tenant? tenant) ? _reserved.GetValueOrDefault((tenant.Name, item)) : 0;
    }
}

[Actor]
public sealed partial class Orders(StockRef stock)
{
    [Handles]
    async Task<int> Place(string item, RequestScope scope)
        => await stock.AskAsync(new Reserve(item), scope.With(new Trace(Guid.NewGuid())).Without<string>());
}

public static class Use
{
    public static async Task<int> RunAsync(OrdersRef orders, StockRef stock)
    {
        RequestScope scope = RequestScope.Empty.With(new Tenant("north"));
        stock.Tell(new Reserve("pen"), scope);
        stock.Tell(new Reserve("ink"));
        return await orders.PlaceAsync("pen", scope) + await stock.CountAsync("pen", scope) + await stock.CountAsync("pen");
    }
}
