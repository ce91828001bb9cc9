namespace Orders;

public readonly record struct Open;
public readonly record struct Knock(int Times);
public readonly record struct Ring;

[Actor]
public sealed partial class Door
{
    private int _knocks;

    [Handles] void On(Ring message) => _knocks++;

    [Behavior(Initial = true)]
    [Stashes({|COERCE0115:typeof(Open)|}, typeof(Knock), {|COERCE0115:typeof(Knock)|}, {|COERCE0115:typeof(Ring)|}, {|COERCE0115:typeof(string)|})]
    private sealed partial class Shut(Door door)
    {
        [Handles] void On(Open message) => door.Become(new Wide(door));
    }

    [Behavior, Stashes({|COERCE0115:typeof(Terminated)|})]
    private sealed partial class Wide(Door door)
    {
        [Handles] void On(Open message) { }

        [Handles] void On(Knock message) => door._knocks += message.Times;
    }
}
