namespace Coerce.Savina.SleepingBarber;

/// <summary>Comes again until it is served, once.</summary>
[Actor]
public sealed partial class Customer(int number, CustomerFactoryRef factory, ActorContext<CustomerRef> context)
{
    private bool _inChair;

    [Handles] void On(Full message) => factory.Tell(new Returned(context.Self));

    [Handles]
    void On(Wait message)
    {
        // Reads a magazine.
    }

    [Handles]
    void On(Start message)
    {
        if (_inChair) throw new InvariantException($"Customer {number} sits in the barber's chair already.");
        _inChair = true;
    }

    [Handles]
    void On(Done message)
    {
        if (!_inChair) throw new InvariantException($"Customer {number} is done without having sat in the barber's chair.");
        factory.Tell(new Served(number));
        context.Stop();
    }
}
