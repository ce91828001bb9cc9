using System.Buffers.Binary;

namespace Coerce.Cells;

/// <summary>Hashes that are the same in every process and on every machine, which those of <see cref="object.GetHashCode"/> need
/// not be. They spread keys; they do not withstand somebody who chooses keys on purpose.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a over the UTF-16 units, mixed.</summary>
    public static ulong Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        ulong hash = 14695981039346656037;
        foreach (char unit in text) hash = (hash ^ unit) * 1099511628211;
        return Mix(hash);
    }

    public static ulong Of(long number) => Mix((ulong)number);

    public static ulong Of(Guid id)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes);
        return Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes) ^ Mix(BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..])));
    }

    /// <summary>Lets every bit of the input touch every bit of the output (the finalizer of SplitMix64).</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
