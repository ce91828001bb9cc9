namespace Coerce.Runtime.Tests;

public record Placed(int Publisher, int Number);

public sealed record PlacedAbroad(int Publisher, int Number) : Placed(Publisher, Number);

public readonly record struct Paid(int Number);

/// <summary>What a listener has heard, kept outside of it; a test can wait for it.</summary>
public sealed class Heard
{
    private readonly Lock _lock = new();
    private readonly List<object> _all = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _waiting = [];

    public object[] All
    {
        get
        {
            lock (_lock) return [.. _all];
        }
    }

    public int[] Numbers => [.. All.OfType<Placed>().Select(placed => placed.Number)];

    public void Add(object message)
    {
        TaskCompletionSource[] reached;
        lock (_lock)
        {
            _all.Add(message);
            reached = [.. _waiting.Where(wait => wait.Count <= _all.Count).Select(wait => wait.Reached)];
            _waiting.RemoveAll(wait => wait.Count <= _all.Count);
        }

        foreach (TaskCompletionSource signal in reached) signal.SetResult();
    }

    public Task UntilAsync(int count)
    {
        lock (_lock)
        {
            if (_all.Count >= count) return Task.CompletedTask;
            TaskCompletionSource reached = Signal.New();
            _waiting.Add((count, reached));
            return reached.Task;
        }
    }
}

/// <summary>Is subscribed by others, and can be held in the middle of a turn.</summary>
[Actor]
public sealed partial class Listener(Heard heard)
{
    [Handles] void On(Placed message) => heard.Add(message);

    [Handles] void On(Paid message) => heard.Add(message);

    [Handles] WeakReference Trace() => new(this);

    [Handles]
    async Task On(Enter message, CancellationToken cancellationToken)
    {
        message.Entered.TrySetResult();
        await message.Leave.Task.WaitAsync(cancellationToken);
    }

    [Handles] void On(Fail message) => throw new InvalidOperationException(message.Why);
}

/// <summary>Subscribes itself to two topics, before its start.</summary>
[Actor(OnFailure = FailureAction.Restart, MaxRestarts = 1_000)]
public sealed partial class Bookkeeper(Heard heard, Task? start = null)
{
    private bool _started;

    [OnStart]
    async Task Start()
    {
        if (start is not null) await start;
        _started = true;
    }

    [Handles, Subscribes("orders"), Subscribes("more orders")]
    void On(Placed message)
    {
        if (!_started) throw new InvalidOperationException("The message came before the start.");
        heard.Add(message);
        if (message.Number < 0) throw new InvalidOperationException("restart me");
    }

    [Handles, Subscribes("payments")] void On(Paid message) => heard.Add(message);
}

/// <summary>Wants something else from a topic than the program that makes it.</summary>
[Actor]
public sealed partial class Confused
{
    [Handles, Subscribes("payments")] void On(Paid message)
    {
    }

    [Handles, Subscribes("parcels")] void On(string message)
    {
    }
}

/// <summary>Follows what the system tells of its actors.</summary>
[Actor]
public sealed partial class Chronicler(Heard heard)
{
    [Handles, Subscribes(SystemTopics.Names.ActorStarted)] void On(ActorStarted message) => heard.Add(message);

    [Handles, Subscribes(SystemTopics.Names.ActorStopped)] void On(ActorStopped message) => heard.Add(message);

    [Handles, Subscribes(SystemTopics.Names.ActorFailed)] void On(ActorFailed message) => heard.Add(message);

    [Handles, Subscribes(SystemTopics.Names.DeadLetters)] void On(DeadLetter message) => heard.Add(message);
}

/// <summary>Fails at whatever the system tells.</summary>
[Actor]
public sealed partial class Clumsy(Heard heard)
{
    [Handles, Subscribes(SystemTopics.Names.ActorFailed)] void On(ActorFailed message) => Fail(message);

    [Handles, Subscribes(SystemTopics.Names.DeadLetters)] void On(DeadLetter message) => Fail(message);

    private void Fail(object message)
    {
        heard.Add(message);
        throw new InvalidOperationException("I cannot bear it.");
    }
}
