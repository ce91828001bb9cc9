using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;

namespace Coerce.Dispatch;

// Each member is what its interface says.
#pragma warning disable CS1591

/// <summary>A number, a text or bytes as a message of its own: <c>google.protobuf.UInt32Value</c> and its like, with one field.</summary>
/// <typeparam name="T">The type.</typeparam>
/// <typeparam name="TWire">How it lies in the field.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ScalarContract<T, TWire> : IContract<T>
    where TWire : IWire<T>
{
    public static string Name { get; } = "google.protobuf." + (typeof(TWire).Name switch
    {
        nameof(BoolWire) => "BoolValue",
        nameof(Int32Wire) or nameof(DateWire) or nameof(Int16Wire) or nameof(SByteWire) => "Int32Value",
        nameof(Int64Wire) => "Int64Value",
        nameof(UInt32Wire) or nameof(UInt16Wire) or nameof(ByteWire) or nameof(CharWire) => "UInt32Value",
        nameof(UInt64Wire) => "UInt64Value",
        nameof(FloatWire) => "FloatValue",
        nameof(DoubleWire) => "DoubleValue",
        nameof(StringWire) or nameof(UriWire) => "StringValue",
        _ => "BytesValue",
    });

    private static byte Tag => (byte)(1 << 3 | (int)TWire.Type);

    public static int Size(T value) => IsWritten(value) ? 1 + TWire.Size(value) : 0;

    public static int Walk(T value, ContractWalk walk) => Size(value);

    public static void Write(ref WriteContext output, T value)
    {
        if (!IsWritten(value)) return;
        output.WriteRawTag(Tag);
        TWire.Write(ref output, value);
    }

    public static T Read(ref ParseContext input, ContractReader reader)
    {
        T? value = default;
        bool hasValue = false;
        uint tag;
        while ((tag = reader.Next(ref input)) != 0)
        {
            if (tag == Tag)
            {
                value = TWire.Read(ref input, reader);
                hasValue = true;
            }
            else
            {
                reader.Skip(ref input);
            }
        }

        return hasValue ? value! : TWire.Default(reader);
    }

    // As protobuf's own: what is the default is not written. -0 equals 0 and is not the same.
    private static bool IsWritten(T value) => value switch
    {
        float number => BitConverter.SingleToUInt32Bits(number) != 0,
        double number => BitConverter.DoubleToUInt64Bits(number) != 0,
        DateOnly date => date != DateWire.Epoch,
        _ => TWire.Type == WireFormat.WireType.LengthDelimited ? TWire.Size(value) > 1 : !EqualityComparer<T>.Default.Equals(value, default),
    };

    public static void Show(Utf8JsonWriter json, T value) => TWire.Show(json, value);

    public static string FieldName(int number) => number == 1 ? "value" : number.ToString(CultureInfo.InvariantCulture);
}
