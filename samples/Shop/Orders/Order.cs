namespace Shop;

/// <summary>An order: an entity with a behaviour for each stage. It saves each stage before it goes on, so whatever breaks, its next
/// start goes on from there.</summary>
[Actor("shop.order", OnFailure = FailureAction.Restart, MaxRestarts = 1_000_000), Entity(IdleSeconds = 30, MaxLive = 10_000)]
public sealed partial class Order(
    [EntityKey] OrderId id, [FromServices] Store<OrderState> store, [FromServices] Faults faults, ActorContext<OrderRef> context)
{
    private OrderState _state = OrderState.None;

    private OrderView View => new(id.Value, _state.Stage, _state.Customer, _state.Lines);

    [OnStart]
    async Task Load()
    {
        _state = await store.LoadAsync($"{id.Value}") ?? OrderState.None;
        if (_state.Stage == OrderStage.Placing) await TakeAsync();
        else if (_state.Stage == OrderStage.Cancelling) await GiveBackAsync(OrderStage.Cancelled);
        else Behave();
    }

    [Handles] OrderView GetView() => View;

    /// <summary>Takes all articles, or none.</summary>
    private async Task TakeAsync()
    {
        foreach (Line line in _state.Lines)
        {
            if (await StockOf(line).AskAsync(new StockCommand.Take(id, line.Count))) continue;
            await GiveBackAsync(OrderStage.Refused);
            return;
        }

        await EnterAsync(OrderStage.Placed);
        context.System.Topic<OrderPlaced>(Topics.Orders).Publish(new OrderPlaced(id, _state.Customer, _state.Lines));
    }

    private async Task GiveBackAsync(OrderStage next)
    {
        foreach (Line line in _state.Lines) await StockOf(line).AskAsync(new StockCommand.GiveBack(id));
        await EnterAsync(next);
    }

    private IActorRef<StockCommand> StockOf(Line line) => context.System.Find<StockRef>(line.Article)
        ?? throw new InvalidOperationException($"There is no stock of {line.Article} at the moment.");

    private async Task EnterAsync(OrderStage stage)
    {
        faults.Strike();
        _state = _state with { Stage = stage };
        await store.SaveAsync($"{id.Value}", _state);
        faults.Strike();
        Behave();
    }

    private void Behave()
    {
        switch (_state.Stage)
        {
            case OrderStage.None:
                Become(new Unplaced(this));
                break;
            case OrderStage.Placed:
                Become(new Unpaid(this));
                break;
            case OrderStage.Paid:
                Become(new Unshipped(this));
                break;
            case OrderStage.Shipped or OrderStage.Cancelled or OrderStage.Refused:
                Become(new Closed(this));
                break;
        }
    }

    [Behavior(Initial = true), Stashes(typeof(Ship))]
    private sealed partial class Unplaced(Order order)
    {
        [Handles]
        async Task<OrderView> On(Place message)
        {
            order._state = new OrderState(OrderStage.Placing, message.Customer, message.Lines);
            await order.EnterAsync(OrderStage.Placing);
            await order.TakeAsync();
            return order.View;
        }

        [Handles] OrderView On(Pay message) => order.View;

        [Handles] OrderView On(Cancel message) => order.View;
    }

    /// <summary>What the warehouse wants waits until the customer has paid.</summary>
    [Behavior, Stashes(typeof(Ship))]
    private sealed partial class Unpaid(Order order)
    {
        [Handles] OrderView On(Place message) => order.View;

        [Handles]
        async Task<OrderView> On(Pay message)
        {
            await order.EnterAsync(OrderStage.Paid);
            return order.View;
        }

        [Handles]
        async Task<OrderView> On(Cancel message)
        {
            await order.EnterAsync(OrderStage.Cancelling);
            await order.GiveBackAsync(OrderStage.Cancelled);
            return order.View;
        }
    }

    [Behavior]
    private sealed partial class Unshipped(Order order)
    {
        [Handles] OrderView On(Place message) => order.View;

        [Handles] OrderView On(Pay message) => order.View;

        [Handles] OrderView On(Cancel message) => order.View;

        [Handles] Task On(Ship message) => order.EnterAsync(OrderStage.Shipped);
    }

    [Behavior]
    private sealed partial class Closed(Order order)
    {
        [Handles] OrderView On(Place message) => order.View;

        [Handles] OrderView On(Pay message) => order.View;

        [Handles] OrderView On(Cancel message) => order.View;

        [Handles] void On(Ship message)
        {
        }
    }
}
