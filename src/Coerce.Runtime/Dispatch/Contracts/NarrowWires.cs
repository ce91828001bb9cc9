using System.ComponentModel;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

// Each member is what its interface says.
#pragma warning disable CS1591

/// <summary>A <c>sbyte</c>: <c>int32</c>, which must fit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct SByteWire : IPackedWire<sbyte, int>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<int> Codec { get; } = FieldCodec.ForInt32(8);

    public static int Size(sbyte value) => CodedOutputStream.ComputeInt32Size(value);

    public static void Write(ref WriteContext output, sbyte value) => output.WriteInt32(value);

    public static sbyte Read(ref ParseContext input, ContractReader reader) => From(input.ReadInt32());

    public static sbyte From(int raw) => checked((sbyte)raw);

    public static sbyte Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, sbyte value) => json.WriteNumberValue(value);
}

/// <summary>A <c>short</c>: <c>int32</c>, which must fit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int16Wire : IPackedWire<short, int>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<int> Codec { get; } = FieldCodec.ForInt32(8);

    public static int Size(short value) => CodedOutputStream.ComputeInt32Size(value);

    public static void Write(ref WriteContext output, short value) => output.WriteInt32(value);

    public static short Read(ref ParseContext input, ContractReader reader) => From(input.ReadInt32());

    public static short From(int raw) => checked((short)raw);

    public static short Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, short value) => json.WriteNumberValue(value);
}

/// <summary>A <c>byte</c>: <c>uint32</c>, which must fit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ByteWire : IPackedWire<byte, uint>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<uint> Codec { get; } = FieldCodec.ForUInt32(8);

    public static int Size(byte value) => CodedOutputStream.ComputeUInt32Size(value);

    public static void Write(ref WriteContext output, byte value) => output.WriteUInt32(value);

    public static byte Read(ref ParseContext input, ContractReader reader) => From(input.ReadUInt32());

    public static byte From(uint raw) => checked((byte)raw);

    public static byte Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, byte value) => json.WriteNumberValue(value);
}

/// <summary>A <c>ushort</c>: <c>uint32</c>, which must fit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UInt16Wire : IPackedWire<ushort, uint>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<uint> Codec { get; } = FieldCodec.ForUInt32(8);

    public static int Size(ushort value) => CodedOutputStream.ComputeUInt32Size(value);

    public static void Write(ref WriteContext output, ushort value) => output.WriteUInt32(value);

    public static ushort Read(ref ParseContext input, ContractReader reader) => From(input.ReadUInt32());

    public static ushort From(uint raw) => checked((ushort)raw);

    public static ushort Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, ushort value) => json.WriteNumberValue(value);
}

/// <summary>A character: <c>uint32</c>, which must fit.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct CharWire : IPackedWire<char, uint>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<uint> Codec { get; } = FieldCodec.ForUInt32(8);

    public static int Size(char value) => CodedOutputStream.ComputeUInt32Size(value);

    public static void Write(ref WriteContext output, char value) => output.WriteUInt32(value);

    public static char Read(ref ParseContext input, ContractReader reader) => From(input.ReadUInt32());

    public static char From(uint raw) => checked((char)raw);

    public static char Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, char value) => json.WriteStringValue(value.ToString());
}

/// <summary>A <see cref="DateOnly"/>: <c>int32</c>, the days since the first of January 1970.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DateWire : IPackedWire<DateOnly, int>
{
    public static DateOnly Epoch { get; } = new(1970, 1, 1);

    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<int> Codec { get; } = FieldCodec.ForInt32(8);

    public static int Size(DateOnly value) => CodedOutputStream.ComputeInt32Size(value.DayNumber - Epoch.DayNumber);

    public static void Write(ref WriteContext output, DateOnly value) => output.WriteInt32(value.DayNumber - Epoch.DayNumber);

    public static DateOnly Read(ref ParseContext input, ContractReader reader) => From(input.ReadInt32());

    public static DateOnly From(int raw) => Epoch.AddDays(raw);

    public static DateOnly Default(ContractReader reader) => Epoch;

    public static void Show(Utf8JsonWriter json, DateOnly value) => json.WriteStringValue(value.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
}
