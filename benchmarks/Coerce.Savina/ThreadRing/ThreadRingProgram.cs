namespace Coerce.Savina.ThreadRing;

/// <summary>A token goes round a ring of actors.</summary>
public sealed record ThreadRingProgram(int Nodes = 100, int Hops = 100_000) : SavinaProgram
{
    public override string Name => "thread-ring";

    public override string Size => $"{Nodes:N0} nodes, {Hops:N0} hops";

    public override SavinaProgram Times(double scale) => this with { Hops = Scaled(Hops, scale) };

    public override async Task<Outcome> RunAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        RingRef ring = system.Spawn(Ring.Props(Nodes), "ring");

        RingReport report = await ring.SendAsync(Hops, cancellationToken);

        (int rounds, int last) = Math.DivRem(Hops, Nodes);
        Invariant.Equal(last, report.EndedAt, "the node at which the token ended");
        for (int node = 0; node < Nodes; node++)
            Invariant.Equal(node <= last ? rounds + 1 : rounds, report.Visits[node], $"the visits of node {node}");

        // One visit more than hops: the token begins at the first node.
        long visits = Hops + 1L, connects = Nodes, exits = Nodes, notices = Nodes + 1;
        return new Outcome(1 + connects + visits + exits + notices);
    }
}
