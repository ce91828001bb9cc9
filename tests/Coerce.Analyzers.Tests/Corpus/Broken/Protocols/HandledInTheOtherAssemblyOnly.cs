// What a library handles is handled; what nobody does is not.
// ---- assembly Garage ----
namespace Garage;

public abstract record CarCommand
{
    private protected CarCommand()
    {
    }

    public sealed record Wash : CarCommand, IRequest<CarCommand, decimal>;
}

[Actor("garage.car", Protocol = typeof(CarCommand))]
public sealed partial class Car
{
    private int _washed;

    [Handles] decimal On(CarCommand.Wash message) => 5 + _washed++;
}
// ---- program Town ----
using Garage;

await using var system = new ActorSystem("town");
IActorRef<CarCommand> car = system.Spawn(Car.Props());
Console.WriteLine(await car.AskAsync(new CarCommand.Wash()));

public abstract record TownCommand
{
    private TownCommand()
    {
    }

    public sealed record Build(string House) : TownCommand, IRequest<TownCommand, int>;

    public sealed record {|COERCE0105:Vote|}(string For) : TownCommand, IRequest<TownCommand, bool>;
}

[Actor("town.hall")]
public sealed partial class Hall
{
    private int _houses;

    [Handles] int On(TownCommand.Build message) => _houses += message.House.Length;
}
