namespace Timers;

[Actor]
public sealed partial class Heart
{
    private sealed record Beat(int Number);

    private enum Rhythm { Slow, Fast }

    private int _beats;

    [Handles] void On(Beat {|COERCE0003:message|}) => _beats = message.Number;

    [Handles] Rhythm {|COERCE0003:Measure|}() => _beats > 100 ? Rhythm.Fast : Rhythm.Slow;

    [Handles] void Calm() => _beats = 60;
}

public static class Doctor
{
    public static async Task VisitAsync(HeartRef heart) => await heart.CalmAsync();
}
