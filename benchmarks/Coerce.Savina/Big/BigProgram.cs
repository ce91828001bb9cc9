using System.Collections.Immutable;

namespace Coerce.Savina.Big;

/// <summary>Players ping each other at random, and themselves now and then.</summary>
public sealed record BigProgram(int Players = 120, int Pings = 20_000) : SavinaProgram
{
    public override string Name => "big";

    public override string Size => $"{Players:N0} players, {Pings:N0} pings each";

    public override SavinaProgram Times(double scale) => this with { Pings = Scaled(Pings, scale) };

    public override async Task<Outcome> RunAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        SinkRef sink = system.Spawn(Sink.Props(Players, Pings), "sink");

        ImmutableArray<PlayerReport> reports = await sink.PlayAsync(cancellationToken);

        Invariant.Equal(Players, reports.Length, "the players who have left");
        for (int player = 0; player < Players; player++)
        {
            Invariant.Equal(Pings, reports[player].Pings, $"the pings of player {player}");
            Invariant.Equal(Pings, reports[player].Pongs, $"the pongs of player {player}");
        }

        long pings = (long)Players * Pings;
        Invariant.Equal(pings, reports.Sum(report => (long)report.Answered), "the pings that were answered");

        long begun = Players, pongs = pings, done = Players, left = Players;
        return new Outcome(1 + begun + pings + pongs + done + left);
    }
}
