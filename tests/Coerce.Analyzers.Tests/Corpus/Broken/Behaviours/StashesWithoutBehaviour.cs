namespace Orders;

public sealed record Later(int Days);

[Actor]
public sealed partial class Calendar
{
    private int _days;

    [Handles] void On(Later message) => _days += message.Days;

    [{|COERCE0112:Stashes(typeof(Later))|}]
    private sealed partial class Holidays
    {
        public int Days => 1;
    }

    [Handles] int Plan() => new Holidays().Days + _days;
}
