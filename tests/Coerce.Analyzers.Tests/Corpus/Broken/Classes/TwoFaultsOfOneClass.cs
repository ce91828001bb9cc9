// Two mistakes are two reports: the class is neither partial nor can it be spawned.
namespace Plant;

public sealed record Turn(int Degrees);

[Actor]
public abstract class {|COERCE0001:{|COERCE0002:Wheel|}|}
{
    private int _degrees;

    [Handles] int On(Turn message) => _degrees = (_degrees + message.Degrees) % 360;
}

[Actor]
public sealed partial class Driver(WheelRef wheel)
{
    [Handles] ValueTask<int> Steer(int degrees) => wheel.AskAsync(new Turn(degrees));
}
