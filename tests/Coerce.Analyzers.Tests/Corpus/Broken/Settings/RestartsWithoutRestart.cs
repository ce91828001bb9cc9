namespace Jobs;

public sealed record Job(int Number);

[Actor("jobs.worker", {|COERCE0010:MaxRestarts = 5|}, {|COERCE0010:BackoffMilliseconds = 200|})]
public sealed partial class Worker
{
    private int _done;

    [Handles] int On(Job message) => message.Number < 0 ? throw new ArgumentException("No such job.") : ++_done;
}

[Actor("jobs.lazy", OnFailure = FailureAction.Stop, {|COERCE0010:RestartWindowMilliseconds = 1_000|})]
public sealed partial class LazyWorker
{
    private int _done;

    [Handles] int On(Job message) => _done += message.Number;
}

public static class Use
{
    public static async Task<int> RunAsync(WorkerRef worker, LazyWorkerRef lazy)
        => await worker.AskAsync(new Job(1)) + await lazy.AskAsync(new Job(2));
}
