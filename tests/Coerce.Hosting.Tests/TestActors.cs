using System.Collections.Concurrent;

namespace Coerce.Hosting.Tests;

/// <summary>What happened, in order, as told by several threads.</summary>
public sealed class Journal
{
    private readonly ConcurrentQueue<string> _lines = new();

    public string[] Lines => [.. _lines];

    public void Add(string line) => _lines.Enqueue(line);
}

/// <summary>Notes its start and its stop.</summary>
[Actor]
public sealed partial class Shelf(int count, Journal journal, ActorContext<ShelfRef> context)
{
    private int _count = count;

    [OnStart]
    async Task Started()
    {
        await Task.Yield();
        journal.Add($"{context.Id} started");
    }

    [Handles] int Take(int count) => _count -= count;

    [Handles] int Count() => _count;

    [Handles] void Fail() => throw new InvalidOperationException("the shelf broke");

    [Handles] Task Hold(Task until) => until;

    [OnStop] void Stopped() => journal.Add($"{context.Id} stopped");
}

[Actor]
public sealed partial class Cashier(ShelfRef shelf)
{
    [Handles] ValueTask<int> Sell(int count) => shelf.TakeAsync(count);
}

[Actor]
public sealed partial class Clerk
{
    public Clerk(bool comesToWork, bool isFit)
    {
        if (!comesToWork) throw new InvalidOperationException("the clerk overslept");
        IsFit = isFit;
    }

    private bool IsFit { get; }

    [OnStart]
    void Started()
    {
        if (!IsFit) throw new InvalidOperationException("the clerk went home");
    }

    [Handles] bool Works() => true;
}
