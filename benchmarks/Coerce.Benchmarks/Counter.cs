namespace Coerce.Benchmarks;

public readonly record struct Add(int Amount);

public readonly record struct AddLater(int Amount);

public readonly record struct Get;

/// <summary>The work of every benchmark: add to a number.</summary>
[Actor]
public sealed partial class Counter
{
    private int _count;

    [Handles] int On(Add message) => _count += message.Amount;

    [Handles]
    async ValueTask<int> On(AddLater message)
    {
        await Task.Yield();
        return _count += message.Amount;
    }

    [Handles] int On(Get message) => _count;
}
