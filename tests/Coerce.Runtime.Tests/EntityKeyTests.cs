using System.Runtime.CompilerServices;

namespace Coerce.Runtime.Tests;

public readonly record struct TicketId(Guid Value);

public readonly record struct Seat(string Name);

/// <summary>Entities with every type of key.</summary>
[Actor("test.text", Local = true)]
public sealed partial class Texted([EntityKey] string key, ActorContext<TextedRef> context)
{
    internal ActorContext Context => context;

    [Handles] (string Key, string Id, string Path) Names() => (key, context.Id, context.Path);
}

[Actor("test.guid", Local = true)]
public sealed partial class Guided([EntityKey] Guid key, ActorContext<GuidedRef> context)
{
    [Handles] (Guid Key, string Id, string Path) Names() => (key, context.Id, context.Path);
}

[Actor("test.number", Local = true)]
public sealed partial class Numbered([EntityKey] long key, ActorContext<NumberedRef> context)
{
    [Handles] (long Key, string Id, string Path) Names() => (key, context.Id, context.Path);
}

[Actor("test.ticket", Local = true)]
public sealed partial class Ticket([EntityKey] TicketId id, ActorContext<TicketRef> context)
{
    [Handles] (TicketId Key, string Id, string Path) Names() => (id, context.Id, context.Path);
}

/// <summary>Another kind with the same type of key as tickets, and a name that is no part of a path as it is.</summary>
[Actor("test/100%")]
public sealed partial class Voucher([EntityKey] TicketId id)
{
    [Handles] TicketId Id() => id;
}

[Actor]
public sealed partial class Place([EntityKey] Seat seat)
{
    [Handles] Seat GetSeat() => seat;
}

public sealed class EntityKeyTests
{
    private static readonly Guid Some = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Fact]
    public async Task Key_OfEveryType_ReachesTheConstructorAndNamesTheEntity()
    {
        await using var system = new ActorSystem("keys");

        Assert.Equal(("alice", "alice", "/test.text/alice"), await system.Entity<TextedRef>("alice").NamesAsync());
        Assert.Equal((Some, $"{Some}", $"/test.guid/{Some}"), await system.Entity<GuidedRef>(Some).NamesAsync());
        Assert.Equal((-5L, "-5", "/test.number/-5"), await system.Entity<NumberedRef>(-5).NamesAsync());
        Assert.Equal((new TicketId(Some), $"{Some}", $"/test.ticket/{Some}"), await system.Entity<TicketRef>(new TicketId(Some)).NamesAsync());
        Assert.Equal(new TicketId(Some), await system.Entity<VoucherRef>(new TicketId(Some)).IdAsync());
        Assert.Equal(new Seat("12A"), await system.Entity<PlaceRef>(new Seat("12A")).GetSeatAsync());
    }

    [Fact]
    public async Task Entities_Get_TakesTheKindsOwnKey()
    {
        await using var system = new ActorSystem("keys");
        IEntities<TextedRef> texts = system.Entities<TextedRef>();
        IEntities<NumberedRef> numbers = new Entities<NumberedRef>(system);
        IEntities<TicketRef> tickets = system.Entities<TicketRef>();

        Assert.Equal(system.Entity<TextedRef>("alice"), texts.Get("alice"));
        Assert.Equal(system.Entity<NumberedRef>(7), numbers.Get(7));
        Assert.Equal(system.Entity<NumberedRef>(7), numbers.Get(7L));
        Assert.Equal(system.Entity<TicketRef>(new TicketId(Some)), tickets.Get(new TicketId(Some)));
        Assert.Throws<ArgumentException>(() => numbers.Get(EntityKey.Of("7")));
    }

    [Fact]
    public async Task Entities_OfATest_CanStandInForThoseOfASystem()
    {
        await using var system = new ActorSystem("keys");
        TextedRef only = system.Spawn(Texted.Props("the only one"));
        IEntities<TextedRef> texts = new Only(only);

        Assert.Equal("the only one", (await texts.Get("anyone").NamesAsync()).Key);
    }

    [Theory]
    [InlineData("a/b", "/test.text/a%2Fb")]
    [InlineData("100%", "/test.text/100%25")]
    [InlineData("$1", "/test.text/%241")]
    [InlineData("1$", "/test.text/1$")]
    [InlineData(" ", "/test.text/ ")]
    [InlineData("\n", "/test.text/%0A")]
    [InlineData("größe \U0001F600", "/test.text/größe \U0001F600")]
    public async Task Key_AnyText_IsOnePartOfThePath(string key, string path)
    {
        await using var system = new ActorSystem("keys");
        TextedRef entity = system.Entity<TextedRef>(key);

        Assert.Equal((key, key, path), await entity.NamesAsync());
        Assert.Equal(path, entity.Path);
        Assert.Equal(entity, system.Find<TextedRef>(path));
    }

    [Fact]
    public async Task Find_Entity_OnlyWhileItIsLive()
    {
        await using var system = new ActorSystem("keys");
        VoucherRef voucher = system.Entity<VoucherRef>(new TicketId(Some));
        Assert.Null(system.Find<VoucherRef>(voucher.Path));
        await voucher.IdAsync();

        Assert.Equal($"/test%2F100%25/{Some}", voucher.Path);
        Assert.Equal(voucher, system.Find<VoucherRef>(voucher.Path));
        Assert.Null(system.Find<TicketRef>(voucher.Path));
        Assert.Null(system.Find<VoucherRef>($"/test%2F100%25/{Some:N}"));
        Assert.Null(system.Find<VoucherRef>("/test%2F100%25"));
        Assert.Null(system.Find<VoucherRef>($"{voucher.Path}/child"));

        await voucher.StopAsync();
        Assert.Null(system.Find<VoucherRef>(voucher.Path));
    }

    [Fact]
    public void Key_ThatIsNone_IsRefused()
    {
        var system = new ActorSystem("keys");

        Assert.Throws<ArgumentNullException>(() => system.Entity<TextedRef>(null!));
        Assert.Throws<ArgumentException>(() => system.Entity<TextedRef>(""));
        Assert.Throws<ArgumentException>(() => system.Entity<TextedRef>(new string('x', 257)));
        Assert.Throws<ArgumentException>(() => system.Entity<TextedRef>("half \uD83D"));
        Assert.Throws<ArgumentNullException>(() => system.Entity<PlaceRef>(default(Seat)));
        Assert.Equal(256, system.Entity<TextedRef>(new string('x', 256)).Id.Length);
    }

    [Fact]
    public async Task Kind_NameOfALiveActor_IsRefusedAndTheOtherWayRound()
    {
        await using var system = new ActorSystem("keys");
        CounterRef counter = system.Spawn(Counter.Props(), "test.text");
        ActorAlreadyExistsException taken = Assert.Throws<ActorAlreadyExistsException>(() => system.Entity<TextedRef>("alice"));
        Assert.Contains("Counter '/test.text'", taken.Message);
        await counter.StopAsync();

        system.Entity<TextedRef>("alice");
        taken = Assert.Throws<ActorAlreadyExistsException>(() => system.Spawn(Counter.Props(), "test.text"));
        Assert.Contains("the entities of Texted", taken.Message);
    }

    [Theory]
    [InlineData(EntityKeyType.Text, "alice", true)]
    [InlineData(EntityKeyType.Text, "", false)]
    [InlineData(EntityKeyType.Number, "-9223372036854775808", true)]
    [InlineData(EntityKeyType.Number, "9223372036854775808", false)]
    [InlineData(EntityKeyType.Number, "007", false)]
    [InlineData(EntityKeyType.Number, "+7", false)]
    [InlineData(EntityKeyType.Number, "-0", false)]
    [InlineData(EntityKeyType.Number, "seven", false)]
    [InlineData(EntityKeyType.Guid, "0f8fad5b-d9cb-469f-a165-70867728950e", true)]
    [InlineData(EntityKeyType.Guid, "0F8FAD5B-D9CB-469F-A165-70867728950E", false)]
    [InlineData(EntityKeyType.Guid, "0f8fad5bd9cb469fa16570867728950e", false)]
    public void TryParse_Text_OnlyTheCanonicalOne(EntityKeyType type, string text, bool isKey)
    {
        Assert.Equal(isKey, EntityKey.TryParse(type, text, out EntityKey key));
        if (!isKey) return;

        Assert.Equal((type, text), (key.Type, key.ToString()));
        Assert.True(EntityKey.TryParse(type, text, out EntityKey again));
        Assert.True(key == again && key.GetHashCode() == again.GetHashCode() && key.Equals((object)again));
    }

    [Fact]
    public void Key_OfAnotherType_IsAnotherKey()
    {
        Assert.False(EntityKey.TryParse(EntityKeyType.Text, "half \uDC00", out _));
        Assert.NotEqual(EntityKey.Of("7"), EntityKey.Of(7));
        Assert.NotEqual(EntityKey.Of(Guid.Empty), EntityKey.Of(0));
        Assert.Throws<InvalidOperationException>(() => EntityKey.Of(7).Text);
        Assert.Throws<InvalidOperationException>(() => EntityKey.Of("7").Number);
        Assert.Throws<InvalidOperationException>(() => EntityKey.Of("7").Guid);
        Assert.Equal((7L, "7", Some), (EntityKey.Of(7).Number, EntityKey.Of("7").Text, EntityKey.Of(Some).Guid));
    }

    [Fact]
    public async Task FindEntity_ByNames_IsTheSameEntity()
    {
        var options = new ActorSystemOptions();
        options.Modules.Add(Coerce.Modules.Coerce_Runtime_Tests.Instance);
        await using var system = new ActorSystem("keys", options);

        Assert.Equal(system.Entity<TicketRef>(new TicketId(Some)), system.FindEntity("test.ticket", $"{Some}"));
        Assert.Equal(system.Entity<NumberedRef>(7), system.FindEntity("test.number", "7"));
        Assert.Null(system.FindEntity("test.number", "seven"));
        Assert.Null(system.FindEntity("test.nothing", "7"));
        Assert.Null(system.FindEntity("test.counter", "7"));
    }

    [Fact]
    public void ConfigureEntities_OutOfRange_IsRefused()
    {
        var options = new ActorSystemOptions();

        Assert.Throws<ArgumentOutOfRangeException>(() => options.ConfigureEntities<TextedRef>(idleTime: TimeSpan.FromTicks(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.ConfigureEntities<TextedRef>(idleTime: TimeSpan.FromDays(25)));
        Assert.Throws<ArgumentOutOfRangeException>(() => options.ConfigureEntities<TextedRef>(maxLive: -1));
    }

    [Fact]
    public async Task Ask_LiveEntity_AllocatesNothing()
    {
        await using var system = new ActorSystem("keys");
        SpeckRef speck = system.Entity<SpeckRef>(1);
        await speck.TouchAsync();

        Assert.Equal(0, Allocated.Least(() =>
        {
            for (int i = 0; i < 50_000; i++)
            {
                ValueTask<long> touched = speck.TouchAsync();
                Assert.True(touched.IsCompletedSuccessfully);
                touched.GetAwaiter().GetResult();
            }
        }));
    }

    [Fact]
    public async Task Ref_OfADormantEntity_StaysTheSameActorWhatTheCollectorDoes()
    {
        await using var system = new ActorSystem("keys");
        TextedRef alice = system.Entity<TextedRef>("alice");
        await alice.NamesAsync();
        await alice.StopAsync();
        Collect();

        Assert.Equal(alice, system.Entity<TextedRef>("alice"));
        Assert.Equal("alice", (await alice.NamesAsync()).Key);
    }

    [Fact]
    public async Task DormantEntity_NobodyHoldsIt_IsForgotten()
    {
        await using var system = new ActorSystem("keys");
        WeakReference context = await UseAsync(system);
        for (int i = 0; i < 20 && context.IsAlive; i++) Collect();

        // The entity and its context know each other.
        Assert.False(context.IsAlive);
        Assert.Equal("alice", (await system.Entity<TextedRef>("alice").NamesAsync()).Key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> UseAsync(ActorSystem system)
    {
        TextedRef alice = system.Entity<TextedRef>("alice");
        WeakReference context = await alice.RunAsync(static actor => new WeakReference(actor.Context));
        await alice.StopAsync();
        return context;
    }

    private static void Collect()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
    }

    private sealed class Only(TextedRef only) : IEntities<TextedRef>
    {
        public TextedRef Get(EntityKey key) => only;
    }
}
