namespace Parts;

public sealed record Start(int Speed);
public sealed record Stop(string Why);

[Actor]
public sealed partial class Engine
{
    private int _speed;

    [Handles] int On(Start message) => _speed = message.Speed;
}
// ---- file Engine.Stopping.cs ----
namespace Parts;

public partial class Engine
{
    [Handles] void On(out Stop {|COERCE0003:message|}) => message = new Stop($"{_speed}");

    [Handles] int Speed() => _speed;
}
// ---- file Driver.cs ----
namespace Parts;

[Actor]
public sealed partial class Driver(EngineRef engine)
{
    [Handles] async Task<int> Drive(int speed) => await engine.AskAsync(new Start(speed)) + await engine.SpeedAsync();
}
