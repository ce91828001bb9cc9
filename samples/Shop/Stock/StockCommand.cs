namespace Shop;

/// <summary>What an order asks of whoever keeps an article. Both may be sent again by an order that does not know what became of them.</summary>
public abstract record StockCommand
{
    private StockCommand()
    {
    }

    /// <summary>The reply is false when there is not enough.</summary>
    public sealed record Take(OrderId Order, int Count) : StockCommand, IRequest<StockCommand, bool>;

    public sealed record GiveBack(OrderId Order) : StockCommand;
}
