using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Subjects;

public sealed record Item(int Number, string Name);

[Contract]
public sealed record NumberCollections(
    int[] Array, ImmutableArray<int> ImmutableArray, List<int> List, IList<int> IList, ICollection<int> ICollection,
    ImmutableList<int> ImmutableList, IImmutableList<int> IImmutableList, ImmutableHashSet<int> ImmutableHashSet, IImmutableSet<int> IImmutableSet,
    FrozenSet<int> FrozenSet, IReadOnlyList<int> IReadOnlyList, IReadOnlyCollection<int> IReadOnlyCollection, IEnumerable<int> IEnumerable,
    HashSet<int> HashSet, ISet<int> ISet, IReadOnlySet<int> IReadOnlySet, ReadOnlyMemory<int> ReadOnlyMemory);

[Contract]
public sealed record ItemCollections(
    Item[] Array, ImmutableArray<Item> ImmutableArray, List<Item> List, IList<Item> IList, ICollection<Item> ICollection,
    ImmutableList<Item> ImmutableList, IImmutableList<Item> IImmutableList, ImmutableHashSet<Item> ImmutableHashSet, IImmutableSet<Item> IImmutableSet,
    FrozenSet<Item> FrozenSet, IReadOnlyList<Item> IReadOnlyList, IReadOnlyCollection<Item> IReadOnlyCollection, IEnumerable<Item> IEnumerable,
    HashSet<Item> HashSet, ISet<Item> ISet, IReadOnlySet<Item> IReadOnlySet, ReadOnlyMemory<Item> ReadOnlyMemory);

[Contract]
public sealed record TextCollections(
    string[] Array, ImmutableArray<string> ImmutableArray, List<string> List, ImmutableList<string> ImmutableList, ImmutableHashSet<string> ImmutableHashSet,
    FrozenSet<string> FrozenSet, IReadOnlyList<string> IReadOnlyList, IEnumerable<string> IEnumerable, HashSet<string> HashSet,
    ReadOnlyMemory<string> ReadOnlyMemory);

[Contract]
public sealed record Dictionaries(
    Dictionary<string, Item> Dictionary, IReadOnlyDictionary<string, Item> IReadOnlyDictionary, ImmutableDictionary<string, Item> ImmutableDictionary,
    IImmutableDictionary<string, Item> IImmutableDictionary, ImmutableSortedDictionary<string, Item> ImmutableSortedDictionary,
    FrozenDictionary<string, Item> FrozenDictionary);
