using System.ComponentModel;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

// Each member is what its interface says.
#pragma warning disable CS1591

/// <summary>A <c>bool</c>: <c>bool</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BoolWire : IPackedWire<bool, bool>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<bool> Codec { get; } = FieldCodec.ForBool(8);

    public static int Size(bool value) => 1;

    public static void Write(ref WriteContext output, bool value) => output.WriteBool(value);

    public static bool Read(ref ParseContext input, ContractReader reader) => input.ReadBool();

    public static bool From(bool raw) => raw;

    public static bool Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, bool value) => json.WriteBooleanValue(value);
}

/// <summary>A <c>int</c>: <c>int32</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int32Wire : IPackedWire<int, int>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<int> Codec { get; } = FieldCodec.ForInt32(8);

    public static int Size(int value) => CodedOutputStream.ComputeInt32Size(value);

    public static void Write(ref WriteContext output, int value) => output.WriteInt32(value);

    public static int Read(ref ParseContext input, ContractReader reader) => input.ReadInt32();

    public static int From(int raw) => raw;

    public static int Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, int value) => json.WriteNumberValue(value);
}

/// <summary>A <c>long</c>: <c>int64</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Int64Wire : IPackedWire<long, long>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<long> Codec { get; } = FieldCodec.ForInt64(8);

    public static int Size(long value) => CodedOutputStream.ComputeInt64Size(value);

    public static void Write(ref WriteContext output, long value) => output.WriteInt64(value);

    public static long Read(ref ParseContext input, ContractReader reader) => input.ReadInt64();

    public static long From(long raw) => raw;

    public static long Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, long value) => json.WriteNumberValue(value);
}

/// <summary>A <c>uint</c>: <c>uint32</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UInt32Wire : IPackedWire<uint, uint>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<uint> Codec { get; } = FieldCodec.ForUInt32(8);

    public static int Size(uint value) => CodedOutputStream.ComputeUInt32Size(value);

    public static void Write(ref WriteContext output, uint value) => output.WriteUInt32(value);

    public static uint Read(ref ParseContext input, ContractReader reader) => input.ReadUInt32();

    public static uint From(uint raw) => raw;

    public static uint Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, uint value) => json.WriteNumberValue(value);
}

/// <summary>A <c>ulong</c>: <c>uint64</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct UInt64Wire : IPackedWire<ulong, ulong>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<ulong> Codec { get; } = FieldCodec.ForUInt64(8);

    public static int Size(ulong value) => CodedOutputStream.ComputeUInt64Size(value);

    public static void Write(ref WriteContext output, ulong value) => output.WriteUInt64(value);

    public static ulong Read(ref ParseContext input, ContractReader reader) => input.ReadUInt64();

    public static ulong From(ulong raw) => raw;

    public static ulong Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, ulong value) => json.WriteNumberValue(value);
}

/// <summary>A <c>float</c>: <c>float</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FloatWire : IPackedWire<float, float>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Fixed32;

    public static FieldCodec<float> Codec { get; } = FieldCodec.ForFloat(8);

    public static int Size(float value) => 4;

    public static void Write(ref WriteContext output, float value) => output.WriteFloat(value);

    public static float Read(ref ParseContext input, ContractReader reader) => input.ReadFloat();

    public static float From(float raw) => raw;

    public static float Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, float value) => FloatText.Show(json, value);
}

/// <summary>A <c>double</c>: <c>double</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DoubleWire : IPackedWire<double, double>
{
    public static WireFormat.WireType Type => WireFormat.WireType.Fixed64;

    public static FieldCodec<double> Codec { get; } = FieldCodec.ForDouble(8);

    public static int Size(double value) => 8;

    public static void Write(ref WriteContext output, double value) => output.WriteDouble(value);

    public static double Read(ref ParseContext input, ContractReader reader) => input.ReadDouble();

    public static double From(double raw) => raw;

    public static double Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, double value) => FloatText.Show(json, value);
}
