namespace Coerce.CodeAnalysis.Contracts;

/// <summary>What a <c>contracts.proto</c> declares, without its positions, comments and options. Nested types stand beside their parents.</summary>
internal sealed record Schema(
    string Package,
    EquatableArray<string> Imports,
    EquatableArray<SchemaMessage> Messages,
    EquatableArray<SchemaEnum> Enums,
    EquatableArray<SchemaService> Services)
{
    public static readonly Schema Empty = new("", default, default, default, default);

    /// <summary>The full name of a declaration.</summary>
    public string Full(string name) => Package.Length == 0 ? name : Package + "." + name;
}
