namespace Sagas;

public sealed record Reserve(Guid Order, string Article, int Count);
public sealed record Undo(Guid Order);
public sealed record Charge(Guid Order, decimal Amount);
public sealed record Ship(Guid Order, string Address);
public sealed record PlaceOrder(Guid Id, string Article, int Count, decimal Price, string Address);

public abstract record Placed(Guid Id)
{
    public sealed record Done(Guid Id, string Parcel) : Placed(Id);

    public sealed record Failed(Guid Id, string Step) : Placed(Id);
}

[Actor("sagas.stock")]
public sealed partial class Stock(int available)
{
    private readonly Dictionary<Guid, int> _reserved = [];

    [Handles]
    bool On(Reserve message)
    {
        if (_reserved.Values.Sum() + message.Count > available) return false;
        _reserved[message.Order] = message.Count;
        return true;
    }

    [Handles] void On(Undo message) => _reserved.Remove(message.Order);
}

[Actor("sagas.payment")]
public sealed partial class Payment(decimal limit)
{
    private readonly Dictionary<Guid, decimal> _charged = [];

    [Handles] bool On(Charge message) => message.Amount <= limit && _charged.TryAdd(message.Order, message.Amount);

    [Handles] void On(Undo message) => _charged.Remove(message.Order);
}

[Actor("sagas.shipping", OnFailure = FailureAction.Restart)]
public sealed partial class Shipping
{
    private int _number;

    [Handles] string On(Ship message) => message.Address.Length == 0 ? throw new ArgumentException("Where to?") : $"{message.Order}-{++_number}";
}

[Actor("sagas.orders")]
public sealed partial class Orders(StockRef stock, PaymentRef payment, ShippingRef shipping)
{
    private readonly Dictionary<Guid, Placed> _placed = [];

    [Handles(Reentrant = true)]
    async Task<Placed> On(PlaceOrder message, CancellationToken cancellationToken)
    {
        if (_placed.TryGetValue(message.Id, out Placed? before)) return before;
        Stack<IReceive<Undo>> undo = [];
        try
        {
            if (!await stock.AskAsync(new Reserve(message.Id, message.Article, message.Count), cancellationToken)) return Fail("stock");
            undo.Push(stock);
            if (!await payment.AskAsync(new Charge(message.Id, message.Price), cancellationToken)) return Fail("payment");
            undo.Push(payment);
            string parcel = await shipping.AskAsync(new Ship(message.Id, message.Address), cancellationToken);
            undo.Clear();
            return _placed[message.Id] = new Placed.Done(message.Id, parcel);
        }
        catch (ArgumentException)
        {
            return Fail("shipping");
        }

        Placed Fail(string step)
        {
            while (undo.TryPop(out IReceive<Undo>? one)) one.Tell(new Undo(message.Id));
            return _placed[message.Id] = new Placed.Failed(message.Id, step);
        }
    }
}
