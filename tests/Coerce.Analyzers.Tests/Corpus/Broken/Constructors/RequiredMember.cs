namespace Depots;

public abstract class Named
{
    public required string {|COERCE0007:Name|} { get; init; }
}

[Actor]
public sealed partial class Crane(int load) : Named
{
    private int _lifted;

    [Handles] bool Lift(int weight) => weight <= load && (_lifted += weight) > 0;

    [Handles] string GetName() => Name;
}

public static class Use
{
    public static async Task<string> RunAsync(ActorSystem system) => await system.Spawn(Crane.Props(10), "crane").GetNameAsync();
}
