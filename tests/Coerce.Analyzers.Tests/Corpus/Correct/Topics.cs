namespace Events;

public abstract record OrderEvent(int Number);
public sealed record Placed(int Number, string Customer) : OrderEvent(Number);
public sealed record Shipped(int Number) : OrderEvent(Number);

public static class Names
{
    public static readonly TopicName<OrderEvent> Orders = new("orders");
}

[Actor]
public sealed partial class Checkout(ActorContext<CheckoutRef> context)
{
    private readonly Topic<OrderEvent> _orders = context.System.Topic(Names.Orders);
    private int _number;

    [Handles] void Pay(string customer) => _orders.Publish(new Placed(++_number, customer));

    [Handles] ValueTask Ship(int number, CancellationToken cancellationToken) => _orders.PublishAsync(new Shipped(number), cancellationToken);
}

[Actor(MailboxCapacity = 10, WhenFull = MailboxPolicy.DropOldest)]
public sealed partial class Packer
{
    private int _packed;

    [Handles, Subscribes("orders"), Subscribes("orders.express")]
    void On(OrderEvent message) => _packed += message is Placed ? 1 : 0;

    [Handles, Subscribes(SystemTopics.Names.ActorFailed)] void On(ActorFailed message) => _packed -= message.Path.Length;

    [Handles, Subscribes(SystemTopics.Names.DeadLetters)] Task On(DeadLetter message) => Console.Error.WriteLineAsync(message.Path);

    [Handles] int CountPacked() => _packed;
}

[Actor]
public sealed partial class Auditor
{
    private int _seen;

    [Handles] void On(OrderEvent message) => _seen += message.Number;
}

public static class Use
{
    public static IDisposable Run(ActorSystem system, PackerRef packer)
    {
        system.Topic(SystemTopics.ActorStopped);
        return system.Topic<OrderEvent>("orders").Subscribe(packer);
    }
}
