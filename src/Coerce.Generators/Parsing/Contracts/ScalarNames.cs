using Coerce.CodeAnalysis;

namespace Coerce.Generators.Parsing;

/// <summary>What protobuf has for numbers, texts and bytes that are sent by themselves.</summary>
internal static class ScalarNames
{
    internal static string? Of(WireForm form) => form switch
    {
        WireForm.Bool => "google.protobuf.BoolValue",
        WireForm.Int32 or WireForm.Date or WireForm.Int16 or WireForm.SByte => "google.protobuf.Int32Value",
        WireForm.Int64 => "google.protobuf.Int64Value",
        WireForm.UInt32 or WireForm.UInt16 or WireForm.Byte or WireForm.Char => "google.protobuf.UInt32Value",
        WireForm.UInt64 => "google.protobuf.UInt64Value",
        WireForm.Float => "google.protobuf.FloatValue",
        WireForm.Double => "google.protobuf.DoubleValue",
        WireForm.String or WireForm.Uri => "google.protobuf.StringValue",
        WireForm.ArrayBytes or WireForm.ImmutableBytes or WireForm.MemoryBytes => "google.protobuf.BytesValue",
        _ => null,
    };
}
