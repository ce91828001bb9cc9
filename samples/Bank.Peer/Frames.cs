using System.Buffers.Binary;
using Coerce.Dispatch;

namespace Bank.Peer;

/// <summary>Envelopes in a stream of bytes: before each its length, four bytes, the highest first.</summary>
internal static class Frames
{
    private const int HeaderSize = 4;

    /// <summary>The bytes of the next envelope; null at the end.</summary>
    /// <exception cref="InvalidDataException">The envelope is longer than <paramref name="limit"/>, or the stream ends within it.</exception>
    public static async Task<byte[]?> ReadAsync(Stream input, int limit)
    {
        byte[] header = new byte[HeaderSize];
        int read = await input.ReadAtLeastAsync(header, HeaderSize, throwOnEndOfStream: false);
        if (read == 0) return null;
        if (read < HeaderSize) throw new InvalidDataException($"the input ended after {read} of the {HeaderSize} bytes of a length.");

        // Looked at before there is memory for it.
        uint length = BinaryPrimitives.ReadUInt32BigEndian(header);
        if (length > (uint)limit) throw new InvalidDataException($"a frame of {length} bytes is more than the {limit} that are taken.");

        byte[] frame = new byte[length];
        read = await input.ReadAtLeastAsync(frame, frame.Length, throwOnEndOfStream: false);
        return read == frame.Length ? frame : throw new InvalidDataException($"the input ended after {read} of the {length} bytes of a frame.");
    }

    public static async Task WriteAsync(Stream output, WireEnvelope envelope)
    {
        byte[] frame = new byte[HeaderSize + WireEnvelope.Contract.Size(envelope)];
        BinaryPrimitives.WriteUInt32BigEndian(frame, (uint)(frame.Length - HeaderSize));
        WireEnvelope.Contract.Write(envelope, frame.AsSpan(HeaderSize));
        await output.WriteAsync(frame);
    }
}
