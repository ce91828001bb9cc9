using System.Collections.Immutable;

namespace Subjects;

public sealed record Introduce(TellerRef Other, TellerRef? Friend, ImmutableArray<TellerRef> Others);

[Actor("subjects.teller")]
public sealed partial class Teller
{
    private int _sum;

    [Handles] int Deposit(int amount, string? note = null) => _sum += amount;

    [Handles] void Clear() => _sum = 0;

    [Handles] ImmutableArray<int> History(DateTimeOffset since, ImmutableArray<string> tags) => [_sum, tags.Length];

    [Handles] int? Maybe(int @class) => @class > 0 ? _sum : null;

    [Handles] Item? Find(Guid id) => new(_sum, id.ToString());

    [Handles] IReadOnlyDictionary<string, Item> All() => ImmutableDictionary<string, Item>.Empty;

    [Handles] Colour Paint(Colour colour) => colour;

    [Handles] decimal Exact() => _sum;

    [Handles] Guid Name() => Guid.Empty;

    [Handles] string On(Introduce m) => m.Other.Path;

    [Handles] bool On(Item m) => m.Number == _sum;
}
