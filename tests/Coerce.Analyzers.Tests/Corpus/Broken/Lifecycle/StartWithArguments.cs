namespace Pumps;

[Actor]
public sealed partial class Pump
{
    private int _speed;

    [OnStart] void Started(int {|COERCE0009:speed|}) => _speed = speed;

    [OnStop] int {|COERCE0009:Stopped|}() => _speed = 0;

    [Handles] int Speed() => _speed;
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system) => await system.Spawn(Pump.Props(), "pump").SpeedAsync();
}
