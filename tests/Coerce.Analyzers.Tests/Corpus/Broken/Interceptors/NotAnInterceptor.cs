namespace Around;

public sealed class Stopwatch
{
    public long Ticks { get; set; }
}

[Actor]
[Intercept<{|CS0311:Stopwatch|}>]
public sealed partial class Lap
{
    private int _laps;

    [Handles] int Run2() => ++_laps;
}

[Actor]
[Intercept<{|CS0246:Stopwach|}>]
public sealed partial class Race
{
    private int _laps;

    [Handles] int Begin() => ++_laps;
}
