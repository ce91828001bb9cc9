namespace Coerce.Runtime.Tests;

/// <summary>Tests that measure the memory of the whole process. They run alone: others would be measured with them.</summary>
[CollectionDefinition(nameof(MemoryCollection), DisableParallelization = true)]
public sealed class MemoryCollection;
