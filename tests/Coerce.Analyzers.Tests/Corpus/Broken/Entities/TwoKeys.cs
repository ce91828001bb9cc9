namespace Shop;

[Actor("shop.line")]
public sealed partial class OrderLine([EntityKey] Guid order, [EntityKey] long {|COERCE0020:line|})
{
    private int _count;

    [Handles] string Describe() => $"{order}/{line}: {_count}";

    [Handles] void SetCount(int count) => _count = count;
}

public static class Use
{
    public static async Task<string> RunAsync(ActorSystem system, Guid order)
    {
        OrderLineRef line = system.Entity<OrderLineRef>(order);
        await line.SetCountAsync(2);
        return await line.DescribeAsync();
    }
}
