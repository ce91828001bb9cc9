namespace Coerce.Savina.DiningPhilosophers;

/// <summary>Philosophers round a table, a fork between each two of them, and an arbitrator who gives out the forks.</summary>
public sealed record DiningPhilosophersProgram(int Philosophers = 20, int Rounds = 10_000) : SavinaProgram
{
    public override string Name => "dining-philosophers";

    public override string Size => $"{Philosophers:N0} philosophers, {Rounds:N0} meals each";

    public override SavinaProgram Times(double scale) => this with { Rounds = Scaled(Rounds, scale) };

    public override async Task<Outcome> RunAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        var table = new Table(Philosophers);
        ArbitratorRef arbitrator = system.Spawn(Arbitrator.Props(Philosophers), "arbitrator");
        for (int seat = 0; seat < Philosophers; seat++)
            system.Spawn(Philosopher.Props(seat, Rounds, arbitrator, table), $"philosopher-{seat}");

        DinnerReport dinner = await arbitrator.WaitForTheEndAsync(cancellationToken);

        long meals = (long)Philosophers * Rounds;
        Invariant.Equal(meals, dinner.Meals, "the meals of all philosophers");
        Invariant.Equal(meals, dinner.Given, "the pairs of forks that were given out");
        Invariant.Equal(dinner.Refused, dinner.Denials, "the denials that reached philosophers");
        return new Outcome(1 + 4 * meals + 2 * dinner.Denials + Philosophers, dinner.Denials);
    }
}
