using Google.Protobuf;
using Google.Protobuf.Reflection;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>What protoc's own classes make of our bytes, and we of theirs.</summary>
public sealed class PeerTests : IAsyncLifetime
{
    private const int Cases = 10_000;
    private readonly ActorSystem _system = new("test", new ActorSystemOptions { Modules = { global::Coerce.Modules.Coerce_Contracts_Tests.Instance } });
    private TellerRef _teller = null!;

    public ValueTask InitializeAsync()
    {
        _teller = _system.Spawn(Teller.Props(), "teller");
        return default;
    }

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Theory]
    [InlineData(typeof(Numbers), typeof(MaybeNumbers), typeof(NumberLists), typeof(NumberMaps), typeof(Keys))]
    [InlineData(typeof(Texts), typeof(MaybeTexts), typeof(TextLists), typeof(TextMaps), typeof(Uris))]
    [InlineData(typeof(Times), typeof(MaybeTimes), typeof(TimeLists), typeof(TimeMaps))]
    [InlineData(typeof(Enums), typeof(MaybeEnums), typeof(EnumLists), typeof(EnumMaps), typeof(EnumKeys))]
    [InlineData(typeof(NumberCollections), typeof(TextCollections), typeof(ItemCollections), typeof(Dictionaries))]
    [InlineData(typeof(Outer), typeof(Tree), typeof(Chain), typeof(Nothing), typeof(HasNothing))]
    [InlineData(typeof(Shape), typeof(Drawing), typeof(Pages), typeof(Results), typeof(Result<Item>), typeof(Tuples))]
    [InlineData(typeof(Settable), typeof(Mixed), typeof(Constructed), typeof(Mutable), typeof(Point), typeof(Person), typeof(Open))]
    [InlineData(typeof(Keywords), typeof(Odd), typeof(Größe), typeof(Original), typeof(@message))]
    [InlineData(typeof(Converted), typeof(Introduce), typeof(Letter), typeof(Medium))]
    [InlineData(
        typeof(Teller.Messages.Deposit), typeof(Teller.Messages.Clear), typeof(Teller.Messages.History), typeof(Teller.Messages.Maybe), typeof(Teller.Messages.Find),
        typeof(Teller.Messages.Paint))]
    public void Values_OfAnyMapping_AreTheSameToThePeer(params Type[] types) => Assert.All(types, type => Check(type, Cases));

    // A thousand of them have two hundred thousand fields.
    [Fact]
    public void TwoHundredFields_OfAnyMapping_AreTheSameToThePeer() => Check(typeof(Wide), Cases / 10);

    private void Check(Type type, int cases)
    {
        Assert.True(_system.Contracts.TryFind(type, out Contract? contract), $"{type} has no contract.");
        MessageDescriptor message = Peer.Of(contract);
        bool isCanonical = !HasMap(message, []);
        ForAll.Seeds(cases, seed =>
        {
            var random = new RandomValues(new Random(seed), () => _teller);
            object value = random.Make(type)!;
            IMessage peer = PeerValues.Of(value, message);

            byte[] ours = contract.ToBytes(value), theirs = peer.ToByteArray();

            Assert.Equal(peer, message.Parser.ParseFrom(ours));
            Same.Check(value, contract.ReadObject(ours));
            Same.Check(value, contract.ReadObject(theirs));

            // Where protobuf says what the bytes are: entries of maps have no order, and -0, which we write, is left out there.
            if (isCanonical && !random.HasMinusZero) Assert.Equal(theirs, ours);
        });
    }

    private static bool HasMap(MessageDescriptor message, HashSet<MessageDescriptor> seen)
        => seen.Add(message) && message.Fields.InFieldNumberOrder().Any(field => field.IsMap || field.FieldType == FieldType.Message && HasMap(field.MessageType, seen));
}
