namespace Coerce.Savina.ConcurrentDictionary;

/// <summary>Workers read from one dictionary and write to it.</summary>
public sealed record ConcurrentDictionaryProgram(
    int Workers = 20, int Operations = 10_000, int WritePercent = 10, int Keys = int.MaxValue / 4_096) : SavinaProgram
{
    public override string Name => "concurrent-dictionary";

    public override string Size => $"{Workers:N0} workers, {Operations:N0} operations each";

    public override SavinaProgram Times(double scale) => this with { Operations = Scaled(Operations, scale) };

    public override async Task<Outcome> RunAsync(ActorSystem system, CancellationToken cancellationToken)
    {
        var load = new Workload(Workers, Operations, WritePercent, Keys);
        SharedDictionaryRef dictionary = system.Spawn(SharedDictionary.Props(), "dictionary");
        MasterRef master = system.Spawn(Master.Props(load, dictionary), "master");

        WorkReport work = await master.BeginAsync(cancellationToken);
        DictionaryReport report = await dictionary.GetReportAsync(cancellationToken);

        long operations = (long)Workers * Operations;
        Invariant.Equal(operations, (long)work.Reads + work.Writes, "reads and writes of all workers");
        Invariant.Equal(work.Reads, report.Reads, "the reads that the dictionary handled");
        Invariant.Equal(work.Writes, report.Writes, "the writes that the dictionary handled");
        Invariant.Equal(work.DistinctKeys, report.Size, "the size of the dictionary");

        long begun = Workers, done = Workers;
        return new Outcome(1 + begun + operations + done + 1);
    }
}
