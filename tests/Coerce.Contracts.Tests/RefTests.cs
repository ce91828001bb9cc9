using System.Collections.Immutable;
using Coerce.Contracts.Subjects;
using Coerce.Dispatch;
using Google.Protobuf;
using Subjects;

namespace Coerce.Contracts.Tests;

/// <summary>Refs on the wire: by themselves, in messages, of a kind of actors and of a protocol.</summary>
public sealed class RefTests : IAsyncLifetime
{
    private readonly ActorSystem _system = New();
    private TellerRef _teller = null!;
    private SpeakerRef _speaker = null!;

    public ValueTask InitializeAsync()
    {
        _teller = _system.Spawn(Teller.Props(), "ada");
        _speaker = _system.Spawn(Speaker.Props(), "eve");
        return default;
    }

    public ValueTask DisposeAsync() => _system.DisposeAsync();

    [Fact]
    public void RefsThatAreReplied_Table_HasTheirContracts()
    {
        Check(_teller);
        Check(_system.Spawn(Registry.Props(_teller), "registry"));
        Check<IActorRef<Spoken>>(_speaker);

        Assert.False(_system.Contracts.TryFind("coerce.ActorRef", out _));
    }

    [Fact]
    public void Ref_ByItself_IsWhatThePeerReads()
    {
        var peer = global::Coerce.Protos.ActorRef.Parser.ParseFrom(_system.Contracts.Of<TellerRef>().ToBytes(_teller));

        Assert.Equal(("/ada", "subjects.teller"), (peer.Path, peer.Actor));
        Assert.Equal(_teller, _system.Contracts.Of<TellerRef>().Read(new global::Coerce.Protos.ActorRef { Path = "ada", Actor = "anything" }.ToByteArray()));
        Assert.Equal("\"/ada\"", _system.Contracts.Of<TellerRef>().ToJson(_teller));
        Assert.Equal("\"/eve\"", _system.Contracts.Of<IActorRef<Spoken>>().ToJson(_speaker));
    }

    [Fact]
    public void Ref_WithoutAPath_IsRefused()
    {
        Assert.Equal("coerce.ActorRef: is a ref without a path.", Problem<TellerRef>([]));
        Assert.Equal("coerce.ActorRef: is a ref without a path.", Problem<IActorRef<Spoken>>([]));
        Assert.Equal("subjects.Speakers, field first: is a ref without a path.", Problem<Speakers>([]));
        Assert.Throws<ArgumentNullException>(() => _system.Contracts.Of<TellerRef>().ToBytes(null!));
    }

    [Fact]
    public async Task Ref_OfNoActor_IsRefused()
    {
        byte[] teller = _system.Contracts.Of<TellerRef>().ToBytes(_teller);
        byte[] speaker = _system.Contracts.Of<IActorRef<Spoken>>().ToBytes(_speaker);
        await _teller.StopAsync();
        await _speaker.StopAsync();

        Assert.Equal("coerce.ActorRef: names the actor '/ada' (subjects.teller), and there is no live TellerRef of that path in the system 'test'.", Problem<TellerRef>(teller));
        Assert.Equal("coerce.ActorRef: names the actor '/eve' (subjects.speaker), and there is no live actor of that path in the system 'test'.", Problem<IActorRef<Spoken>>(speaker));
    }

    [Fact]
    public void Ref_OfAnotherActor_IsRefusedAndSaysWhich()
    {
        byte[] teller = _system.Contracts.Of<TellerRef>().ToBytes(_teller);
        byte[] speaker = _system.Contracts.Of<IActorRef<Spoken>>().ToBytes(_speaker);

        Assert.Equal("coerce.ActorRef: names the actor '/eve' (subjects.speaker), and that is a SpeakerRef, and no TellerRef.", Problem<TellerRef>(speaker));
        Assert.Equal("coerce.ActorRef: names the actor '/ada' (subjects.teller), and that is a TellerRef, which does not speak Spoken.", Problem<IActorRef<Spoken>>(teller));
    }

    [Fact]
    public void Refs_OfAProtocolAndOfAPartOfIt_AreTheSameAfterwards()
    {
        Contract<Speakers> contract = _system.Contracts.Of<Speakers>();
        var speakers = new Speakers(
            _speaker, _speaker, [_speaker, _speaker], ImmutableDictionary<string, IActorRef<Spoken>>.Empty.Add("a", _speaker), new([_speaker], _speaker, null));

        Speakers read = contract.Read(contract.ToBytes(speakers));

        Assert.Same(_speaker.GetType(), read.First.GetType());
        Assert.Equal(_speaker, read.First);
        Assert.Equal(_speaker, read.Maybe);
        Assert.Equal([_speaker, _speaker], read.All);
        Assert.Equal(_speaker, Assert.Single(read.ByName).Value);
        Assert.Equal(_speaker, read.Page.First);
        Assert.Null(contract.Read(contract.ToBytes(speakers with { Maybe = null, All = [] })).Maybe);
        Assert.Contains("\"maybe\":\"/eve\"", contract.ToJson(speakers), StringComparison.Ordinal);
    }

    [Fact]
    public void Ref_OfAnActorThatIsGeneric_IsTheSameAfterwards()
    {
        BoxRef<int> box = _system.Spawn(Box<int>.Props(), "numbers");
        Contract<Boxed> contract = _system.Contracts.Of<Boxed>();

        Assert.Equal(new Boxed(box, null), contract.Read(contract.ToBytes(new Boxed(box, null))));
        Assert.Contains(
            ", field texts: names the actor '/numbers' (), and that is a BoxRef<Int32>, and no BoxRef<String>.",
            Problem<Boxed>(new global::Peer.Boxed { Numbers = new() { Path = "/numbers" }, Texts = new() { Path = "/numbers" } }.ToByteArray()),
            StringComparison.Ordinal);
    }

    [Fact]
    public void RefOfAProtocol_ThatIsNoActor_IsRefused()
        => Assert.Equal(
            $"coerce.ActorRef: is a {typeof(Nobody)}, and only refs of actors travel.",
            Assert.Throws<ContractException>(() => _system.Contracts.Of<IActorRef<Spoken>>().ToBytes(new Nobody())).Message);

    [Fact]
    public void RefsInLists_AsReplies_AreWhatThePeerReads()
    {
        byte[] list = GeneratedContract<ImmutableArray<TellerRef>, Registry_GetAllReplyContract>.Instance.ToBytes([_teller, _teller]);
        byte[] map = GeneratedContract<IReadOnlyDictionary<string, TellerRef>, Registry_GetByNameReplyContract>.Instance.ToBytes(new Dictionary<string, TellerRef> { ["a"] = _teller });
        byte[] maybe = GeneratedContract<Maybe<TellerRef?>, MaybeContract<TellerRef?, Registry_SeekReplyContract>>.Instance.ToBytes(new(_teller));

        Assert.Equal(["/ada", "/ada"], global::Peer.Registry.Types.GetAllReply.Parser.ParseFrom(list).Value.Select(static one => one.Path));
        Assert.Equal("/ada", global::Peer.Registry.Types.GetByNameReply.Parser.ParseFrom(map).Value["a"].Path);
        Assert.Equal("/ada", global::Peer.Registry.Types.SeekReply.Parser.ParseFrom(maybe).Value.Path);
    }

    [Fact]
    public async Task Handlers_ThatReplyRefs_WorkAsOthers()
    {
        RegistryRef registry = _system.Spawn(Registry.Props(_teller));

        Assert.Equal(_teller, await registry.GetAsync());
        Assert.Equal(registry, await registry.GetLaterAsync(registry));
        Assert.Null(await registry.SeekAsync("eve"));
        Assert.True(await registry.AskAsync(_teller));
        Assert.Equal(_speaker, await _speaker.PassAsync(_speaker, _speaker));
    }

    private void Check<TRef>(TRef value)
        where TRef : class
    {
        Contract<TRef> contract = _system.Contracts.Of<TRef>();

        Assert.Equal("coerce.ActorRef", contract.Name);
        Assert.Equal(value, contract.Read(contract.ToBytes(value)));
        Assert.Equal(value, contract.ReadObject(contract.ToBytes((object)value)));
    }

    private string Problem<T>(byte[] bytes)
        where T : notnull
        => Assert.Throws<ContractException>(() => _system.Contracts.Of<T>().Read(bytes)).Message;

    private static ActorSystem New() => new("test", new ActorSystemOptions { Modules = { global::Coerce.Modules.Coerce_Contracts_Tests.Instance } });

    /// <summary>Speaks the protocol, and is nowhere.</summary>
    private sealed class Nobody : IActorRef<Spoken>
    {
        public ValueTask<TReply> AskAsync<TReply>(IRequest<Spoken, TReply> request, CancellationToken cancellationToken = default) => default;

        public ValueTask<TReply> AskAsync<TReply>(IRequest<Spoken, TReply> request, TimeSpan timeout, CancellationToken cancellationToken = default) => default;

        public void Tell(Spoken message)
        {
        }

        public bool TryTell(Spoken message) => false;

        public ValueTask TellAsync(Spoken message, CancellationToken cancellationToken = default) => default;

        public ValueTask AskAsync(Spoken request, CancellationToken cancellationToken = default) => default;

        public ValueTask AskAsync(Spoken request, TimeSpan timeout, CancellationToken cancellationToken = default) => default;
    }
}
