using System.Collections.Immutable;

namespace Shop;

/// <summary>What is left of an article, and which orders took some.</summary>
public sealed record StockState(int Count, ImmutableDictionary<OrderId, int> Taken);

/// <summary>The stock of one article: a named actor. Taking and giving back may be repeated, so an order that does not know what
/// became of its message just sends it again.</summary>
[Actor("shop.stock", OnFailure = FailureAction.Restart, MaxRestarts = 1_000_000)]
public sealed partial class Stock(string article, int count, [FromServices] Store<StockState> store, [FromServices] Faults faults)
{
    private StockState _state = new(count, ImmutableDictionary<OrderId, int>.Empty);

    [OnStart]
    async Task Load()
    {
        if (await store.LoadAsync(article) is { } saved) _state = saved;
    }

    [Handles] int Count() => _state.Count;

    [Handles]
    async Task<bool> Take(OrderId order, int count)
    {
        faults.Strike();
        if (_state.Taken.ContainsKey(order)) return true;
        if (count > _state.Count) return false;
        await SaveAsync(new StockState(_state.Count - count, _state.Taken.Add(order, count)));
        return true;
    }

    [Handles]
    async Task GiveBack(OrderId order)
    {
        faults.Strike();
        if (_state.Taken.TryGetValue(order, out int count))
            await SaveAsync(new StockState(_state.Count + count, _state.Taken.Remove(order)));
    }

    private async Task SaveAsync(StockState state)
    {
        await store.SaveAsync(article, state);
        faults.Strike();        // saved, but nobody hears of it
        _state = state;
    }
}
