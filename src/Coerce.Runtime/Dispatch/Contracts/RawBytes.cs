using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Google.Protobuf;

namespace Coerce.Dispatch;

/// <summary>Bytes with their length in front, to and from protobuf's contexts, which deal in <see cref="ByteString"/> alone.</summary>
internal static class RawBytes
{
    // Up to here eight at a time are as fast as a wrapper, and allocate nothing.
    private const int MaxInSteps = 256;

    internal static int Size(int length) => length + CodedOutputStream.ComputeLengthSize(length);

    internal static void Write(ref WriteContext output, ReadOnlyMemory<byte> bytes)
    {
        if (bytes.Length <= MaxInSteps) Write(ref output, bytes.Span);
        else output.WriteBytes(UnsafeByteOperations.UnsafeWrap(bytes));
    }

    internal static void Write(ref WriteContext output, scoped ReadOnlySpan<byte> bytes)
    {
        output.WriteLength(bytes.Length);
        for (; bytes.Length >= 8; bytes = bytes[8..]) output.WriteFixed64(BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        if (bytes.Length >= 4)
        {
            output.WriteFixed32(BinaryPrimitives.ReadUInt32LittleEndian(bytes));
            bytes = bytes[4..];
        }

        foreach (byte one in bytes) output.WriteRawTag(one);
    }

    internal static byte[] Read(ref ParseContext input)
    {
        ByteString bytes = input.ReadBytes();

        // It has just been made for us alone, and nobody else will see it.
        return MemoryMarshal.TryGetArray(bytes.Memory, out ArraySegment<byte> segment) && segment.Count == segment.Array!.Length
            ? segment.Array
            : bytes.ToByteArray();
    }
}
