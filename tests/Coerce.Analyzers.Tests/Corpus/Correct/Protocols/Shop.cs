// ---- assembly Shop.Contracts ----
namespace Shop;

[Contract]
public readonly record struct OrderId(long Value);

[Contract]
public abstract record ShopCommand
{
    private ShopCommand()
    {
    }

    public sealed record Order(string What, int Count) : ShopCommand, IRequest<ShopCommand, OrderId>;

    public sealed record Cancel(OrderId Id) : ShopCommand;

    public abstract record Query : ShopCommand
    {
        private Query()
        {
        }

        public sealed record Count : Query, IRequest<Query, int>;

        public sealed record Find(OrderId Id) : Query, IRequest<Query, string?>;

        public abstract record Report : Query
        {
            private Report()
            {
            }

            public sealed record Daily(DateOnly Day) : Report, IRequest<Report, IReadOnlyList<string>>;

            public sealed record Reset : Report;
        }
    }
}
// ---- assembly Shop.Actors ----
namespace Shop;

[Actor("shop.memory", Protocol = typeof(ShopCommand))]
public sealed partial class MemoryShop
{
    private readonly Dictionary<OrderId, string> _orders = [];

    [Handles]
    OrderId On(ShopCommand.Order message)
    {
        var id = new OrderId(_orders.Count);
        _orders[id] = $"{message.Count} {message.What}";
        return id;
    }

    [Handles] void On(ShopCommand.Cancel message) => _orders.Remove(message.Id);

    [Handles] int On(ShopCommand.Query.Count message) => _orders.Count;

    [Handles] async ValueTask<string?> On(ShopCommand.Query.Find message)
    {
        await Task.Yield();
        return _orders.GetValueOrDefault(message.Id);
    }

    [Handles] Deferred<IReadOnlyList<string>> On(ShopCommand.Query.Report.Daily message)
    {
        IReadOnlyList<string> all = [.. _orders.Values];
        return Deferred.Run(_ => Task.FromResult(all));
    }

    [Handles] void On(ShopCommand.Query.Report.Reset message) => _orders.Clear();

    [Handles] string Describe() => $"{_orders.Count} orders";
}

[Actor("shop.door", Protocol = typeof(ShopCommand.Query.Report), OnFailure = FailureAction.Restart, MailboxCapacity = 10)]
public sealed partial class Door
{
    private int _reports;

    [Handles]
    async Task<IReadOnlyList<string>> On(ShopCommand.Query.Report.Daily message)
    {
        await Task.Yield();
        return [$"{++_reports}"];
    }

    [Handles] void On(ShopCommand.Query.Report.Reset message) => _reports = 0;
}
// ---- program Shop.Desk ----
using Shop;

await using var system = new ActorSystem("desk");
IActorRef<ShopCommand> shop = system.SpawnPool(MemoryShop.Props(), 2);
IReadOnlyList<IActorRef<ShopCommand.Query.Report>> reports = [shop, system.Spawn(Door.Props())];
OrderId id = await shop.AskAsync(new ShopCommand.Order("pen", 2), TimeSpan.FromSeconds(1));
if (await shop.AskAsync(new ShopCommand.Query.Find(id)) is null) shop.Tell(new ShopCommand.Cancel(id));
foreach (IActorRef<ShopCommand.Query.Report> report in reports)
{
    if (report.TryTell(new ShopCommand.Query.Report.Reset())) await report.TellAsync(new ShopCommand.Query.Report.Reset());
    Console.WriteLine(string.Join(' ', await report.AskAsync(new ShopCommand.Query.Report.Daily(new DateOnly(2030, 1, 1)))));
}
