namespace Coerce.CodeAnalysis.Contracts;

/// <summary>A field of a message.</summary>
/// <param name="Name">In lower_snake_case.</param>
/// <param name="Number">Zero on the wanted side: not yet given.</param>
/// <param name="Label">How many values it has.</param>
/// <param name="Type">A scalar, or the full name of a message or enum without a leading dot; of a map the values'.</param>
/// <param name="KeyType">Of a map only.</param>
/// <param name="OneOf">The oneof that it is a case of.</param>
internal sealed record SchemaField(string Name, int Number, SchemaLabel Label, string Type, string? KeyType = null, string? OneOf = null);
