namespace Looking;

[Actor]
public sealed partial class Quiet
{
    [Handles] void On(string message) => _ = message.Length;
}

public sealed class Collector : IObserver<DeadLetter>
{
    private int _letters;

    public int Letters => _letters;

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => Console.Error.WriteLine(error);

    public void OnNext(DeadLetter value) => Interlocked.Increment(ref _letters);
}

public static class Use
{
    public static async Task<string> RunAsync()
    {
        var options = new ActorSystemOptions { ShutdownTimeout = TimeSpan.FromSeconds(1), OnTopFailure = TopFailurePolicy.StopSystem, Clock = TimeProvider.System };
        await using var system = new ActorSystem("looking", options);
        var collector = new Collector();
        using IDisposable subscription = system.DeadLetters.Subscribe(collector);
        using IDisposable other = system.DeadLetters.Subscribe(letter => Console.WriteLine($"{letter.Reason} {letter.Path}"));
        QuietRef quiet = system.Spawn(Quiet.Props(), "quiet");
        await quiet.StopAsync();
        quiet.Tell("anybody there?");
        SystemDescription description = system.Describe();
        string tree = string.Join(' ', description.Actors.Select(actor => $"{actor.Path} {actor.Status} {actor.QueueLength}"));
        return $"{tree} {collector.Letters} {system.DeadLetters.Count}";
    }
}
