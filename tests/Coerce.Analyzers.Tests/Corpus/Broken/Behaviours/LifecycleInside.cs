namespace Orders;

[Actor]
public sealed partial class Elevator
{
    [Behavior(Initial = true)]
    private sealed partial class Still(Elevator elevator)
    {
        private int _floor;

        [OnStart] void {|COERCE0005:Begin|}() => _floor = 0;

        [Handles] int Go(int floor)
        {
            elevator.Become(new Moving(floor));
            return _floor;
        }
    }

    [Behavior]
    private sealed partial class Moving(int floor)
    {
        [Handles] int Go(int floor) => floor;

        private int Floor => floor;
    }
}
