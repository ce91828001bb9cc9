using System.Buffers;
using System.Collections;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Net;
using Coerce.Contracts.Subjects;
using Coerce.Dispatch;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>Values that their types allow and their contracts do not.</summary>
public sealed class WriteTests
{
    [Fact]
    public void Null_WhereTheTypeAllowsNone_NamesMessageAndField()
    {
        Fails<Item, ItemContract>(new Item(1, null!), "subjects.Item", "name", "is null, and the type of the member does not allow that");
        Fails<Texts, TextsContract>(new Texts("", default, null!, default, default), "subjects.Texts", "array_bytes", "is null");
        Fails<TextCollections, TextCollectionsContract>(Collections() with { List = null! }, "subjects.TextCollections", "list", "is null");
        Fails<Outer, OuterContract>(new Outer(null!, null, [], ImmutableDictionary<long, Outer.Inner>.Empty), "subjects.Outer", "required", "is null");
        Fails<Outer, OuterContract>(new Outer(new("", null), new(null!, null), [], ImmutableDictionary<long, Outer.Inner>.Empty), "subjects.Outer", "optional.text", "is null");
        Fails<Outer, OuterContract>(new Outer(new("", null), null, [], null!), "subjects.Outer", "named", "is null");
    }

    [Fact]
    public void Null_AmongTheItems_NamesMessageAndField()
    {
        const string Problem = "has null among its items, which no field can carry.";
        Fails<TextCollections, TextCollectionsContract>(Collections() with { Array = ["a", null!] }, "subjects.TextCollections", "array", Problem);
        Fails<TextCollections, TextCollectionsContract>(Collections() with { IEnumerable = new string[] { null! }.Where(static _ => true) }, "subjects.TextCollections", "i_enumerable", Problem);
        Fails<Outer, OuterContract>(new Outer(new("", null), null, [null!], ImmutableDictionary<long, Outer.Inner>.Empty), "subjects.Outer", "many", Problem);
        Fails<Outer, OuterContract>(new Outer(new("", null), null, [], ImmutableDictionary<long, Outer.Inner>.Empty.Add(1, null!)), "subjects.Outer", "named", Problem);
        Fails<TextLists, TextListsContract>(new TextLists([], [], [null!], [], []), "subjects.TextLists", "array_bytes", Problem);
        Fails<TextMaps, TextMapsContract>(new TextMaps([], [], new() { [1] = null! }, [], []), "subjects.TextMaps", "array_bytes", Problem);
        Fails<Drawing, DrawingContract>(new Drawing(new Shape.Empty(), null, [null!], ImmutableDictionary<string, Shape>.Empty, new(1)), "subjects.Drawing", "shapes", Problem);
        Fails<Converted, ConvertedContract>(new Converted(IPAddress.Loopback, null, [null!], [], new(1, 2), default, null, []), "subjects.Converted", "links", Problem);
    }

    [Fact]
    public void Null_AsTheValueItself_IsAnArgumentAtFault()
    {
        Contract<Item> contract = GeneratedContract<Item, ItemContract>.Instance;

        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => contract.Size(null!)).ParamName);
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => contract.ToJson(null!)).ParamName);
        Assert.Equal("subjects.Item is the contract of Subjects.Item, and the value is null. (Parameter 'value')", Assert.Throws<ArgumentException>(() => ((Contract)contract).ToBytes(null!)).Message);
        Assert.Equal("subjects.Item is the contract of Subjects.Item, and the value is System.String. (Parameter 'value')", Assert.Throws<ArgumentException>(() => ((Contract)contract).ToJson("a")).Message);
    }

    [Fact]
    public void DefaultImmutableArray_IsAnEmptyOne() => Assert.Empty(
        GeneratedContract<NumberLists, NumberListsContract>.Instance.Read(
            GeneratedContract<NumberLists, NumberListsContract>.Instance.ToBytes(
                new NumberLists(default, default, default, default, default, default, default, default, default, [], default, default))).Int32);

    [Fact]
    public void DerivedClass_OfARecord_IsRefused()
        => Fails<Open, OpenContract>(new Derived(1, 2), "subjects.Open", "", "the value is a Subjects.Derived, of which subjects.Open would lose a part.");

    [Theory]
    [InlineData((Unsigned)4_000_000_000)]
    public void EnumOf32Bits_BeyondTheSign_IsRefused(Unsigned value)
    {
        Fails<MaybeEnums, MaybeEnumsContract>(new MaybeEnums(null, null, null, null, value, null, null), "subjects.MaybeEnums", "unsigned", "is Unsigned 4000000000, which does not fit into 32 bits");
        Fails<EnumLists, EnumListsContract>(new EnumLists([], [], [], [], [], [], [value], [], []), "subjects.EnumLists", "unsigned", "is Unsigned 4000000000, which does not fit into 32 bits");
    }

    [Fact]
    public void EnumOf64Bits_BeyondThoseOfProtobuf_IsRefused()
    {
        Fails<MaybeEnums, MaybeEnumsContract>(new MaybeEnums(null, null, null, null, null, (Long)(1L << 40), null), "subjects.MaybeEnums", "long", "is Long 1099511627776");
        Fails<MaybeEnums, MaybeEnumsContract>(new MaybeEnums(null, null, null, null, null, null, (UnsignedLong)ulong.MaxValue), "subjects.MaybeEnums", "unsigned_long", "is UnsignedLong 18446744073709551615");
    }

    [Fact]
    public void Enum_ReadWithANumberThatDoesNotFit_IsRefused()
    {
        Contract<MaybeEnums> contract = GeneratedContract<MaybeEnums, MaybeEnumsContract>.Instance;
        Contract<EnumLists> lists = GeneratedContract<EnumLists, EnumListsContract>.Instance;
        byte[] minusOne = [0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1];

        Assert.Equal("tiny", Assert.Throws<ContractException>(() => contract.Read([0x18, 0x80, 2])).Path);
        Assert.Equal("unsigned", Assert.Throws<ContractException>(() => contract.Read([0x28, .. minusOne])).Path);
        Assert.Equal("unsigned_long", Assert.Throws<ContractException>(() => contract.Read([0x38, .. minusOne])).Path);
        Assert.Equal("unsigned", Assert.Throws<ContractException>(() => lists.Read([0x3a, 10, .. minusOne])).Path);
        Assert.Equal("unsigned_long", Assert.Throws<ContractException>(() => lists.Read([0x4a, 10, .. minusOne])).Path);
        Assert.Equal((Long)(-1), contract.Read([0x30, .. minusOne]).Long);
    }

    [Fact]
    public void ArrayOfADerivedType_AsAListOfItsBase_IsWritten()
    {
        Contract<Drawing> contract = GeneratedContract<Drawing, DrawingContract>.Instance;
        var drawing = new Drawing(new Shape.Empty(), null, new Shape.Circle[] { new(1), new(2) }, ImmutableDictionary<string, Shape>.Empty, new(3));

        Assert.Equal([new Shape.Circle(1), new Shape.Circle(2)], contract.Read(contract.ToBytes(drawing)).Shapes);
    }

    [Fact]
    public void Output_ThatIsTooShort_IsAnArgumentAtFault()
    {
        Contract<Item> contract = GeneratedContract<Item, ItemContract>.Instance;

        var failure = Assert.Throws<ArgumentException>(() => contract.Write(new Item(1, "abc"), new byte[6]));

        Assert.Equal("The value has 7 bytes and the output has room for 6. (Parameter 'output')", failure.Message);
        Assert.Equal(7, contract.Write(new Item(1, "abc"), new byte[9]));
    }

    [Fact]
    public void List_ThatGrowsWhileItIsWritten_IsRefused()
    {
        var growing = new Growing();
        Contract<TextCollections> contract = GeneratedContract<TextCollections, TextCollectionsContract>.Instance;

        var failure = Assert.Throws<ContractException>(() => contract.Write(Collections() with { IReadOnlyList = growing }, new ArrayBufferWriter<byte>()));

        Assert.Contains("cannot be written", failure.Message);
    }

    private static void Fails<T, TContract>(T value, string contract, string path, string problem)
        where T : notnull
        where TContract : IContract<T>
    {
        GeneratedContract<T, TContract> written = GeneratedContract<T, TContract>.Instance;
        foreach (Action write in new Action[] { () => written.Size(value), () => written.ToBytes(value), () => written.Write(value, new byte[100]) })
        {
            var failure = Assert.Throws<ContractException>(write);
            Assert.Equal((contract, path), (failure.Contract, failure.Path));
            Assert.StartsWith(problem, failure.Problem);
        }

        Assert.Throws<ContractException>(() => written.Write(value, new ArrayBufferWriter<byte>()));
        Assert.StartsWith("{", written.ToJson(value));
    }

    private static TextCollections Collections() => new([], [], [], [], [], FrozenSet<string>.Empty, [], [], [], default);

    /// <summary>Has one item more each time it is asked.</summary>
    private sealed class Growing : IReadOnlyList<string>
    {
        private int _asked;

        public int Count => _asked;

        public string this[int index] => "item";

        public IEnumerator<string> GetEnumerator() => Enumerable.Repeat("item", ++_asked).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
