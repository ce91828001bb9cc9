// As it looks in an editor while somebody types.
namespace Bank;

public sealed record Close(string Why);

[Actor]
public sealed partial class Counter
{
    private int _closed;

    [Handles] int On(Close message) => _closed += message.Why.Length;

    [Handles] Task<{|CS1003:{|CS1031:|}|}
}

public static class Use
{
    public static void Run(CounterRef counter) => counter.Tell(new Close("now"));
}
