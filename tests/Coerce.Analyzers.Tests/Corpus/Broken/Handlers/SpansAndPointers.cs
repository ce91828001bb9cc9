namespace Parsing;

[Actor]
public sealed partial class Checksum
{
    private int _sum;

    [Handles]
    int Add(ReadOnlySpan<byte> {|COERCE0003:data|})
    {
        foreach (byte value in data) _sum += value;
        return _sum;
    }

    [Handles] unsafe void Poke(int* {|COERCE0003:address|}) => *address = _sum;

    [Handles] unsafe int Peek(delegate*<int> {|COERCE0003:function|}) => function() + _sum;

    [Handles] int AddAll(ReadOnlyMemory<byte> data) => _sum += data.Length;
}
