namespace Plant;

public readonly record struct Temperature(double Celsius);

[Actor]
public partial class Sensor
{
    private double _last;

    [Handles] void On(Temperature message) => _last = message.Celsius;

    [Handles] double GetLast() => _last;
}

// Handlers are not inherited, so this one would be deaf to Temperature.
[Actor]
public sealed partial class {|COERCE0002:AlarmingSensor|} : Sensor
{
    private double _limit = 100;

    [Handles] void SetLimit(double limit) => _limit = limit;

    [Handles] bool IsAlarming(double value) => value > _limit;
}

public static class Watchman
{
    public static async Task<bool> CheckAsync(AlarmingSensorRef sensor, double value)
    {
        await sensor.SetLimitAsync(80);
        return await sensor.IsAlarmingAsync(value);
    }
}
