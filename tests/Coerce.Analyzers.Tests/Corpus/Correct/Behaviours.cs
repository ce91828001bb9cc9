namespace Phases;

public readonly record struct Line(string Article, decimal Price);
public readonly record struct Pay(decimal Amount);
public readonly record struct Ship(string Address);

[Actor("phases.order", StashCapacity = 50, WhenFull = MailboxPolicy.DropOldest)]
public sealed partial class Order(string id)
{
    private readonly string _id = id;

    [Handles] string GetId() => _id;

    [Behavior(Initial = true), Stashes(typeof(Ship))]
    private sealed partial class Open(Order order, ActorContext<OrderRef> context)
    {
        private readonly List<Line> _lines = [];

        [Handles]
        bool On(Line message)
        {
            _lines.Add(message);
            return true;
        }

        [Handles]
        bool On(Pay message)
        {
            if (message.Amount < _lines.Sum(line => line.Price)) return false;
            context.Logger.GetType();
            order.Become(new Paid(order, [.. _lines]));
            return true;
        }
    }

    [Behavior]
    private sealed partial class Paid(Order order, IReadOnlyList<Line> lines)
    {
        [Handles] bool On(Line message) => false;

        [Handles] bool On(Pay message) => true;

        [Handles]
        async Task<string> On(Ship message)
        {
            await Task.Delay(10);
            order.Become(new Shipped(message.Address));
            return $"{lines.Count} to {message.Address}";
        }
    }

    [Behavior]
    private sealed partial class Shipped(string address)
    {
        [Handles] bool On(Line message) => false;

        [Handles] bool On(Pay message) => true;

        [Handles] string On(Ship message) => $"gone to {address}";
    }
}

public static class Use
{
    public static async Task<string> RunAsync(ActorSystem system)
    {
        OrderRef order = system.Spawn(Order.Props("1"));
        ValueTask<string> shipped = order.AskAsync(new Ship("Rome"));
        await order.AskAsync(new Line("pen", 2));
        await order.AskAsync(new Pay(2));
        return await shipped;
    }
}
