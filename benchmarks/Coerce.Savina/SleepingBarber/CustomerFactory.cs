namespace Coerce.Savina.SleepingBarber;

/// <summary>Sends customers to the waiting room, those again that were turned away, and hears of those that were served.</summary>
[Actor]
public sealed partial class CustomerFactory(
    int customers, int workPerCustomer, WaitingRoomRef room, ActorContext<CustomerFactoryRef> context)
{
    private readonly Deferred<FactoryReport> _report = new();
    private readonly bool[] _served = new bool[customers];
    private int _servedCount;
    private int _attempts;
    private int _returned;

    [Handles]
    Deferred<FactoryReport> Open()
    {
        var random = new Random(2);
        for (int number = 0; number < customers; number++)
        {
            SendIn(context.Spawn(Customer.Props(number, context.Self), $"customer-{number}"));
            Effort.Spend(random, workPerCustomer);
        }

        return _report;
    }

    [Handles]
    void On(Returned message)
    {
        _returned++;
        SendIn(message.Customer);
    }

    [Handles]
    void On(Served message)
    {
        if (_served[message.Customer]) throw new InvariantException($"Customer {message.Customer} was served twice.");
        _served[message.Customer] = true;
        if (++_servedCount == customers) _report.Reply(new FactoryReport(_attempts, _returned));
    }

    private void SendIn(CustomerRef customer)
    {
        _attempts++;
        room.Tell(new Enter(customer));
    }
}
