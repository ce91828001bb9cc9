namespace Order;

[Actor]
public sealed partial class Parent(ActorContext<ParentRef> context)
{
    private readonly List<string> _log = [];

    [OnStart]
    async ValueTask StartAsync(ActorContext<ParentRef> same, CancellationToken cancellationToken)
    {
        ChildRef child = await same.SpawnAsync(Child.Props(context.Self), "child", cancellationToken);
        context.Watch(child);
    }

    [OnRestart] Task RestartAsync(ActorContext<ParentRef> same, Exception why, CancellationToken cancellationToken) => Task.CompletedTask;

    [OnStop] void Stop2() => _log.Clear();

    [Handles] void Note(string line) => _log.Add(line);

    [Handles] void On(Terminated message) => _log.Add($"{message.Actor.Id} {message.Failure?.GetType().Name ?? "stopped"}");

    [Handles] IReadOnlyList<string> Log() => [.. _log];
}

[Actor(OnFailure = FailureAction.Stop)]
public sealed partial class Child(IReceive<Parent.Messages.Note> log)
{
    private int _calls;

    [OnStart] void Started() => log.Tell(new("started"));

    [OnStop] void Stopped() => log.Tell(new($"stopped after {_calls}"));

    [Handles] int Fail(bool really) => really ? throw new InvalidOperationException() : ++_calls;
}
