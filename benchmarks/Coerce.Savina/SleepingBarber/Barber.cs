namespace Coerce.Savina.SleepingBarber;

[Actor]
public sealed partial class Barber(int workPerHaircut)
{
    private readonly Random _random = new(1);
    private int _haircuts;

    [Handles]
    void On(Serve message)
    {
        message.Customer.Tell(new Start());
        Effort.Spend(_random, workPerHaircut);
        _haircuts++;
        message.Customer.Tell(new Done());
        message.Room.Tell(new Next());
    }

    [Handles]
    void On(Sleep message)
    {
        // An actor without messages sleeps as it is.
    }

    [Handles] int GetHaircuts() => _haircuts;
}
