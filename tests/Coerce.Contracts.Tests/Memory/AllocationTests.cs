using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Coerce.Contracts.Subjects;
using Coerce.Dispatch;
using Google.Protobuf;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>To the byte: writing allocates nothing, and reading what the value itself takes.</summary>
[Collection(nameof(AllocationTests))]
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
public sealed class AllocationTests
{
    private static readonly Contract<Item> Small = GeneratedContract<Item, ItemContract>.Instance;
    private static readonly Contract<Medium> Medium = GeneratedContract<Medium, MediumContract>.Instance;

    [Fact]
    public void Small_WrittenAndRead_TakesWhatItIs() => Check(Small, new Item(300, "text"), static () => new Item(300, New("text")));

    [Fact]
    public void Medium_WrittenAndRead_TakesWhatItIs() => Check(Medium, NewMedium(), NewMedium);

    [Fact]
    public void ThousandNumbers_WrittenAndRead_TakeWhatTheyAre()
        => Check(
            GeneratedContract<Page<int>, Page_intContract>.Instance,
            new Page<int>([.. Enumerable.Range(0, 1000)], 1, null),
            static () => new Page<int>(ImmutableCollectionsMarshal.AsImmutableArray(new int[1000]), 1, null));

    [Fact]
    public void ThousandMessages_WrittenAndRead_TakeWhatTheyAre()
        => Check(GeneratedContract<Page<Item>, Page_Subjects_ItemContract>.Instance, NewItems(), NewItems);

    [Fact]
    public void Numbers_OfEveryMapping_AreWrittenAndReadWithoutMore()
        => Check(
            GeneratedContract<Numbers, NumbersContract>.Instance,
            new Numbers(true, -1, -1, 1, 1, 1, 1, -1, -1, 1, 1, 'a'),
            static () => new Numbers(true, -1, -1, 1, 1, 1, 1, -1, -1, 1, 1, 'a'));

    // protobuf reads bytes into an object around the array, which the JIT may leave out.
    [Fact]
    public void Texts_OfEveryMapping_AreWrittenAndReadWithoutMore()
    {
        Contract<Texts> contract = GeneratedContract<Texts, TextsContract>.Instance;
        var texts = new Texts("tür", Guid.NewGuid(), new byte[10], [.. new byte[20]], new byte[30]);
        byte[] bytes = contract.ToBytes(texts);
        long bare = Least(static () => new Texts(New("tür"), default, new byte[10], ImmutableCollectionsMarshal.AsImmutableArray(new byte[20]), new byte[30]));
        long wrapper = Least(static () => UnsafeByteOperations.UnsafeWrap(default));

        Assert.Equal(0, Least(() => contract.Size(texts)));
        Assert.Equal(0, Least(() => contract.Write(texts, bytes)));
        Assert.InRange(Least(() => contract.Read(bytes)), bare, bare + 3 * wrapper);
    }

    [Fact]
    public void Times_OfEveryMapping_AreWrittenAndReadWithoutMore()
        => Check(
            GeneratedContract<Times, TimesContract>.Instance,
            new Times(new DateOnly(2026, 1, 2), new TimeOnly(3, 4), DateTimeOffset.MaxValue, TimeSpan.FromDays(-3), -1.5m),
            static () => new Times(default, default, default, default, default));

    [Fact]
    public void Enums_OfEveryMapping_AreWrittenAndReadWithoutMore()
        => Check(
            GeneratedContract<Enums, EnumsContract>.Instance,
            new Enums(Colour.Blue, Signed.Below, Tiny.Last, TinySigned.Least, Short.Most, UnsignedShort.Most, Unsigned.Most, Long.Least, UnsignedLong.Most, WithoutZero.One, Rights.All),
            static () => new Enums(default, default, default, default, default, default, default, default, default, default, default));

    [Fact]
    public void Collections_OfEveryKind_AreReadWithoutMore()
        => Check(GeneratedContract<TextCollections, TextCollectionsContract>.Instance, NewCollections(), NewCollections);

    [Fact]
    public void Maps_OfEveryKind_AreWrittenWithoutMemory()
    {
        var entries = Enumerable.Range(0, 20).ToDictionary(static number => "key " + number, static number => new Item(number, "a"));
        Contract<Dictionaries> contract = GeneratedContract<Dictionaries, DictionariesContract>.Instance;

        Assert.Equal(0, Least(() => contract.Size(new(entries, entries, ImmutableDictionary<string, Item>.Empty, ImmutableDictionary<string, Item>.Empty, ImmutableSortedDictionary<string, Item>.Empty, FrozenDictionary<string, Item>.Empty))) - Least(() => new Dictionaries(entries, entries, null!, null!, null!, null!)));
    }

    [Fact]
    public void UnknownFields_ReadAgainAndAgain_TakeNothing()
    {
        byte[] bytes = [0x08, 1, 0x1a, 100, .. new byte[100], 0x12, 1, (byte)'a'];

        Check(new Item(1, "a"), Least(() => Small.Read(bytes)), static () => new Item(1, New("a")));
    }

    private static Medium NewMedium() => new(
        1L << 40, New("Ada Lovelace"), New("ada@example.org"), 36, 1_234.5, true, Colour.Blue, DateTimeOffset.UnixEpoch.AddDays(1000), new Item(1, New("home")), null,
        ImmutableArray.Create(New("one"), New("two"), New("three")), ImmutableArray.Create(1, 20, 300, 4_000, 50_000));

    private static Page<Item> NewItems()
    {
        var items = new Item[1000];
        for (int i = 0; i < items.Length; i++) items[i] = new Item(i, New("item"));
        return new Page<Item>(ImmutableCollectionsMarshal.AsImmutableArray(items), new Item(1, New("first")), null);
    }

    private static TextCollections NewCollections()
    {
        string[] none = [];
        List<string> list = new(2) { New("c"), New("d") };
        return new(
            [New("a")], ImmutableArray.Create(New("b")), list, ImmutableList.Create<string>([New("e")]), ImmutableHashSet.Create<string>([New("f")]),
            FrozenSet.Create<string>(New("g")), none, none, new HashSet<string>(1) { New("h") }, new string[] { New("i") });
    }

    private static void Check<T>(Contract<T> contract, T value, Func<T> byHand)
        where T : notnull
    {
        byte[] bytes = contract.ToBytes(value);
        byte[] output = new byte[bytes.Length];

        Assert.Equal(0, Least(() => contract.Size(value)));
        Assert.Equal(0, Least(() => contract.Write(value, output)));
        Check(value, Least(() => contract.Read(bytes)), byHand);
    }

    private static void Check<T>(T value, long read, Func<T> byHand)
        where T : notnull
    {
        long made = Least(byHand);
        Assert.True(made > 0, $"nothing was made of {value}");
        Assert.Equal(made, read);
    }

    // The least of many: the first ones compile, and fill pools.
    private static long Least<T>(Func<T> work)
    {
        long least = long.MaxValue;
        for (int i = 0; i < 200; i++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            work();
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static string New(string text) => new(text.AsSpan());
}
