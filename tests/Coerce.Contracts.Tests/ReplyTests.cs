using System.Collections.Immutable;
using Coerce.Contracts.Subjects;
using Coerce.Dispatch;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>Replies that are no messages of their own.</summary>
public sealed class ReplyTests
{
    private const int Cases = 10_000;

    [Fact]
    public void ListAsAReply_RandomValues_AreTheSameToThePeer()
        => Check<ImmutableArray<int>, Teller_HistoryReplyContract>(Peer.Messages["subjects.Teller.HistoryReply"]);

    [Fact]
    public void MaybeANumberAsAReply_RandomValues_AreTheSameToThePeer()
        => Check<Maybe<int?>, MaybeContract<int?, Teller_MaybeReplyContract>>(Peer.Messages["subjects.Teller.MaybeReply"]);

    [Fact]
    public void MaybeAMessageAsAReply_RandomValues_AreTheSameToThePeer()
        => Check<Maybe<Item?>, MaybeContract<Item?, Teller_FindReplyContract>>(Peer.Messages["subjects.Teller.FindReply"]);

    [Fact]
    public void MapAsAReply_RandomValues_AreTheSameToThePeer()
        => Check<IReadOnlyDictionary<string, Item>, Teller_AllReplyContract>(Peer.Messages["subjects.Teller.AllReply"]);

    [Fact]
    public void EnumAsAReply_RandomValues_AreTheSameToThePeer() => Check<Colour, Teller_PaintReplyContract>(Peer.Messages["subjects.Teller.PaintReply"]);

    [Fact]
    public void GuidAsAReply_RandomValues_AreTheSameToThePeer() => Check<Guid, Teller_NameReplyContract>(Peer.Messages["subjects.Teller.NameReply"]);

    [Fact]
    public void NumbersAndTexts_ByThemselves_AreTheWrappersOfProtobuf()
    {
        Equal<bool, BoolWire>(new BoolValue { Value = true }, true);
        Equal<int, Int32Wire>(new Int32Value { Value = -5 }, -5);
        Equal<short, Int16Wire>(new Int32Value { Value = -5 }, -5);
        Equal<long, Int64Wire>(new Int64Value { Value = long.MinValue }, long.MinValue);
        Equal<uint, UInt32Wire>(new UInt32Value { Value = 7 }, 7u);
        Equal<char, CharWire>(new UInt32Value { Value = 'x' }, 'x');
        Equal<ulong, UInt64Wire>(new UInt64Value { Value = ulong.MaxValue }, ulong.MaxValue);
        Equal<float, FloatWire>(new FloatValue { Value = 1.5f }, 1.5f);
        Equal<double, DoubleWire>(new DoubleValue { Value = double.NaN }, double.NaN);
        Equal<string, StringWire>(new StringValue { Value = "tür" }, "tür");
        Equal<DateOnly, DateWire>(new Int32Value { Value = 1 }, new DateOnly(1970, 1, 2));
        Equal<byte[], ArrayBytesWire>(new BytesValue { Value = ByteString.CopyFrom(1, 2) }, [1, 2]);
    }

    [Fact]
    public void Defaults_ByThemselves_AreEmptyMessages()
    {
        Equal<bool, BoolWire>(new BoolValue(), false);
        Equal<int, Int32Wire>(new Int32Value(), 0);
        Equal<float, FloatWire>(new FloatValue(), 0);
        Equal<double, DoubleWire>(new DoubleValue(), 0);
        Equal<string, StringWire>(new StringValue(), "");
        Equal<DateOnly, DateWire>(new Int32Value(), new DateOnly(1970, 1, 1));
        Equal<byte[], ArrayBytesWire>(new BytesValue(), []);

        Assert.Equal(9, GeneratedContract<double, ScalarContract<double, DoubleWire>>.Instance.Size(-0.0));
        Assert.Equal(2, GeneratedContract<DateOnly, ScalarContract<DateOnly, DateWire>>.Instance.Size(new DateOnly(1970, 1, 2)));
    }

    private static void Equal<T, TWire>(IMessage peer, T value)
        where T : notnull
        where TWire : IWire<T>
    {
        GeneratedContract<T, ScalarContract<T, TWire>> contract = GeneratedContract<T, ScalarContract<T, TWire>>.Instance;

        Assert.Equal(peer.Descriptor.FullName, contract.Name);
        Assert.Equal(peer.ToByteArray(), contract.ToBytes(value));
        Assert.Equal(value, contract.Read(peer.ToByteArray()));
    }

    private static void Check<T, TContract>(MessageDescriptor message)
        where T : notnull
        where TContract : IContract<T>
        => ForAll.Seeds(Cases, seed =>
        {
            T value = new RandomValues(new Random(seed)).Make<T>();
            IMessage peer = PeerValues.OfReply(value is IMaybe maybe ? maybe.Value : value, message, isNullable: value is IMaybe);

            byte[] ours = GeneratedContract<T, TContract>.Instance.ToBytes(value);

            Assert.Equal(peer, message.Parser.ParseFrom(ours));
            Same.Check(value, GeneratedContract<T, TContract>.Instance.Read(peer.ToByteArray()));
        });
}
