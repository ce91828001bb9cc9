namespace Coerce.CodeAnalysis.Contracts;

/// <summary>An enum, named like a message.</summary>
internal sealed record SchemaEnum(
    string Name,
    EquatableArray<SchemaEnumValue> Values,
    EquatableArray<NumberRange> ReservedNumbers = default,
    EquatableArray<string> ReservedNames = default);

/// <summary>A value of an enum. Its number comes from C#.</summary>
internal readonly record struct SchemaEnumValue(string Name, int Number);
