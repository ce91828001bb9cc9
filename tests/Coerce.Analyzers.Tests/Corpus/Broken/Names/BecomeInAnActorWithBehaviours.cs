namespace Trees;

[Actor]
public sealed partial class Season
{
    private int _days;

    private void {|COERCE0008:Become|}(int days) => _days = days;

    [Handles] int Reset()
    {
        Become(0);
        return _days;
    }

    [Behavior(Initial = true)]
    private sealed partial class Summer
    {
        [Handles] int Sunshine() => 12;
    }

    [Behavior]
    private sealed partial class Winter
    {
        [Handles] int Sunshine() => 4;
    }
}
