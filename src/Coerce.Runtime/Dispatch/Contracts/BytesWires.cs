using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

// Each member is what its interface says.
#pragma warning disable CS1591

/// <summary>An array of bytes: <c>bytes</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ArrayBytesWire : IWire<byte[]>
{
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    public static int Size(byte[] value) => RawBytes.Size(value.Length);

    public static void Write(ref WriteContext output, byte[] value) => RawBytes.Write(ref output, new ReadOnlyMemory<byte>(value));

    public static byte[] Read(ref ParseContext input, ContractReader reader) => RawBytes.Read(ref input);

    public static byte[] Default(ContractReader reader) => [];

    public static void Show(Utf8JsonWriter json, byte[] value) => json.WriteBase64StringValue(value);
}

/// <summary>An immutable array of bytes: <c>bytes</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImmutableBytesWire : IWire<ImmutableArray<byte>>
{
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    public static int Size(ImmutableArray<byte> value) => RawBytes.Size(value.IsDefault ? 0 : value.Length);

    public static void Write(ref WriteContext output, ImmutableArray<byte> value) => RawBytes.Write(ref output, value.AsMemory());

    public static ImmutableArray<byte> Read(ref ParseContext input, ContractReader reader) => ImmutableCollectionsMarshal.AsImmutableArray(RawBytes.Read(ref input));

    public static ImmutableArray<byte> Default(ContractReader reader) => [];

    public static void Show(Utf8JsonWriter json, ImmutableArray<byte> value) => json.WriteBase64StringValue(value.AsSpan());
}

/// <summary>Memory: <c>bytes</c>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemoryBytesWire : IWire<ReadOnlyMemory<byte>>
{
    public static WireFormat.WireType Type => WireFormat.WireType.LengthDelimited;

    public static int Size(ReadOnlyMemory<byte> value) => RawBytes.Size(value.Length);

    public static void Write(ref WriteContext output, ReadOnlyMemory<byte> value) => RawBytes.Write(ref output, value);

    public static ReadOnlyMemory<byte> Read(ref ParseContext input, ContractReader reader) => RawBytes.Read(ref input);

    public static ReadOnlyMemory<byte> Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, ReadOnlyMemory<byte> value) => json.WriteBase64StringValue(value.Span);
}
