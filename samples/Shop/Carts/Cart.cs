using System.Collections.Immutable;

namespace Shop;

/// <summary>What is in a cart, the order that is being made of what was in it before, and the one that was made last.</summary>
public sealed record CartState(ImmutableArray<Line> Lines, OrderId? Order, ImmutableArray<Line> Ordered, OrderId? LastOrder)
{
    public static readonly CartState Empty = new([], null, [], null);
}

/// <summary>A cart as callers see it. Whoever did not hear what became of a checkout finds its order here.</summary>
public sealed record CartView(string Customer, ImmutableArray<Line> Lines, Guid? LastOrder);

/// <summary>The cart of a customer: an entity, in memory while it is used.</summary>
[Actor("shop.cart", OnFailure = FailureAction.Restart, MaxRestarts = 1_000_000), Entity(IdleSeconds = 30, MaxLive = 10_000)]
public sealed partial class Cart(
    [EntityKey] string customer, [FromServices] Store<CartState> store, [FromServices] Faults faults, ActorContext<CartRef> context)
{
    private CartState _state = CartState.Empty;

    [OnStart] async Task Load() => _state = await store.LoadAsync(customer) ?? CartState.Empty;

    [Handles] CartView GetView() => new(customer, _state.Lines, _state.LastOrder?.Value);

    [Handles]
    async Task<CartView> Add(Line line)
    {
        ImmutableArray<Line> lines = _state.Lines;
        Line? there = lines.FirstOrDefault(other => other.Article == line.Article);
        lines = there is null ? lines.Add(line) : lines.Replace(there, line with { Count = line.Count + there.Count });
        await SaveAsync(_state with { Lines = lines });
        return GetView();
    }

    /// <summary>Makes an order of what is in the cart. The order's key is saved before it is placed: a checkout that broke is finished
    /// by the next one, and there is one order in the end.</summary>
    [Handles]
    async Task<OrderView?> Checkout()
    {
        if (_state.Order is null)
        {
            if (_state.Lines.IsEmpty) return null;
            await SaveAsync(_state with { Lines = [], Order = new OrderId(Guid.NewGuid()), Ordered = _state.Lines });
        }

        OrderRef order = context.System.Entity<OrderRef>(_state.Order!.Value);
        OrderView view = await order.AskAsync(new Place(customer, _state.Ordered));
        await SaveAsync(_state with { Order = null, Ordered = [], LastOrder = _state.Order });
        return view;
    }

    private async Task SaveAsync(CartState state)
    {
        faults.Strike();
        await store.SaveAsync(customer, state);
        faults.Strike();
        _state = state;
    }
}
