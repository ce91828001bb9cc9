using System.Collections.Immutable;

namespace Coerce.Savina.ConcurrentDictionary;

/// <summary>A value that tells who wrote it, and where it belongs.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Writer">The number of the worker that wrote it.</param>
/// <param name="Serial">The number of the write among those of this worker.</param>
public sealed record Entry(int Key, int Writer, int Serial);

/// <summary>The reply is the entry that was written.</summary>
public readonly record struct Write(Entry Entry);

/// <summary>The reply is the entry, or null if nobody has written any.</summary>
public readonly record struct Read(int Key);

public readonly record struct DictionaryReport(int Size, int Reads, int Writes);

/// <summary>From a worker to the master: it is done.</summary>
public sealed record WorkDone(int Worker, int Reads, ImmutableArray<int> WrittenKeys);

/// <summary>What all workers have done.</summary>
public readonly record struct WorkReport(int Reads, int Writes, int DistinctKeys);
