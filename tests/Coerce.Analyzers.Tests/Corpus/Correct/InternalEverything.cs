namespace Inside;

internal sealed record Order(int Number);

internal enum Size
{
    Small,
    Large,
}

[Actor("inside.kitchen")]
internal sealed partial class Kitchen(Size size)
{
    private int _cooked;

    [Handles] Size On(Order message) => _cooked++ > message.Number ? Size.Large : size;

    [Handles] IReadOnlyDictionary<Size, int> Cooked() => new Dictionary<Size, int> { [size] = _cooked };
}

[Actor]
public sealed partial class Guest
{
    private int _orders;

    [Handles] internal int Ask2(Order order) => _orders += order.Number;

    [Handles] public int Orders() => _orders;
}

internal static class Use
{
    internal static async Task<Size> RunAsync(ActorSystem system, GuestRef guest)
    {
        await guest.Ask2Async(new Order(1));
        KitchenRef kitchen = system.Spawn(Kitchen.Props(Size.Small));
        return (await kitchen.CookedAsync()).Keys.Append(await kitchen.AskAsync(new Order(1))).Max();
    }
}
