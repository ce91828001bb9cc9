namespace Trees;

public sealed partial class Park
{
    private readonly int {|COERCE0008:BenchRef|} = 3;

    public int Benches => BenchRef;

    [Actor]
    public sealed partial class Bench
    {
        private int _seats;

        [Handles] int Sit() => ++_seats;
    }
}
