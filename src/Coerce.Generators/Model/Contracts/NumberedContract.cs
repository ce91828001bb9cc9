using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>A message with the numbers of its fields, as they stand in the schema.</summary>
/// <param name="Contract">The message.</param>
/// <param name="FullName">Its name on the wire: <c>bank.Order</c>.</param>
/// <param name="Numbers">The numbers of its members, or of its cases, in their order.</param>
internal sealed record NumberedContract(ContractModel Contract, string FullName, EquatableArray<int> Numbers);
