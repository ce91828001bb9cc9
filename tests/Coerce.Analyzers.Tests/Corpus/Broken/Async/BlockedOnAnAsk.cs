namespace Blocking;

public sealed record Read(string File);

[Actor]
public sealed partial class Meter
{
    private int _value;

    [Handles] int Next() => ++_value;
}

[Actor]
public sealed partial class Report(MeterRef meter)
{
    private int _sum;

    [Handles] int Total() => _sum += meter.NextAsync().AsTask().{|COERCE0301:Result|};

    [Handles]
    string On(Read message)
    {
        Thread.{|COERCE0301:Sleep|}(100);
        Task.Delay(10).{|COERCE0301:Wait|}();
        return File.{|COERCE0301:ReadAllText|}(message.File);
    }

    [OnStart] void Started() => _sum = meter.NextAsync().GetAwaiter().{|COERCE0301:GetResult|}();
}
