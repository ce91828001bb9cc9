namespace Coerce.Savina.DiningPhilosophers;

/// <summary>Sees who eats. It is no actor: all philosophers share it, and what it sees depends neither on the arbitrator nor on
/// the order of messages.</summary>
public sealed class Table(int seats)
{
    private readonly int[] _eating = new int[seats];

    /// <exception cref="InvariantException">A neighbour eats, too.</exception>
    public void BeginToEat(int seat)
    {
        // Each of two neighbours marks itself before it looks: whoever is second sees the first.
        if (Interlocked.Exchange(ref _eating[seat], 1) == 1) throw new InvariantException($"Philosopher {seat} eats twice at once.");
        Look(seat, (seat + 1) % seats);
        Look(seat, (seat + seats - 1) % seats);
    }

    public void EndEating(int seat) => Volatile.Write(ref _eating[seat], 0);

    private void Look(int seat, int neighbour)
    {
        if (Volatile.Read(ref _eating[neighbour]) == 1)
            throw new InvariantException($"Philosophers {seat} and {neighbour} sit side by side and both eat.");
    }
}
