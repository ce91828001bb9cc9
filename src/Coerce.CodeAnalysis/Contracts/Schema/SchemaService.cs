namespace Coerce.CodeAnalysis.Contracts;

/// <summary>What an actor handles.</summary>
internal sealed record SchemaService(string Name, EquatableArray<SchemaMethod> Methods);

/// <summary>A message that an actor handles, and its reply; both by full names without a leading dot.</summary>
internal sealed record SchemaMethod(string Name, string Input, string Output, bool IsStream = false);
