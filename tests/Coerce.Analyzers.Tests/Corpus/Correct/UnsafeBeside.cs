using System.Runtime.InteropServices;

namespace Native;

[StructLayout(LayoutKind.Sequential)]
public readonly record struct Pixel(byte R, byte G, byte B, byte A);

public ref struct Scanner
{
    private ReadOnlySpan<byte> _rest;

    public Scanner(ReadOnlySpan<byte> data) => _rest = data;

    public int Sum()
    {
        int sum = 0;
        while (!_rest.IsEmpty)
        {
            sum += _rest[0];
            _rest = _rest[1..];
        }

        return sum;
    }
}

[Actor]
public sealed unsafe partial class Blitter
{
    private readonly uint[] _buffer = new uint[64];

    [Handles]
    int On(Pixel message)
    {
        fixed (uint* first = _buffer)
        {
            *first = *(uint*)&message;
            return (int)*first;
        }
    }

    [Handles]
    int Sum(ReadOnlyMemory<byte> data)
    {
        Span<byte> copy = stackalloc byte[4];
        data.Span[..Math.Min(4, data.Length)].CopyTo(copy);
        return new Scanner(copy).Sum() + sizeof(Pixel);
    }

    private static uint Read(uint* address) => *address;
}
