using System.Buffers;
using System.Collections.Immutable;
using Coerce.Contracts.Subjects;
using Coerce.Dispatch;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>How a system finds contracts, and what they do side by side and within one another.</summary>
public sealed class TableTests
{
    private static readonly Contract<Letter> Letters = GeneratedContract<Letter, LetterContract>.Instance;
    private static readonly Contract<HasFussy> Fussy = GeneratedContract<HasFussy, HasFussyContract>.Instance;

    [Fact]
    public async Task Table_ByTypeAndByName_HasTheContract()
    {
        await using ActorSystem system = New();

        Contract<Item> item = system.Contracts.Of<Item>();

        Assert.True(system.Contracts.TryFind("subjects.Item", out Contract? named));
        Assert.True(system.Contracts.TryFind(typeof(Item), out Contract? typed));
        Assert.Same(item, named);
        Assert.Same(item, typed);
        Assert.Equal(("subjects.Item", typeof(Item), "subjects.Item"), (item.Name, item.Type, item.ToString()));
        Assert.Equal("subjects.Renamed", system.Contracts.Of<Original>().Name);
        Assert.Equal("subjects.PageOfItem", system.Contracts.Of<Page<Item>>().Name);
        Assert.Equal("google.protobuf.Int32Value", system.Contracts.Of<int>().Name);
        Assert.False(system.Contracts.TryFind("google.protobuf.Int32Value", out _));
        Assert.Equal(system.Contracts.Count, system.Contracts.Distinct().Count());
        Assert.Same(ContractLimits.Default, item.Limits);
    }

    [Fact]
    public async Task System_AfterAWriteAndARead_IsNotKeptByTheThread()
    {
        WeakReference system = await WriteAndReadAsync();

        // The frames that it ended in may lie on this stack and hold the system: away from there.
        await Task.Yield();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.False(system.IsAlive);

        static async Task<WeakReference> WriteAndReadAsync()
        {
            await using ActorSystem system = New();
            Contract<Item> item = system.Contracts.Of<Item>();
            Assert.Equal(new Item(3, "a"), item.Read(item.ToBytes(new Item(3, "a"))));
            return new WeakReference(system);
        }
    }

    [Fact]
    public async Task Table_WithoutTheContract_SaysWhatToDo()
    {
        await using ActorSystem system = New();

        Assert.False(system.Contracts.TryFind("subjects.None", out _));
        Assert.False(system.Contracts.TryFind(typeof(TableTests), out _));
        Assert.Equal(
            $"{typeof(TableTests)} has no contract here. Add the module of its assembly to ActorSystemOptions.Modules; if no named actor and no entity there handles it or replies it, put [Contract] on it.",
            Assert.Throws<InvalidOperationException>(() => system.Contracts.Of<TableTests>()).Message);
    }

    [Fact]
    public async Task Catalog_TwoTypesWithOneName_AreRefused()
    {
        await using ActorSystem system = New();

        system.Catalog.Add(GeneratedContract<Item, ItemContract>.Instance);
        Assert.Equal(
            $"Subjects.Item and {typeof(Maybe<Item>)} both have the contract 'subjects.Item': give one of them another, [Contract(\"...\")].",
            Assert.Throws<InvalidOperationException>(() => system.Catalog.Add(GeneratedContract<Maybe<Item>, MaybeContract<Item, ItemContract>>.Instance)).Message);
    }

    [Fact]
    public async Task Ref_ReadWhereItCannotBeFound_SaysWhy()
    {
        await using ActorSystem system = New();
        TellerRef teller = system.Spawn(Teller.Props(), "ada");
        byte[] bytes = system.Contracts.Of<Introduce>().ToBytes(new Introduce(teller, null, []));

        Assert.Equal(teller, system.Contracts.Of<Introduce>().Read(bytes).Other);
        Assert.Equal(
            "subjects.Introduce, field other: is a ref, which only a system can read: take the contract from ActorSystem.Contracts.",
            Assert.Throws<ContractException>(() => GeneratedContract<Introduce, IntroduceContract>.Instance.Read(bytes)).Message);
        await using ActorSystem other = New();
        Assert.Contains(
            "names the actor '/ada' (subjects.teller), and there is no live TellerRef of that path in the system 'test'.",
            Assert.Throws<ContractException>(() => other.Contracts.Of<Introduce>().Read(bytes)).Message);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(64)]
    public void Sequence_OfManySegments_IsWhatTheSpanIs(int length)
    {
        Contract<Tree> contract = GeneratedContract<Tree, TreeContract>.Instance;
        for (int seed = 0; seed < 100; seed++)
        {
            Tree tree = new RandomValues(new Random(seed)).Make<Tree>();
            byte[] bytes = contract.ToBytes(tree);

            Same.Check(tree, contract.Read(Segment.Cut(bytes, length)));
            if (bytes.Length > 0) Assert.Equal(Outcome(() => contract.Read(bytes[..^1])), Outcome(() => contract.Read(Segment.Cut(bytes[..^1], length))));
        }
    }

    [Fact]
    public async Task Contracts_OnManyThreads_DoNotMixUp()
    {
        using var ready = new Barrier(8);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(seed => Task.Factory.StartNew(
            () =>
            {
                var values = new RandomValues(new Random(seed));
                ready.SignalAndWait();
                for (int i = 0; i < 500; i++)
                {
                    Letter letter = values.Make<Letter>();
                    byte[] bytes = Letters.ToBytes(letter);
                    Same.Check(letter, Letters.Read(bytes));
                    Assert.Throws<ContractException>(() => Letters.Read([.. bytes, 0]));
                    Assert.Equal(2, GeneratedContract<Fussy, FussyContract>.Instance.Read([8, 2]).Number);
                }
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));
    }

    [Fact]
    public void Converter_ThatReadsAndWritesInTheMidst_DisturbsNothing() => ForAll.Seeds(1_000, static seed =>
    {
        Letter letter = new RandomValues(new Random(seed)).Make<Letter>();

        Same.Check(letter, Letters.Read(Letters.ToBytes(letter)));
    });

    [Fact]
    public void Converter_ThatFailsInTheMidst_NamesItsPlaceAndNotItsOwnMessage()
    {
        byte[] bytes = Letters.ToBytes(new Letter("a", new(Leaf), new(1, "b"), null));
        byte[] broken = [.. bytes];
        broken[Array.IndexOf(broken, (byte)'x')] = 0xff;

        var failure = Assert.Throws<ContractException>(() => Letters.Read(broken));

        Assert.Equal(("subjects.Letter", "inside"), (failure.Contract, failure.Path));
        Assert.Equal("subjects.Tree, field name: has bytes that are no UTF-8.", Assert.IsType<ContractException>(failure.InnerException).Message);
        Assert.Equal("b", Letters.Read(bytes).After.Name);
    }

    [Fact]
    public void UsersCode_ThatFails_IsWrappedAndLeavesNothingBehind()
    {
        for (int i = 0; i < 100; i++)
        {
            var odd = Assert.Throws<ContractException>(() => Fussy.Read([0x0a, 2, 8, 3, 0x12, 0]));
            Assert.Equal("subjects.HasFussy, field one: the bytes cannot be read: 3 is odd", odd.Message);
            Assert.IsType<ArgumentException>(odd.InnerException);

            var fourteen = Assert.Throws<ContractException>(() => Fussy.Read([0x0a, 0, 0x12, 2, 8, 14]));
            Assert.Equal("subjects.HasFussy, field other: the bytes cannot be read: not fourteen", fourteen.Message);

            var thirteen = Assert.Throws<ContractException>(() => Fussy.ToBytes(new HasFussy(new(2), new(13))));
            Assert.Equal("subjects.HasFussy, field other: the value cannot be written; has it changed meanwhile? not thirteen", thirteen.Message);
            Assert.IsType<InvalidOperationException>(thirteen.InnerException);

            var both = new HasFussy(new(i * 2), new(15));
            Assert.Equal(both, Fussy.Read(Fussy.ToBytes(both)));
        }
    }

    [Fact]
    public void UnknownFields_OfEveryKind_AreSkippedOnBothWays()
    {
        Contract<Item> item = GeneratedContract<Item, ItemContract>.Instance;
        byte[] bytes = [0x08, 5, 0x18, 1, 0x21, 1, 2, 3, 4, 5, 6, 7, 8, 0x2a, 2, 1, 2, 0x33, 0x08, 1, 0x34, 0x3d, 1, 2, 3, 4, 0x12, 1, (byte)'a'];

        // The first that has such fields is read in another way than those after it.
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(new Item(5, "a"), item.Read(bytes));
            Assert.Equal(new Item(5, "a"), item.Read(Segment.Cut(bytes, 2)));
        }
    }

    private static Tree Leaf => new("x", null, null, [], ImmutableDictionary<string, Tree>.Empty);

    private static ActorSystem New() => new("test", new ActorSystemOptions { Modules = { global::Coerce.Modules.Coerce_Contracts_Tests.Instance } });

    private static string Outcome(Func<Tree> read)
    {
        try
        {
            return GeneratedContract<Tree, TreeContract>.Instance.ToJson(read());
        }
        catch (ContractException failure)
        {
            return failure.Message;
        }
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public static ReadOnlySequence<byte> Cut(byte[] bytes, int length)
        {
            Segment first = new() { Memory = bytes.AsMemory(0, Math.Min(length, bytes.Length)) };
            Segment last = first;
            for (int at = length; at < bytes.Length; at += length)
            {
                var next = new Segment { Memory = bytes.AsMemory(at, Math.Min(length, bytes.Length - at)), RunningIndex = at };
                last.Next = next;
                last = next;
            }

            return new(first, 0, last, last.Memory.Length);
        }
    }
}
