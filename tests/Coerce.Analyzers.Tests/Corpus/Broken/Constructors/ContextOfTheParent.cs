namespace Depots;

public sealed record Load(int Weight);

[Actor]
public sealed partial class Truck(ActorContext<FleetRef> {|COERCE0007:fleet|}, int most)
{
    private int _weight;

    [Handles] bool On(Load message) => (_weight += message.Weight) <= most && fleet.Id.Length > 0;
}

[Actor]
public sealed partial class Fleet(ActorContext<FleetRef> context)
{
    [Handles] TruckRef Buy(int most) => context.Spawn(Truck.Props(context, most));
}
