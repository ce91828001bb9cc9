using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using Coerce.Contracts.Subjects;
using Coerce.Dispatch;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>Each limit, at it and one beyond.</summary>
public sealed class LimitTests
{
    [Fact]
    public void Size_AtTheLimitAndBeyond_OnReadingAndWriting()
    {
        Contract<Item> limited = Of<Item>(new ContractLimits { MaxSize = 12 });
        var within = new Item(0, new string('a', 10));
        var beyond = new Item(0, new string('a', 11));

        Assert.Equal(within, limited.Read(limited.ToBytes(within)));
        const string TooLarge = "subjects.Item, field name: the value has 13 bytes, 13 of them here, and ContractLimits.MaxSize allows 12. Send less at once, or raise the limit on both sides.";
        Assert.Equal(TooLarge, Assert.Throws<ContractException>(() => limited.ToBytes(beyond)).Message);
        Assert.Equal(TooLarge, Assert.Throws<ContractException>(() => limited.Size(beyond)).Message);
        Assert.Equal(TooLarge, Assert.Throws<ContractException>(() => limited.Write(beyond, new byte[20])).Message);
        const string Message = "subjects.Item: 13 bytes are more than the 12 that ContractLimits.MaxSize allows. Send less at once, or raise the limit on both sides.";
        byte[] bytes = GeneratedContract<Item, ItemContract>.Instance.ToBytes(beyond);
        Assert.Equal(Message, Assert.Throws<ContractException>(() => limited.Read(bytes)).Message);
        Assert.Equal(Message, Assert.Throws<ContractException>(() => limited.Read(new ReadOnlySequence<byte>(bytes))).Message);
    }

    [Fact]
    public void Write_OfWhatIsTooLarge_WritesNothing()
    {
        Contract<Item> limited = Of<Item>(new ContractLimits { MaxSize = 12 });
        var output = new ArrayBufferWriter<byte>();

        Assert.Throws<ContractException>(() => limited.Write(new Item(0, new string('a', 11)), output));

        Assert.Equal(0, output.WrittenCount);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(64)]
    [InlineData(99)]
    public void Depth_AtTheLimitAndBeyond_OnReadingAndWriting(int limit)
    {
        Contract<Tree> limited = Of<Tree>(new ContractLimits { MaxDepth = limit });
        Tree within = Chain(limit), beyond = Chain(limit + 1);

        Same.Check(within, limited.Read(limited.ToBytes(within)));
        Assert.Equal(
            $"subjects.Tree, field {string.Join('.', Enumerable.Repeat("left", limit))}: has messages in messages, deeper than ContractLimits.MaxDepth allows, or refers to itself.",
            Assert.Throws<ContractException>(() => limited.ToBytes(beyond)).Message);
        ContractException failure = Assert.Throws<ContractException>(() => limited.Read(Unlimited(beyond)));
        Assert.Equal(string.Join('.', Enumerable.Repeat("left", limit)), failure.Path);
        Assert.Equal($"has messages in messages, {limit + 1} deep: more than ContractLimits.MaxDepth allows.", failure.Problem);
    }

    [Theory]
    [InlineData("tree in a list", 2)]
    [InlineData("tree in a map", 3)] // an entry of a map is a message as well
    [InlineData("time", 2)]
    [InlineData("record", 3)]
    [InlineData("case", 3)]
    [InlineData("converted", 3)]
    public void Depth_OfEveryKindOfMessage_IsTheSameOnReadingAndWriting(string kind, int depth)
    {
        foreach (int limit in new[] { depth - 1, depth })
        {
            bool isWritten = kind switch
            {
                "tree in a list" => IsWritten(Chain(1) with { Children = [Chain(1)] }, limit),
                "tree in a map" => IsWritten(Chain(1) with { Named = ImmutableDictionary<string, Tree>.Empty.Add("a", Chain(1)) }, limit),
                "time" => IsWritten(new MaybeTimes(null, null, DateTimeOffset.UnixEpoch, null, null), limit),
                "record" => IsWritten(new Outer(new("", new(1, null)), null, [], ImmutableDictionary<long, Outer.Inner>.Empty), limit),
                "case" => IsWritten(new Drawing(new Shape.Empty(), null, [], ImmutableDictionary<string, Shape>.Empty, new(1)), limit),
                _ => IsWritten(new Converted(IPAddress.Loopback, null, [], [], new(1, 2), new(1.5m, "a"), null, []), limit),
            };
            Assert.Equal(limit == depth, isWritten);
        }
    }

    [Fact]
    public void Items_AtTheLimitAndBeyond()
    {
        Contract<NumberLists> numbers = Of<NumberLists>(new ContractLimits { MaxItems = 10 });
        Contract<Keys> keys = Of<Keys>(new ContractLimits { MaxItems = 2 });
        Contract<ItemCollections> none = Of<ItemCollections>(new ContractLimits { MaxItems = 0 });

        Assert.Equal(10, numbers.Read([0x12, 6, 1, 2, 3, 4, 5, 6, 0x1a, 4, 1, 2, 3, 4]).Int32.Length + 4);
        Fails("int64", "the lists and maps have more than 10 items together, the most that ContractLimits.MaxItems allows.", () => numbers.Read([0x12, 6, 1, 2, 3, 4, 5, 6, 0x1a, 5, 1, 2, 3, 4, 5]));
        Assert.Equal(2, keys.Read([0x12, 0, 0x12, 0]).Int32.Count + 1);
        Fails("int32", "the lists and maps have more than 2 items together, the most that ContractLimits.MaxItems allows.", () => keys.Read([0x12, 0, 0x12, 0, 0x12, 0]));
        Fails("array", "the lists and maps have more than 0 items together, the most that ContractLimits.MaxItems allows.", () => none.Read([0x0a, 0]));
    }

    [Fact]
    public void StringLength_AtTheLimitAndBeyond()
    {
        Contract<Outer> outer = Of<Outer>(new ContractLimits { MaxStringLength = 3 });

        Assert.Equal("tür", outer.Read([0x0a, 6, 0x0a, 4, (byte)'t', 0xc3, 0xbc, (byte)'r']).Required.Text);
        Fails("required.text", "has 4 characters, and ContractLimits.MaxStringLength allows 3.", () => outer.Read([0x0a, 6, 0x0a, 4, 1, 2, 3, 4]));
    }

    private static void Fails(string path, string problem, Action read)
    {
        var failure = Assert.Throws<ContractException>(read);
        Assert.Equal((path, problem), (failure.Path, failure.Problem));
        Assert.Equal($"{failure.Contract}, field {path}: {problem}", failure.Message);
    }

    // The bytes of what may not be written here are made where it may.
    private static bool IsWritten<T>(T value, int limit)
        where T : notnull
    {
        Contract<T> limited = Of<T>(new ContractLimits { MaxDepth = limit });
        byte[] bytes = Of<T>(ContractLimits.Default).ToBytes(value);
        bool isRead = Record.Exception(() => limited.Read(bytes)) is null;
        bool isWritten = Record.Exception(() => limited.ToBytes(value)) is null;
        Assert.Equal(isRead, isWritten);
        return isWritten;
    }

    private static byte[] Unlimited(Tree tree)
    {
        byte[] bytes = [];
        for (Tree? one = tree.Left; one is not null; one = one.Left) bytes = bytes.Length < 128 ? [0x12, (byte)bytes.Length, .. bytes] : [0x12, (byte)(bytes.Length | 128), (byte)(bytes.Length >> 7), .. bytes];
        return bytes;
    }

    private static Tree Chain(int depth)
    {
        Tree? tree = null;
        for (int i = 0; i < depth; i++) tree = new Tree("", tree, null, [], ImmutableDictionary<string, Tree>.Empty);
        return tree!;
    }

    private static Contract<T> Of<T>(ContractLimits limits)
        where T : notnull
        => new ActorSystem("test", new ActorSystemOptions { ContractLimits = limits, Modules = { global::Coerce.Modules.Coerce_Contracts_Tests.Instance } }).Contracts.Of<T>();
}
