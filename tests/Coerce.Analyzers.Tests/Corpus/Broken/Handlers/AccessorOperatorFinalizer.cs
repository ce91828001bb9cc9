namespace Odd;

[Actor]
public sealed partial class Box
{
    private int _size;

    public int Size
    {
        [Handles] {|COERCE0003:get|} => _size;
    }

    public event Action? Opened
    {
        [Handles] {|COERCE0003:add|} => _size++;
        remove => _size--;
    }

    [Handles] public static Box operator {|COERCE0003:++|}(Box box) => box;

    [Handles] ~{|COERCE0003:Box|}() => _size = 0;

    [Handles] void Grow() => _size++;
}
