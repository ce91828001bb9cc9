namespace Coerce.CodeAnalysis.Contracts;

/// <summary>The bounds that protobuf sets.</summary>
internal static class ProtoLimits
{
    public const int MaxField = 536_870_911;

    public const int FirstOfProtobuf = 19_000;

    public const int LastOfProtobuf = 19_999;

    /// <summary>How deep messages may be nested: as deep as protoc allows.</summary>
    public const int MaxDepth = 31;

    private static readonly HashSet<string> Scalars = new(StringComparer.Ordinal)
    {
        "double", "float", "int32", "int64", "uint32", "uint64", "sint32", "sint64",
        "fixed32", "fixed64", "sfixed32", "sfixed64", "bool", "string", "bytes",
    };

    public static bool IsScalar(string type) => Scalars.Contains(type);

    public static bool IsKeyType(string type) => IsScalar(type) && type is not ("double" or "float" or "bytes");
}
