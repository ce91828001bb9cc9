namespace Coerce.Savina.SleepingBarber;

/// <summary>A barber, a waiting room with so many seats, and customers who come again if they find it full.</summary>
public sealed record SleepingBarberProgram(
    int Customers = 5_000, int Seats = 1_000, int WorkPerCustomer = 1_000, int WorkPerHaircut = 1_000) : SavinaProgram
{
    public override string Name => "sleeping-barber";

    public override string Size => $"{Customers:N0} customers, {Seats:N0} seats";

    public override SavinaProgram Times(double scale) => this with { Customers = Scaled(Customers, scale) };

    public override async Task<Outcome> RunAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        BarberRef barber = system.Spawn(Barber.Props(WorkPerHaircut), "barber");
        WaitingRoomRef room = system.Spawn(WaitingRoom.Props(Seats, barber), "room");
        CustomerFactoryRef factory = system.Spawn(CustomerFactory.Props(Customers, WorkPerCustomer, room), "factory");

        FactoryReport shop = await factory.OpenAsync(cancellationToken);

        // The barber first: when he replies he has told the room that he is free, and the room's reply comes after that.
        int haircuts = await barber.GetHaircutsAsync(cancellationToken);
        RoomReport report = await room.GetReportAsync(cancellationToken);

        Invariant.Equal(Customers, haircuts, "the haircuts");
        Invariant.Equal(Customers + shop.Returned, shop.Attempts, "the attempts to get in");
        Invariant.Equal(report.TurnedAway, shop.Returned, "the customers who came again");
        Invariant.AtMost(Seats, report.MostWaiting, "the customers in the waiting room");
        Invariant.AtMost(Customers, report.Seated, "the customers who waited");

        long turnedAway = 2L * report.TurnedAway, served = 5L * Customers;
        return new Outcome(1 + shop.Attempts + turnedAway + report.Seated + served + report.Naps + 2, shop.Returned);
    }
}
