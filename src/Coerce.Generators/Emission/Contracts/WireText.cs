using Coerce.CodeAnalysis;
using Coerce.Generators.Model;

namespace Coerce.Generators.Emission;

/// <summary>How a value is written, read and measured: the pieces of generated code that differ between types.</summary>
internal static class WireText
{
    private const string Output = "global::Google.Protobuf.CodedOutputStream";

    /// <summary>The type that does all of it for lists and maps: <c>global::Coerce.Dispatch.UInt32Wire</c>.</summary>
    internal static string Of(WireModel wire) => wire.Form switch
    {
        WireForm.Enum => $"{Dispatch("EnumWire")}<{wire.Type.Text}>",
        WireForm.Ref or WireForm.ProtocolRef => $"{Dispatch(wire.Form + "Wire")}<{wire.Type.Text}>",
        WireForm.Message => $"{Dispatch("MessageWire")}<{wire.Type.Text}, {Contract(wire)}>",
        _ => Dispatch(wire.Form + "Wire"),
    };

    /// <summary>The contract of a message.</summary>
    internal static string Contract(WireModel wire) => wire.Form switch
    {
        WireForm.Timestamp => Dispatch("TimestampContract"),
        WireForm.Duration => Dispatch("DurationContract"),
        WireForm.Decimal => Dispatch("DecimalContract"),
        WireForm.Ref or WireForm.ProtocolRef => $"{Dispatch(wire.Form + "Contract")}<{wire.Type.Text}>",
        _ => wire.Codec,
    };

    /// <summary>What a tag says beside the number of the field.</summary>
    internal static int WireType(WireModel wire) => wire.Form switch
    {
        WireForm.Float => 5,
        WireForm.Double => 1,
        _ => wire.IsPackable ? 0 : 2,
    };

    /// <summary>What protobuf makes of a number: <c>int</c> for a <c>short</c>.</summary>
    internal static string Raw(WireModel wire) => wire.Form switch
    {
        WireForm.Enum or WireForm.Date or WireForm.Int16 or WireForm.SByte => "int",
        WireForm.Byte or WireForm.UInt16 or WireForm.Char => "uint",
        _ => wire.Type.Text,
    };

    /// <summary>Whether a value is not what it would be if nothing were written; null where it is always written.</summary>
    internal static string? IsWritten(WireModel wire, string value) => wire.Form switch
    {
        WireForm.Bool => value,
        WireForm.Float => $"global::System.BitConverter.SingleToUInt32Bits({value}) != 0",
        WireForm.Double => $"global::System.BitConverter.DoubleToUInt64Bits({value}) != 0",
        WireForm.String or WireForm.ArrayBytes or WireForm.MemoryBytes => value + ".Length != 0",
        WireForm.ImmutableBytes => $"!{value}.IsDefaultOrEmpty",
        WireForm.Guid or WireForm.Duration or WireForm.Time => $"{value} != default",
        WireForm.Decimal => $"!{Dispatch("DecimalWire")}.IsZero({value})",
        WireForm.Uri => value + ".OriginalString.Length != 0",
        WireForm.Date => $"{value} != {Dispatch("DateWire")}.Epoch",
        WireForm.Enum or WireForm.Int32 or WireForm.Int64 or WireForm.UInt32 or WireForm.UInt64
            or WireForm.SByte or WireForm.Int16 or WireForm.Byte or WireForm.UInt16 or WireForm.Char => value + " != 0",
        _ => null,
    };

    /// <summary>How many bytes a value has, its length included and its tag not.</summary>
    internal static string Size(WireModel wire, string value) => wire.Form switch
    {
        WireForm.Bool => "1",
        WireForm.Float => "4",
        WireForm.Double => "8",
        _ => Method(wire) is { } method ? $"{Output}.Compute{method}Size({Number(wire, value)})" : $"{Of(wire)}.Size({value})",
    };

    /// <summary>Writes a value, without its tag.</summary>
    internal static string Write(WireModel wire, string value)
        => wire.Form == WireForm.String ? $"output.WriteString({value})"
            : Method(wire) is { } method ? $"output.Write{method}({Number(wire, value)})"
            : $"{Of(wire)}.Write(ref output, {value})";

    /// <summary>Reads a value.</summary>
    internal static string Read(WireModel wire) => wire.Form switch
    {
        WireForm.String => "reader.Text(ref input)",
        WireForm.Enum => $"checked(({wire.Type.Text})input.ReadInt32())",
        WireForm.SByte or WireForm.Int16 or WireForm.Byte or WireForm.UInt16 or WireForm.Char => $"checked(({wire.Type.Text})input.Read{Method(wire)}())",
        _ => Method(wire) is { } method ? $"input.Read{method}()" : $"{Of(wire)}.Read(ref input, reader)",
    };

    /// <summary>What a value is that has not been sent; null for a message, of which the contract decides.</summary>
    internal static string? Default(WireModel wire) => wire.Form switch
    {
        WireForm.String => "\"\"",
        WireForm.ArrayBytes => "[]",
        WireForm.ImmutableBytes => "[]",
        WireForm.Date => Dispatch("DateWire") + ".Epoch",
        WireForm.Uri => Dispatch("UriWire") + ".Empty",
        WireForm.Timestamp or WireForm.Ref or WireForm.ProtocolRef or WireForm.Message => null,
        _ => "default",
    };

    private static string? Method(WireModel wire) => wire.Form switch
    {
        WireForm.Bool or WireForm.Int32 or WireForm.Int64 or WireForm.UInt32 or WireForm.UInt64 or WireForm.Float or WireForm.Double => wire.Form.ToString(),
        WireForm.Enum or WireForm.SByte or WireForm.Int16 => "Int32",
        WireForm.Byte or WireForm.UInt16 or WireForm.Char => "UInt32",
        _ => null,
    };

    private static string Number(WireModel wire, string value) => wire.Form != WireForm.Enum ? value
        : wire.IsWide ? $"{Of(wire)}.Number({value})"
        : $"(int){value}";

    private static string Dispatch(string name) => "global::Coerce.Dispatch." + name;
}
