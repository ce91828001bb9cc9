namespace Alarms;

public sealed record Arm(int Zone);
public sealed record Disarm(int Zone, string Code);

[Actor]
public sealed partial class Alarm
{
    private int _zones;

    [Handles] int On(Arm message) => _zones |= message.Zone;
}

public static class Panel
{
    public static async Task<int> PressAsync(AlarmRef alarm, CancellationToken cancellationToken)
    {
        var disarm = new Disarm(1, "1234");
        {|COERCE0101:alarm.Tell(disarm)|};
        if (!{|COERCE0101:alarm.TryTell(disarm)|}) return 0;
        await {|COERCE0101:alarm.TellAsync(disarm, cancellationToken)|};
        using ActorTimer timer = {|COERCE0101:alarm.Schedule(disarm, TimeSpan.FromSeconds(5))|};
        bool done = await {|COERCE0101:alarm.AskAsync(disarm, TimeSpan.FromSeconds(1), cancellationToken)|};
        int zones = await {|COERCE0101:alarm.AskAsync(disarm, cancellationToken)|};
        return done ? zones : await alarm.AskAsync(new Arm(2), cancellationToken);
    }
}
