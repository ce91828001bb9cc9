using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;

[assembly: Sendable(typeof(Vouching.Legacy))]

namespace Vouching;

public class Legacy
{
    public int Value { get; set; }
}

[Sendable]
public sealed class Shared
{
    private int _value;

    public int Next() => Interlocked.Increment(ref _value);
}

[Transfers]
public sealed class Batch
{
    public List<int> Items { get; } = [];
}

public sealed record Everything(
    Legacy Legacy,
    Shared Shared,
    FrozenDictionary<string, ImmutableArray<int>> Frozen,
    ConcurrentDictionary<string, string> Concurrent,
    IReadOnlyDictionary<string, IReadOnlyList<(int A, DateOnly? B)>> Map,
    ReadOnlyMemory<byte> Memory,
    Task<string> Later,
    Exception? Failure,
    CancellationToken Token,
    Type Kind,
    Uri? Address);

[Actor]
public sealed partial class Taker
{
    private static readonly FrozenSet<string> Names = new[] { "a" }.ToFrozenSet();
    private readonly List<Everything> _all = [];
    private List<int> _items = [];

    [Handles] void On(Everything message) => _all.Add(message);

    [Handles] int On(Batch message) => (_items = message.Items).Count;

    [Handles] IReadOnlyList<Everything> All() => [.. _all];

    [Handles] int Largest([Transfers] List<int> numbers) => numbers.Concat(_items).Max();

    [Handles] bool Has(string name) => Names.Contains(name);
}

public static class Use
{
    public static async Task<int> RunAsync(TakerRef taker)
    {
        var batch = new Batch();
        batch.Items.Add(1);
        int count = await taker.AskAsync(batch);
        List<int> numbers = [1, 2, 3];
        numbers.Add(4);
        return count + await taker.LargestAsync(numbers);
    }
}
