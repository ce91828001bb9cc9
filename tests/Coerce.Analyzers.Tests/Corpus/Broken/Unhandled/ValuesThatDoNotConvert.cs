namespace Queues;

public readonly record struct Metres(double Value)
{
    public static implicit operator Feet(Metres metres) => new(metres.Value * 3.28);
}

public readonly record struct Feet(double Value);
public readonly record struct Miles(double Value);

[Actor]
public sealed partial class Odometer
{
    private double _feet;

    [Handles] double On(Feet message) => _feet += message.Value;

    [Handles] void On(long message) => _feet += message;
}

public static class Use
{
    public static async Task<double> DriveAsync(OdometerRef odometer)
    {
        odometer.Tell(5);                                    // an int converts to a long
        {|COERCE0101:odometer.Tell(5.5)|};
        {|COERCE0101:odometer.Tell(new Miles(1))|};
        {|COERCE0101:odometer.Tell("5")|};
        double feet = await odometer.AskAsync(new Metres(2));
        return feet + await {|COERCE0101:odometer.AskAsync(5m)|};
    }
}
