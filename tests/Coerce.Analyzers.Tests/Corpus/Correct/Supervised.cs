namespace Importing;

public sealed record Import(string File);
public sealed record Progress(string File, int Rows);

[Actor(OnFailure = FailureAction.Restart, MaxRestarts = 3, RestartWindowMilliseconds = 10_000, BackoffMilliseconds = 50, MaxBackoffMilliseconds = 1_000, BackoffJitter = 0.3)]
public sealed partial class Importer(string folder)
{
    private int _files;

    [OnStart] async Task Started(CancellationToken cancellationToken) => await Task.Delay(_files, cancellationToken);

    [OnRestart] void Failed(Exception failure, ActorContext<ImporterRef> context) => Console.WriteLine($"{context.Path} {failure.Message}");

    [OnStop] ValueTask Stopped() => ValueTask.CompletedTask;

    [Handles] Progress On(Import message) => message.File.StartsWith(folder, StringComparison.Ordinal)
        ? new Progress(message.File, ++_files)
        : throw new FileNotFoundException("Not there.", message.File);
}

[Actor(OnFailure = FailureAction.Escalate)]
public sealed partial class Director(ActorContext<DirectorRef> context)
{
    private readonly Dictionary<string, ImporterRef> _importers = [];
    private int _gone;

    [Handles]
    ImporterRef Hire(string folder)
    {
        ImporterRef importer = context.Spawn(Importer.Props(folder).WithSupervision(Supervision.Restart(maxRestarts: 1, jitter: 0.1)), folder);
        context.Watch(importer);
        return _importers[folder] = importer;
    }

    [Handles] void On(Terminated message) => _gone += message.Failure is null ? 0 : 1;

    [Handles]
    FailureAction On(ChildFailed message) => message.Failure switch
    {
        FileNotFoundException => FailureAction.Resume,
        TimeoutException when message.Restarts < 5 => FailureAction.Restart,
        _ => FailureAction.Stop,
    };

    [Handles] int CountGone() => _gone;
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        DirectorRef director = await system.SpawnAsync(Director.Props().WithSupervision(Supervision.Escalate), "director");
        ImporterRef importer = await director.HireAsync("in");
        Progress progress = await importer.AskAsync(new Import("in/1.csv"));
        await importer.StopAsync(immediately: true);
        return progress.Rows + await director.CountGoneAsync();
    }
}
