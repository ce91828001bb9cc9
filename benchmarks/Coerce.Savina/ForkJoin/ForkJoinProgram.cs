namespace Coerce.Savina.ForkJoin;

/// <summary>Many messages for each of some workers, in turn; then all workers are waited for.</summary>
public sealed record ForkJoinProgram(int Messages = 10_000, int Workers = 60) : SavinaProgram
{
    public override string Name => "fork-join";

    public override string Size => $"{Workers:N0} workers, {Messages:N0} messages each";

    public override SavinaProgram Times(double scale) => this with { Messages = Scaled(Messages, scale) };

    public override async Task<Outcome> RunAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        WorkerRef[] workers = [.. Enumerable.Range(0, Workers).Select(number => system.Spawn(Worker.Props(), $"worker-{number}"))];

        for (int number = 0; number < Messages; number++)
        {
            foreach (WorkerRef worker in workers) worker.Tell(new Compute(number));
        }

        double? sum = null;
        foreach (WorkerRef worker in workers)
        {
            WorkerReport report = await worker.JoinAsync(cancellationToken);
            Invariant.Equal(Messages, report.Handled, $"the messages that {worker.Path} handled");

            // The same work in the same order: the same sum to the last bit.
            if (report.Sum != (sum ??= report.Sum)) throw new InvariantException($"{worker.Path} has computed {report.Sum}, others {sum}.");
        }

        return new Outcome(((long)Messages + 1) * Workers);
    }
}
