namespace Coerce.Contracts.Tests;

/// <summary>Messages with something wrong in them.</summary>
internal sealed class Mutations(Random random)
{
    private static readonly byte[][] Pieces =
    [
        [0], [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1], [0xff, 0xff, 0xff, 0xff, 0x0f], [0x80, 0x80, 0x80, 0x80, 0x08], [0x80, 0x80, 0],
        [0x0b], [0x0c], [0x0e], [0x0f], [0xff, 0xfe], [0xed, 0xa0, 0x80], [0x12, 0], [0x0a, 0x7f], [0xfa, 0xff, 0xff, 0xff, 0x0f, 0],
    ];

    public byte[] Of(byte[][] seeds)
    {
        if (random.Next(8) == 0) return Bytes(random.Next(64));
        List<byte> bytes = [.. seeds[random.Next(seeds.Length)]];
        if (bytes.Count > 400) bytes.RemoveRange(400, bytes.Count - 400);
        for (int left = random.Next(4); left >= 0; left--) Mutate(bytes, seeds);
        return [.. bytes];
    }

    private void Mutate(List<byte> bytes, byte[][] seeds)
    {
        int at = random.Next(bytes.Count + 1), length = Math.Min(random.Next(12), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0 when at < bytes.Count:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1 when at < bytes.Count:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes.RemoveRange(at, length);
                break;
            case 3:
                bytes.InsertRange(at, Bytes(random.Next(6)));
                break;
            case 4:
                bytes.InsertRange(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 5:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            default:
                byte[] other = seeds[random.Next(seeds.Length)];
                int from = random.Next(other.Length + 1);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(20, other.Length - from)).ToArray());
                break;
        }
    }

    private byte[] Bytes(int length)
    {
        byte[] bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }
}
