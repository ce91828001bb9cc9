namespace Weather;

[Actor]
public sealed partial class {|COERCE0006:Beacon|}(string name)
{
    private int _starts;

    [OnStart]
    void Started(ActorContext<BeaconRef> context)
    {
        _starts++;
        Console.WriteLine($"{name} {context.Path} {_starts}");
    }

    [OnStop] void Stopped() => Console.WriteLine(name);
}

public static class Use
{
    public static BeaconRef Light(ActorSystem system) => system.Spawn(Beacon.Props("north"), "north");
}
