using System.Collections.Immutable;

namespace Shop;

/// <summary>What is left of an article, and which orders took some.</summary>
public sealed record StockState(int Count, ImmutableDictionary<OrderId, int> Taken);

/// <summary>The stock of one article: a named actor.</summary>
[Actor("shop.stock", Protocol = typeof(StockCommand), OnFailure = FailureAction.Restart, MaxRestarts = 1_000_000)]
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
    async Task<bool> On(StockCommand.Take message)
    {
        faults.Strike();
        if (_state.Taken.ContainsKey(message.Order)) return true;
        if (message.Count > _state.Count) return false;
        await SaveAsync(new StockState(_state.Count - message.Count, _state.Taken.Add(message.Order, message.Count)));
        return true;
    }

    [Handles]
    async Task On(StockCommand.GiveBack message)
    {
        faults.Strike();
        if (_state.Taken.TryGetValue(message.Order, out int count))
            await SaveAsync(new StockState(_state.Count + count, _state.Taken.Remove(message.Order)));
    }

    private async Task SaveAsync(StockState state)
    {
        await store.SaveAsync(article, state);
        faults.Strike();        // saved, but nobody hears of it
        _state = state;
    }
}
