namespace Coerce.Savina.DiningPhilosophers;

// To the arbitrator.

public readonly record struct Hungry(int Seat, PhilosopherRef Philosopher);

/// <summary>Gives both forks back.</summary>
public readonly record struct GiveBack(int Seat);

public readonly record struct Leave(int Seat, int Meals, int Denials);

// To a philosopher.

/// <summary>Both forks are theirs.</summary>
public readonly record struct Eat;

/// <summary>A neighbour has one of the forks.</summary>
public readonly record struct Denied;

/// <summary>From a philosopher to itself: the plate is empty.</summary>
public readonly record struct PlateEmpty;

/// <summary>What the philosophers say they ate and were denied, and what the arbitrator says it gave and denied.</summary>
public readonly record struct DinnerReport(long Meals, long Denials, long Given, long Refused);
