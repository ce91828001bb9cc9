using System.Collections.Immutable;

namespace Subjects;

[Contract]
public sealed record Texts(string String, Guid Guid, byte[] ArrayBytes, ImmutableArray<byte> ImmutableBytes, ReadOnlyMemory<byte> MemoryBytes);

[Contract]
public sealed record MaybeTexts(string? String, Guid? Guid, byte[]? ArrayBytes, ImmutableArray<byte>? ImmutableBytes, ReadOnlyMemory<byte>? MemoryBytes);

[Contract]
public sealed record TextLists(
    ImmutableArray<string> String, ImmutableArray<Guid> Guid, ImmutableArray<byte[]> ArrayBytes,
    ImmutableArray<ImmutableArray<byte>> ImmutableBytes, ImmutableArray<ReadOnlyMemory<byte>> MemoryBytes);

[Contract]
public sealed record TextMaps(
    Dictionary<int, string> String, Dictionary<int, Guid> Guid, Dictionary<int, byte[]> ArrayBytes,
    Dictionary<int, ImmutableArray<byte>> ImmutableBytes, Dictionary<int, ReadOnlyMemory<byte>> MemoryBytes);

[Contract]
public sealed record Uris(Uri Plain, Uri? Maybe, ImmutableArray<Uri> Many, Dictionary<string, Uri> Named);
