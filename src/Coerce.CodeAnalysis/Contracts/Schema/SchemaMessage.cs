namespace Coerce.CodeAnalysis.Contracts;

/// <summary>A message.</summary>
/// <param name="Name">The dotted path within the package: <c>Order.Line</c>.</param>
/// <param name="Fields">In order of declaration.</param>
/// <param name="ReservedNumbers">Numbers that no field may have again.</param>
/// <param name="ReservedNames">Names that no field may have again.</param>
internal sealed record SchemaMessage(
    string Name,
    EquatableArray<SchemaField> Fields,
    EquatableArray<NumberRange> ReservedNumbers = default,
    EquatableArray<string> ReservedNames = default)
{
    /// <summary>Whether it is there for the names nested in it only, and nobody sends it. Known on the wanted side alone.</summary>
    public bool IsScope { get; init; }
}
