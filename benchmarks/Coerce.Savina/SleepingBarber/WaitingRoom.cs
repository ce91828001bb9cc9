namespace Coerce.Savina.SleepingBarber;

/// <summary>Seats for customers, and a bell for the barber. Whether he sleeps is how it behaves.</summary>
[Actor]
public sealed partial class WaitingRoom(int seats, BarberRef barber, ActorContext<WaitingRoomRef> context)
{
    private readonly Queue<CustomerRef> _waiting = new();
    private int _seated;
    private int _turnedAway;
    private int _mostWaiting;
    private int _naps;

    [Handles] RoomReport GetReport() => new(_seated, _turnedAway, _mostWaiting, _naps);

    private void Serve(CustomerRef customer) => barber.Tell(new Serve(customer, context.Self));

    private void Seat(CustomerRef customer)
    {
        if (_waiting.Count == seats)
        {
            _turnedAway++;
            customer.Tell(new Full());
            return;
        }

        _waiting.Enqueue(customer);
        _seated++;
        _mostWaiting = Math.Max(_mostWaiting, _waiting.Count);
        customer.Tell(new Wait());
    }

    private void LetSleep()
    {
        _naps++;
        barber.Tell(new Sleep());
        Become(new BarberSleeps(this));
    }

    [Behavior(Initial = true)]
    private sealed partial class BarberSleeps(WaitingRoom room)
    {
        [Handles]
        void On(Enter message)
        {
            room.Serve(message.Customer);
            room.Become(new BarberWorks(room));
        }

        [Handles] void On(Next message) => throw new InvariantException("The barber calls for a customer in his sleep.");
    }

    [Behavior]
    private sealed partial class BarberWorks(WaitingRoom room)
    {
        [Handles] void On(Enter message) => room.Seat(message.Customer);

        [Handles]
        void On(Next message)
        {
            if (room._waiting.TryDequeue(out CustomerRef? customer)) room.Serve(customer);
            else room.LetSleep();
        }
    }
}
