namespace Coerce.Runtime.Tests;

public sealed record Item(int Sender, int Number);

/// <summary>What an intake took, kept outside of it.</summary>
public sealed class Ledger(int senders = 1)
{
    private readonly Lock _lock = new();
    private readonly int[] _last = [.. Enumerable.Repeat(-1, senders)];
    private readonly List<int> _numbers = [];
    private readonly HashSet<int> _threads = [];

    public bool KeepsNumbers { get; init; } = true;

    public long Handled { get; private set; }

    /// <summary>How often a sender's message came after a later one of the same sender.</summary>
    public long Disorders { get; private set; }

    public int[] Numbers
    {
        get
        {
            lock (_lock) return [.. _numbers];
        }
    }

    public bool WasIn(int thread)
    {
        lock (_lock) return _threads.Contains(thread);
    }

    public int Take(Item item)
    {
        lock (_lock)
        {
            if (item.Number <= _last[item.Sender]) Disorders++;
            _last[item.Sender] = item.Number;
            if (KeepsNumbers) _numbers.Add(item.Number);
            _threads.Add(Environment.CurrentManagedThreadId);
            Handled++;
            return item.Number;
        }
    }
}

/// <summary>Writes down what it takes, and can be held in the middle of a turn.</summary>
[Actor]
public sealed partial class Intake(Ledger ledger)
{
    [Handles] int On(Item message) => ledger.Take(message);

    [Handles]
    async Task On(Enter message, CancellationToken cancellationToken)
    {
        message.Entered.SetResult();
        await message.Leave.Task.WaitAsync(cancellationToken);
    }

    [Handles] void On(Fail message) => throw new InvalidOperationException(message.Why);
}

internal sealed class Letters : IDisposable
{
    private readonly List<DeadLetter> _all = [];
    private readonly IDisposable _subscription;

    public Letters(ActorSystem system) => _subscription = system.DeadLetters.Subscribe(letter =>
    {
        lock (_all) _all.Add(letter);
    });

    public DeadLetter[] All
    {
        get
        {
            lock (_all) return [.. _all];
        }
    }

    public int[] Numbers(DeadLetterReason reason) =>
        [.. All.Where(letter => letter.Reason == reason).Select(letter => letter.Message).OfType<Item>().Select(item => item.Number)];

    public void Dispose() => _subscription.Dispose();
}
