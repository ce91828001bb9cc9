namespace Plant;

[Actor("plant.lamp")]
public sealed partial class Lamp
{
    private bool _on;

    [Handles] bool Toggle() => _on = !_on;
}
// ---- file Lamp.Naming.cs ----
namespace Plant;

[{|CS0579:Actor|}("plant.light")]
public sealed partial class Lamp
{
    [Handles] bool IsOn() => _on;
}

public static class Fuse
{
    public static ValueTask<bool> TestAsync(ActorSystem system) => system.Spawn(Lamp.Props(), "lamp").IsOnAsync();
}
