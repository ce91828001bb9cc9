using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

// Each member is what its interface says.
#pragma warning disable CS1591

/// <summary>An enum: its number, also one that has no name here.</summary>
/// <typeparam name="T">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumWire<T> : IPackedWire<T, int>
    where T : unmanaged, Enum
{
    public static WireFormat.WireType Type => WireFormat.WireType.Varint;

    public static FieldCodec<int> Codec { get; } = FieldCodec.ForInt32(8);

    public static int Size(T value) => CodedOutputStream.ComputeInt32Size(Number(value));

    public static void Write(ref WriteContext output, T value) => output.WriteInt32(Number(value));

    public static T Read(ref ParseContext input, ContractReader reader) => From(input.ReadInt32());

    public static T Default(ContractReader reader) => default;

    public static void Show(Utf8JsonWriter json, T value) => json.WriteStringValue(value.ToString());

    /// <summary>The number of a value.</summary>
    /// <param name="value">The value.</param>
    public static int Number(T value)
    {
        if (Unsafe.SizeOf<T>() == sizeof(int)) return IsSigned ? Unsafe.BitCast<T, int>(value) : Fit(value, Unsafe.BitCast<T, uint>(value));
        if (Unsafe.SizeOf<T>() == sizeof(long)) return Fit(value, Unsafe.BitCast<T, long>(value));
        return Unsafe.SizeOf<T>() == sizeof(short)
            ? IsSigned ? Unsafe.BitCast<T, short>(value) : Unsafe.BitCast<T, ushort>(value)
            : IsSigned ? Unsafe.BitCast<T, sbyte>(value) : Unsafe.BitCast<T, byte>(value);
    }

    /// <summary>The value with a number.</summary>
    /// <param name="raw">The number.</param>
    public static T From(int raw)
    {
        if (Unsafe.SizeOf<T>() == sizeof(int)) return IsSigned ? Unsafe.BitCast<int, T>(raw) : Unsafe.BitCast<uint, T>(checked((uint)raw));
        if (Unsafe.SizeOf<T>() == sizeof(long)) return IsSigned ? Unsafe.BitCast<long, T>(raw) : Unsafe.BitCast<ulong, T>(checked((ulong)raw));
        if (Unsafe.SizeOf<T>() == sizeof(short))
            return IsSigned ? Unsafe.BitCast<short, T>(checked((short)raw)) : Unsafe.BitCast<ushort, T>(checked((ushort)raw));
        return IsSigned ? Unsafe.BitCast<sbyte, T>(checked((sbyte)raw)) : Unsafe.BitCast<byte, T>(checked((byte)raw));
    }

    private static bool IsSigned => global::System.Type.GetTypeCode(typeof(T)) is TypeCode.SByte or TypeCode.Int16 or TypeCode.Int32 or TypeCode.Int64;

    private static int Fit(T value, long number)
        => number is >= int.MinValue and <= int.MaxValue && (IsSigned || number >= 0)
            ? (int)number
            : throw new FieldException($"is {typeof(T).Name} {value:D}, which does not fit into 32 bits, and protobuf's enums have no more");
}
