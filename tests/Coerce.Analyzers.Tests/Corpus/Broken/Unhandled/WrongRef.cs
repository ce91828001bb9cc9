namespace Alarms;

public sealed record Ring(int Seconds);
public sealed record Blink(int Times);

[Actor]
public sealed partial class Bell
{
    private int _rung;

    [Handles] void On(Ring message) => _rung += message.Seconds;
}

[Actor]
public sealed partial class Light
{
    private int _blinked;

    [Handles] void On(Blink message) => _blinked += message.Times;
}

[Actor]
public sealed partial class Siren(BellRef bell, LightRef light)
{
    [Handles]
    void Sound(int seconds)
    {
        {|COERCE0101:light.Tell(new Ring(seconds))|};
        {|COERCE0101:bell.Tell(new Blink(seconds))|};
        bell.Tell(new Ring(seconds));
    }
}
