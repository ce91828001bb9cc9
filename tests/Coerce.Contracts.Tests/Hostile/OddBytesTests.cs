using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Coerce.Contracts.Subjects;
using Coerce.Dispatch;
using Google.Protobuf;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>What the format allows to be written and nobody should, one by one.</summary>
public sealed class OddBytesTests
{
    private static readonly Contract<Item> Item = GeneratedContract<Item, ItemContract>.Instance;
    private static readonly Contract<Tree> Tree = GeneratedContract<Tree, TreeContract>.Instance;
    private static readonly Contract<NumberLists> Lists = GeneratedContract<NumberLists, NumberListsContract>.Instance;

    [Fact]
    public void WrongWireType_OfAKnownField_IsSkipped() => Assert.Equal(new Item(0, "a"), Item.Read([0x0d, 1, 2, 3, 4, 0x12, 1, (byte)'a', 0x10, 5]));

    [Fact]
    public void NumbersInARow_AfterSomeThatBrokeOff_AreThemselvesAlone()
    {
        Assert.Throws<ContractException>(() => Lists.Read([0x12, 4, 1, 2, 3, 0x80]));

        Assert.Equal([7, 8], Lists.Read([0x12, 2, 7, 8]).Int32);
    }

    [Theory]
    [InlineData(-62_135_596_800, true)]
    [InlineData(-62_135_596_801, false)]
    [InlineData(253_402_300_799, true)]
    [InlineData(253_402_300_800, false)]
    public void Timestamp_AtTheEndsOfTheCalendar_IsReadOrNamed(long seconds, bool isRead)
    {
        Contract<MaybeTimes> contract = GeneratedContract<MaybeTimes, MaybeTimesContract>.Instance;
        byte[] field = new Google.Protobuf.WellKnownTypes.Timestamp { Seconds = seconds }.ToByteArray();
        byte[] bytes = [0x1a, (byte)field.Length, .. field];

        if (isRead) Assert.Equal(seconds, contract.Read(bytes).Timestamp!.Value.ToUnixTimeSeconds());
        else Assert.Equal("timestamp", Assert.Throws<ContractException>(() => contract.Read(bytes)).Path);
    }

    [Fact]
    public void UnknownFields_OfEveryWireType_AreSkipped()
        => Assert.Equal(new Item(3, ""), Item.Read([0x18, 0x80, 1, 0x21, 1, 2, 3, 4, 5, 6, 7, 8, 0x2a, 2, 9, 9, 0x35, 1, 2, 3, 4, 0x08, 3]));

    [Fact]
    public void UnknownGroups_ClosedAndNested_AreSkipped() => Assert.Equal(new Item(3, ""), Item.Read([0x1b, 0x23, 0x08, 7, 0x24, 0x1c, 0x08, 3]));

    [Theory]
    [InlineData("1205616263", "name")] // a length beyond the end
    [InlineData("12FFFFFFFF0F", "name")] // a length that is negative
    [InlineData("12FFFFFFFFFFFFFFFFFF01", "name")] // and one of 64 bits
    [InlineData("0880", "number")] // a number that does not end
    [InlineData("08FFFFFFFFFFFFFFFFFFFF01", "number")] // nor this one, in time
    [InlineData("00", "")] // field 0
    [InlineData("07", "")]
    [InlineData("0F", "number")] // wire types that do not exist
    [InlineData("0E", "number")]
    [InlineData("1C", "3")] // the end of a group that has not begun
    [InlineData("1B08", "3")] // a group that does not end
    [InlineData("1B0801", "3")]
    [InlineData("1B24", "3")] // and one that ends as another
    [InlineData("FFFFFFFFFF01", "536870911")] // a tag of more than 32 bits
    public void BrokenBytes_Read_NameTheField(string hex, string path)
    {
        var failure = Assert.Throws<ContractException>(() => Item.Read(Convert.FromHexString(hex)));

        Assert.Equal("subjects.Item", failure.Contract);
        Assert.Equal(path, failure.Path);
        Assert.StartsWith(path.Length == 0 ? "subjects.Item: " : $"subjects.Item, field {path}: ", failure.Message);
    }

    [Fact]
    public void FieldNumber_TheHighest_IsSkipped() => Assert.Equal(new Item(1, ""), Item.Read([0xf8, 0xff, 0xff, 0xff, 0x0f, 7, 0x08, 1]));

    [Fact]
    public void Number_LongerThanItNeedBe_IsRead() => Assert.Equal(new Item(1, ""), Item.Read([0x88, 0x80, 0, 0x81, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0]));

    [Fact]
    public void Field_SentTwice_IsTheLast() => Assert.Equal(new Item(2, "b"), Item.Read([0x08, 1, 0x12, 1, (byte)'a', 0x12, 1, (byte)'b', 0x08, 2]));

    [Fact]
    public void Numbers_WithATagEachOrTogether_AreOneList()
        => Assert.Equal([1, 2, 3, 4], Lists.Read([0x10, 1, 0x12, 2, 2, 3, 0x10, 4]).Int32);

    [Theory]
    [InlineData("12F0FFFFFF07")] // two thousand million bytes of numbers, none of which is there
    [InlineData("3AFCFFFFFF0701020304")]
    [InlineData("32FCFFFF7F01020304")]
    [InlineData("3203010203")] // three bytes of numbers of four
    public void PackedNumbers_OfALengthThatIsNotThere_AreRefused(string hex)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<ContractException>(() => Lists.Read(Convert.FromHexString(hex)));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 64 * 1024);
    }

    // Positions of protobuf's reader are ints, and this one wraps around: the list is empty, there and here.
    [Fact]
    public void PackedNumbers_OfTheGreatestLength_AreWhatProtobufMakesOfThem()
    {
        byte[] bytes = [0x12, 0xff, 0xff, 0xff, 0xff, 0x07];

        Assert.Equal(0, Peer.Messages["subjects.NumberLists"].Parser.ParseFrom(bytes).CalculateSize());
        Assert.Empty(Lists.Read(bytes).Int32);
    }

    [Fact]
    public void MapEntries_WithoutKeyOrValue_HaveTheDefaults()
    {
        Contract<Keys> keys = GeneratedContract<Keys, KeysContract>.Instance;
        Contract<Dictionaries> dictionaries = GeneratedContract<Dictionaries, DictionariesContract>.Instance;

        Assert.Equal([new(0, 5)], keys.Read([0x12, 2, 0x10, 5]).Int32);
        Assert.Equal([new(5, 0)], keys.Read([0x12, 2, 0x08, 5]).Int32);
        Assert.Equal([new(0, 0)], keys.Read([0x12, 0]).Int32);
        Assert.Equal([new("", new Item(0, ""))], dictionaries.Read([0x0a, 0]).Dictionary);
        Assert.Equal([new(5, 6)], keys.Read([0x12, 4, 0x10, 6, 0x08, 5]).Int32);
    }

    [Fact]
    public void MapEntry_WithoutACaseInIt_IsRefused()
    {
        Contract<Drawing> drawing = GeneratedContract<Drawing, DrawingContract>.Instance;
        byte[] main = [0x0a, 2, 0x22, 0];

        var failure = Assert.Throws<ContractException>(() => drawing.Read([.. main, 0x22, 3, 0x0a, 1, (byte)'a']));

        Assert.Equal("named.value", failure.Path);
        Assert.Contains("none of the cases that this program knows", failure.Problem);
    }

    [Theory]
    [InlineData("1202C328")] // a lead without its trail
    [InlineData("1201FF")]
    [InlineData("1203EDA080")] // half a pair of surrogates
    [InlineData("1202C080")] // a zero that is too long
    [InlineData("1204F4908080")] // beyond the last letter
    [InlineData("1202EFBF")] // the beginning of the replacement itself
    public void Text_ThatIsNoUtf8_IsRefused(string hex)
    {
        var failure = Assert.Throws<ContractException>(() => Item.Read(Convert.FromHexString(hex)));

        Assert.Equal("subjects.Item, field name: has bytes that are no UTF-8.", failure.Message);
    }

    [Fact]
    public void Text_WithTheReplacementInIt_IsRead()
    {
        var item = new Item(1, "a\uFFFDb");

        Assert.Equal(item, Item.Read(Item.ToBytes(item)));
        Assert.Equal("b", Item.Read([0x12, 1, (byte)'b']).Name);
    }

    [Theory]
    [InlineData(0xd800)]
    [InlineData(0xdbff)]
    [InlineData(0xdc00)]
    public void Text_WithHalfAPairOfSurrogates_IsNotWritten(int half)
    {
        string text = "a" + (char)half + "b";
        Assert.Contains("half a pair of surrogates", Assert.Throws<ContractException>(() => Item.ToBytes(new Item(1, text))).Message);
        Assert.Equal("name", Assert.Throws<ContractException>(() => Item.Size(new Item(1, text))).Path);
        Assert.Equal("next", Assert.Throws<ContractException>(() => Size<Page<int>, Page_intContract>(new([], 0, text))).Path);
        Assert.Equal("string", Assert.Throws<ContractException>(() => Size<TextLists, TextListsContract>(new([text], [], [], [], []))).Path);
        Assert.Equal("string.value", Assert.Throws<ContractException>(() => Size<TextMaps, TextMapsContract>(new(new() { [1] = text }, [], [], [], []))).Path);
    }

    [Fact]
    public void Depth_TenThousandMessages_AreRefused()
    {
        byte[] bytes = [];
        for (int i = 0; i < 10_000; i++) bytes = [0x12, .. Varint(bytes.Length), .. bytes];

        var failure = Assert.Throws<ContractException>(() => Tree.Read(bytes));

        Assert.Equal(string.Join('.', Enumerable.Repeat("left", 64)), failure.Path);
        Assert.EndsWith("has messages in messages, 65 deep: more than ContractLimits.MaxDepth allows.", failure.Message);
    }

    [Fact]
    public void Depth_TenThousandGroups_AreRefused()
    {
        byte[] groups = [.. Enumerable.Repeat((byte)0x1b, 10_000), .. Enumerable.Repeat((byte)0x1c, 10_000)];

        Assert.Throws<ContractException>(() => Item.Read(groups));
    }

    [Fact]
    public void Depth_OfAValueThatIsWritten_IsRefusedAtItsSender()
    {
        Tree tree = Leaf();
        for (int i = 0; i < 10_000; i++) tree = tree with { Left = tree, Right = null };

        Assert.Contains("has messages in messages, deeper than ContractLimits.MaxDepth allows", Assert.Throws<ContractException>(() => Tree.ToBytes(tree)).Message);
    }

    [Fact]
    public void ValueThatRefersToItself_IsRefusedAndShown()
    {
        var children = new Tree[1];
        Tree tree = Leaf() with { Children = ImmutableCollectionsMarshal.AsImmutableArray(children) };
        children[0] = tree;

        Assert.Contains("or refers to itself", Assert.Throws<ContractException>(() => Tree.Size(tree)).Message);
        Assert.Contains("\"...\"", Tree.ToJson(tree));
        Assert.Equal(6, Item.Size(new Item(300, "a")));
    }

    private static Tree Leaf() => new("", null, null, [], ImmutableDictionary<string, Tree>.Empty);

    private static int Size<T, TContract>(T value)
        where T : notnull
        where TContract : IContract<T>
        => GeneratedContract<T, TContract>.Instance.Size(value);

    private static byte[] Varint(int value)
    {
        using var stream = new MemoryStream();
        using (var output = new CodedOutputStream(stream)) output.WriteLength(value);
        return stream.ToArray();
    }
}
