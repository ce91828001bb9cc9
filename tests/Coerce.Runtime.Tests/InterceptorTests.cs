using System.Collections.Concurrent;

namespace Coerce.Runtime.Tests;

/// <summary>Where interceptors write what they see; a service.</summary>
public sealed class Journal
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public string Text => string.Join(" ", Lines);
}

public sealed record Said(string Text);

public sealed class Outer(Journal diary) : TurnInterceptor
{
    public override async ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next)
    {
        diary.Lines.Enqueue($"<{turn.Handler.Name}");
        try
        {
            return await next.HandleAsync(message, turn.Scope.With(new Said("outer")));
        }
        finally
        {
            diary.Lines.Enqueue($"{typeof(TReply).Name}>");
        }
    }
}

/// <summary>Refuses some numbers, answers others itself, tries some again, and doubles others.</summary>
public sealed class Rules : TurnInterceptor
{
    public override ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next) => message switch
    {
        Guarded.Messages.Add { Amount: < 0 } => throw new ArgumentOutOfRangeException(nameof(message)),
        Guarded.Messages.Add { Amount: 0 } => new((TReply)(object)(-1)),
        Guarded.Messages.Add { Amount: 7 } => TwiceAsync(message, next),
        Guarded.Messages.Add { Amount: 8 } => next.HandleAsync((TMessage)(object)new Guarded.Messages.Add(80)),
        _ => next.HandleAsync(message),
    };

    private static async ValueTask<TReply> TwiceAsync<TMessage, TReply>(TMessage message, TurnNext<TMessage, TReply> next)
    {
        await next.HandleAsync(message);
        await Task.Yield();
        return await next.HandleAsync(message);
    }
}

/// <summary>Every kind of handler, behind two interceptors.</summary>
[Actor(OnFailure = FailureAction.Restart)]
[Intercept<Outer>]
[Intercept<Rules>]
public sealed partial class Guarded
{
    private int _sum;

    [Handles] int Add(int amount) => _sum += amount;

    [Handles] void Clear() => _sum = 0;

    [Handles]
    async Task ClearLater()
    {
        await Task.Yield();
        _sum = 0;
    }

    [Handles] ValueTask Nothing() => default;

    [Handles]
    async Task<string> On(string message, RequestScope scope)
    {
        await Task.Yield();
        return message + " " + scope.Get<Said>().Text;
    }

    [Handles] ValueTask<int> Sum() => new(_sum);

    [Handles] Deferred<int> Later(int number) => Deferred.Run(_ => Task.FromResult(number));

    [Handles(Reentrant = true)]
    async Task<int> Reenter(int number)
    {
        await Task.Yield();
        return number;
    }

    [Handles(Reentrant = true)] async Task ReenterForNothing() => await Task.Yield();

    [Handles]
    async IAsyncEnumerable<int> Count(int to, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int i = 1; i <= to; i++)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return i;
        }
    }
}

public sealed class Postmark(Journal diary) : SendInterceptor
{
    public override async ValueTask<TReply> SendAsync<TMessage, TReply>(SendInfo send, TMessage message, SendNext<TMessage, TReply> next)
    {
        diary.Lines.Enqueue($"{send.Verb} {send.Handler.Name}");
        TReply reply = await next.SendAsync(message, send.Scope.With(new Said("stamped")));
        diary.Lines.Enqueue(typeof(TReply).Name);
        return reply;
    }

    public override bool Send<TMessage>(SendInfo send, TMessage message, TellNext<TMessage> next)
    {
        diary.Lines.Enqueue($"{send.Verb} {send.Handler.Name}");
        return message is not Addressed.Messages.Put { Text: "spam" } && next.Send(message, send.Scope.With(new Said("stamped")));
    }
}

/// <summary>Adds nothing, so that its defaults are used.</summary>
public sealed class PassThrough : SendInterceptor;

[Actor]
[Intercept<PassThrough>]
[Intercept<Postmark>]
public sealed partial class Addressed
{
    private readonly List<string> _texts = [];

    [Handles] void Put(string text, RequestScope scope) => _texts.Add($"{text}:{scope.Get<Said>().Text}");

    [Handles] string All() => string.Join(' ', _texts);

    [Handles] async Task Hold(Task until) => await until;

    [Handles]
    async IAsyncEnumerable<string> Each(RequestScope scope)
    {
        await Task.Yield();
        yield return scope.ToString();
    }
}

public sealed class Plain : TurnInterceptor
{
    public override ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next) =>
        next.HandleAsync(message);
}

[Actor]
[Intercept<Plain>]
[Intercept<Plain>]
[Intercept<PassThrough>]
public sealed partial class Wrapped
{
    private int _sum;

    [Handles] int Add(int amount) => _sum += amount;
}

public sealed class InterceptorTests
{
    [Fact]
    public async Task Ask_IdleActor_RunsFromTheOutsideInAndBack()
    {
        var diary = new Journal();
        await using ActorSystem system = System(diary);
        GuardedRef guarded = system.Spawn(Guarded.Props());

        Assert.Equal(5, await guarded.AddAsync(5));
        await guarded.ClearAsync();

        Assert.Equal("<Add(int) Int32> <Clear() NoReply>", diary.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task EveryKindOfHandler_InlineAndQueued_GoesThrough(bool isQueued)
    {
        var diary = new Journal();
        await using ActorSystem system = System(diary);
        GuardedRef guarded = isQueued ? system.SpawnPool(Guarded.Props(), 1) : system.Spawn(Guarded.Props());

        Assert.Equal(3, await guarded.AddAsync(3));
        Assert.Equal(3, await guarded.SumAsync());
        await guarded.ClearLaterAsync();
        await guarded.NothingAsync();
        Assert.Equal("hello outer", await guarded.AskAsync("hello"));
        Assert.Equal(4, await guarded.LaterAsync(4));
        Assert.Equal(6, await guarded.ReenterAsync(6));
        await guarded.ReenterForNothingAsync();
        guarded.Tell(new Guarded.Messages.Add(5));
        Assert.Equal(5, await guarded.SumAsync());
        List<int> items = [];
        await foreach (int item in guarded.CountAsync(3)) items.Add(item);

        Assert.Equal([1, 2, 3], items);
        Assert.Equal(
            "<Add(int) Int32> <Sum() Int32> <ClearLater() NoReply> <Nothing() NoReply> <On(string) String> <Later(int) Deferred`1> "
            + "<Reenter(int) Int32> <ReenterForNothing() NoReply> <Add(int) Int32> <Sum() Int32> <Count(int) IAsyncEnumerable`1>",
            diary.Text);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Next_NeverOnceOrTwice_IsUpToTheInterceptor(bool isQueued)
    {
        await using ActorSystem system = System(new Journal());
        GuardedRef guarded = isQueued ? system.SpawnPool(Guarded.Props(), 1) : system.Spawn(Guarded.Props());

        Assert.Equal(-1, await guarded.AddAsync(0));
        Assert.Equal(14, await guarded.AddAsync(7));
        Assert.Equal(94, await guarded.AddAsync(8));

        // The refusal is the failure of the turn: the actor is made anew.
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await guarded.AddAsync(-1));
        Assert.Equal(1, await guarded.AddAsync(1));
    }

    [Fact]
    public async Task TwoActorsOfAClass_ShareTheirInterceptors()
    {
        int made = 0;
        await using var system = new ActorSystem("test", new() { Services = new OneService(() => { made++; return new Journal(); }) });

        GuardedRef first = system.Spawn(Guarded.Props()), second = system.Spawn(Guarded.Props());
        await first.AddAsync(1);
        await second.AddAsync(1);

        Assert.Equal(1, made);
    }

    [Fact]
    public async Task Spawn_ServiceOfAnInterceptorMissing_SaysWhatToDo()
    {
        await using var system = new ActorSystem("test");

        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => system.Spawn(Guarded.Props()));

        Assert.Contains("Journal", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_EveryVerb_PassesTheSendersSide()
    {
        var diary = new Journal();
        await using ActorSystem system = System(diary);
        AddressedRef addressed = system.Spawn(Addressed.Props());

        addressed.Tell(new Addressed.Messages.Put("a"));
        Assert.Equal("a:stamped", await addressed.AllAsync());
        Assert.True(addressed.TryTell(new Addressed.Messages.Put("b")));
        Assert.Equal("a:stamped b:stamped", await addressed.AskAsync(new Addressed.Messages.All(), TimeSpan.FromMinutes(1)));
        await addressed.TellAsync(new Addressed.Messages.Put("c"));
        await addressed.PutAsync("d");
        Assert.False(addressed.TryTell(new Addressed.Messages.Put("spam")));
        addressed.Tell(new Addressed.Messages.Put("spam"));

        Assert.Equal("a:stamped b:stamped c:stamped d:stamped", await addressed.AllAsync());
        Assert.Equal(
            "Tell Put(string) Ask All() String TryTell Put(string) Ask All() String TellAsync Put(string) NoReply Ask Put(string) NoReply "
            + "TryTell Put(string) Tell Put(string) Ask All() String",
            diary.Text);
    }

    [Fact]
    public async Task Send_FullOrStopped_TheVerbsGiveWhatTheyDo()
    {
        await using ActorSystem system = System(new Journal());
        AddressedRef addressed = system.Spawn(Addressed.Props().WithMailbox(1, MailboxPolicy.DropNewest));
        TaskCompletionSource until = Signal.New();
        ValueTask held = addressed.HoldAsync(until.Task);
        Assert.True(addressed.TryTell(new Addressed.Messages.Put("fits")));

        Assert.False(addressed.TryTell(new Addressed.Messages.Put("too many")));
        until.SetResult();
        await held;
        await addressed.StopAsync();

        await Assert.ThrowsAsync<ActorStoppedException>(async () => await addressed.AllAsync());
        await Assert.ThrowsAsync<ActorStoppedException>(async () => await addressed.PutAsync("late"));
    }

    [Fact]
    public async Task Send_StreamsAndPools_GoTheirWay()
    {
        var diary = new Journal();
        await using ActorSystem system = System(diary);
        AddressedRef pool = system.SpawnPool(Addressed.Props(), 2, Routing.Broadcast);

        pool.Tell(new Addressed.Messages.Put("all"));
        await foreach (string scope in Pool.Of(pool).Members[0].EachAsync(RequestScope.Empty.With(new Said("read")))) Assert.Equal("Said = Said { Text = read }", scope);

        Assert.Equal("Tell Put(string)", diary.Text);
        foreach (AddressedRef member in Pool.Of(pool).Members) Assert.Equal("all:stamped", await member.AllAsync());
    }

    [Fact]
    public async Task AskCycle_ThroughIntercepted_IsStillFound()
    {
        await using ActorSystem system = System(new Journal());
        RingedRef ringed = system.Spawn(Ringed.Props());

        await Assert.ThrowsAsync<AskCycleException>(async () => await ringed.GoAsync());
    }

    [Fact]
    public void AskOfIdleActor_BehindInterceptorsThatDoNotAwait_AllocatesNothing()
    {
        WrappedRef wrapped = new ActorSystem("allocation").Spawn(Wrapped.Props());

        long bytes = Allocated.Least(() =>
        {
            for (int i = 0; i < 1_000; i++) wrapped.AddAsync(1).GetAwaiter().GetResult();
        });

        Assert.Equal(0, bytes);
    }

    private static ActorSystem System(Journal diary) => new("test", new() { Services = new OneService(() => diary), LoggerFactory = Quiet.Options().LoggerFactory });

    private sealed class OneService(Func<Journal> make) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Journal) ? make() : null;
    }
}

[Actor]
[Intercept<Plain>]
public sealed partial class Ringed(ActorContext<RingedRef> context)
{
#pragma warning disable COERCE0304 // the shortest ring there is
    [Handles] async Task<int> Go() => await context.Self.GoAsync();
#pragma warning restore COERCE0304
}
