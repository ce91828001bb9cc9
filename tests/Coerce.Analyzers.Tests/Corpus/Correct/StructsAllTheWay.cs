using System.Runtime.InteropServices;

namespace Structs;

[StructLayout(LayoutKind.Explicit)]
public readonly struct Bits
{
    [FieldOffset(0)] public readonly int Number;
    [FieldOffset(0)] public readonly float Single;

    public Bits(int number)
    {
        Single = 0;
        Number = number;
    }
}

public readonly record struct Vector(double X, double Y, double Z)
{
    public static readonly Vector Zero;

    public double Length => Math.Sqrt(X * X + Y * Y + Z * Z);

    public static Vector operator +(Vector left, Vector right) => new(left.X + right.X, left.Y + right.Y, left.Z + right.Z);
}

public readonly record struct Move(Vector By, Vector? Then = null);

[Actor]
public sealed partial class Body
{
    private Vector _position = Vector.Zero;

    [Handles] Vector On(Move message) => _position += message.By + (message.Then ?? default);

    [Handles] Vector? Nearest(Vector? to) => to is { Length: > 1 } far ? far : null;

    [Handles] int Raw(in Bits bits) => bits.Number;

    [Handles] Half Small(Half value, Int128 large, nint native) => value + (Half)(double)large + (Half)native;
}

public static class Use
{
    public static async Task<double> RunAsync(BodyRef body)
    {
        Vector moved = await body.AskAsync(new Move(new Vector(1, 2, 3)));
        Vector? near = await body.NearestAsync(moved);
        return (near ?? moved).Length + await body.RawAsync(new Bits(1)) + (double)await body.SmallAsync((Half)1, 2, 3);
    }
}
