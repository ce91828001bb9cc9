namespace Coerce.Savina.SleepingBarber;

// To the waiting room.

public readonly record struct Enter(CustomerRef Customer);

/// <summary>The barber is free.</summary>
public readonly record struct Next;

// To the barber.

public readonly record struct Serve(CustomerRef Customer, WaitingRoomRef Room);

public readonly record struct Sleep;

// To a customer.

/// <summary>No seat is free.</summary>
public readonly record struct Full;

public readonly record struct Wait;

public readonly record struct Start;

public readonly record struct Done;

// To the customer factory.

/// <summary>A customer was turned away, and comes again.</summary>
public readonly record struct Returned(CustomerRef Customer);

public readonly record struct Served(int Customer);

// What they tell at the end.

public readonly record struct RoomReport(int Seated, int TurnedAway, int MostWaiting, int Naps);

public readonly record struct FactoryReport(int Attempts, int Returned);
