using System.ComponentModel;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

// Each member is what its interface says.
#pragma warning disable CS1591

/// <summary>A <c>string</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct StringWire : IWire<string>
{
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    public static int Size(string value)
    {
        int length = StrictText.Length(value);
        return CodedOutputStream.ComputeLengthSize(length) + length;
    }

    public static void Write(ref WriteContext output, string value) => output.WriteString(value);

    public static string Read(ref ParseContext input, ContractReader reader) => reader.Text(ref input);

    public static string Default(ContractReader reader) => "";

    public static void Show(Utf8JsonWriter json, string value) => json.WriteStringValue(value);
}

/// <summary>A <see cref="Uri"/>: the text that it was made from.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UriWire : IWire<Uri>
{
    public static Uri Empty { get; } = new("", UriKind.Relative);

    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    public static int Size(Uri value) => StringWire.Size(value?.OriginalString!);

    public static void Write(ref WriteContext output, Uri value) => output.WriteString(value.OriginalString);

    public static Uri Read(ref ParseContext input, ContractReader reader) => new(reader.Text(ref input), UriKind.RelativeOrAbsolute);

    public static Uri Default(ContractReader reader) => Empty;

    public static void Show(Utf8JsonWriter json, Uri value) => json.WriteStringValue(value.OriginalString);
}

/// <summary>A <see cref="Guid"/>: its 16 bytes in the order in which they are printed.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct GuidWire : IWire<Guid>
{
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    public static int Size(Guid value) => 17;

    public static void Write(ref WriteContext output, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        RawBytes.Write(ref output, bytes);
    }

    public static Guid Read(ref ParseContext input, ContractReader reader)
    {
        int length = input.ReadLength();
        if (length == 0) return Guid.Empty;
        if (length != 16) throw new FieldException($"has {length} bytes, and a Guid has 16");

        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, ToLittleEndian(input.ReadFixed64()));
        BitConverter.TryWriteBytes(bytes[8..], ToLittleEndian(input.ReadFixed64()));
        return new Guid(bytes, bigEndian: true);
    }

    public static Guid Default(ContractReader reader) => Guid.Empty;

    public static void Show(Utf8JsonWriter json, Guid value) => json.WriteStringValue(value);

    private static ulong ToLittleEndian(ulong value)
        => BitConverter.IsLittleEndian ? value : System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(value);
}
