namespace Depots;

[Actor]
public sealed partial class Scale(ReadOnlySpan<int> {|COERCE0007:weights|})
{
    private int _sum = weights.Length;

    [Handles] int Weigh(int weight) => _sum += weight;
}

[Actor]
public sealed partial class Gate
{
    private int _passed;

    public Gate(ref int {|COERCE0007:passed|}) => _passed = passed;

    [Handles] int Pass() => ++_passed;
}
