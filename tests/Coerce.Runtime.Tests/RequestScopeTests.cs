namespace Coerce.Runtime.Tests;

public sealed record Tenant(string Name);

public readonly record struct Correlation(int Number);

public readonly record struct Where(int Hops);

/// <summary>Says under which tenant it was called, in every way, and passes the scope on.</summary>
[Actor]
public sealed partial class Scoped(ScopedRef? next)
{
    private readonly List<string> _told = [];

    [Handles]
    async ValueTask<string> On(Where message, RequestScope scope)
    {
        if (message.Hops == 0 || next is null) return scope.ToString();
        RequestScope more = scope.With(new Correlation(message.Hops));
        return await next.AskAsync(new Where(message.Hops - 1), more);
    }

    [Handles] string Name(RequestScope scope, string otherwise = "nobody") => NameIn(scope, otherwise);

    [Handles] void Note(RequestScope scope) => _told.Add(Name(scope));

    [Handles] string Told() => string.Join(' ', _told);

    [Handles] async Task<string> Hold(Task until, RequestScope scope)
    {
        await until;
        return Name(scope);
    }

    [Handles(Reentrant = true)]
    async Task<string> Reenter(RequestScope scope)
    {
        await Task.Yield();
        return Name(scope);
    }

    [Handles] Deferred<string> Later(RequestScope scope) => Deferred.Run(_ => Task.FromResult(NameIn(scope, "nobody")));

    private static string NameIn(RequestScope scope, string otherwise) => scope.TryGet(out Tenant? tenant) ? tenant.Name : otherwise;

    [Handles]
    async IAsyncEnumerable<string> Each(RequestScope scope)
    {
        yield return Name(scope);
        await Task.Yield();
        yield return Name(scope);
    }
}

public sealed class RequestScopeTests
{
    private static readonly RequestScope A = RequestScope.Empty.With(new Tenant("a"));

    [Fact]
    public void With_SeveralTypes_EachIsFound()
    {
        RequestScope both = A.With(new Correlation(7));

        Assert.Equal("a", both.Get<Tenant>().Name);
        Assert.Equal(7, both.Get<Correlation>().Number);
        Assert.False(A.TryGet<Correlation>(out _));
        Assert.False(RequestScope.Empty.TryGet<Tenant>(out _));
    }

    [Fact]
    public void With_SameType_Replaces()
    {
        RequestScope scope = A.With(new Correlation(1)).With("text").With(new Correlation(2));

        Assert.Equal(2, scope.Get<Correlation>().Number);
        Assert.Equal("Correlation = Correlation { Number = 2 }, String = text, Tenant = Tenant { Name = a }", scope.ToString());
    }

    [Fact]
    public void Without_PresentAndAbsent_RemovesOrIsTheSame()
    {
        RequestScope scope = A.With(new Correlation(1));

        Assert.Equal("Correlation = Correlation { Number = 1 }", scope.Without<Tenant>().ToString());
        Assert.Same(RequestScope.Empty, A.Without<Tenant>());
        Assert.Same(scope, scope.Without<string>());
        Assert.Equal("nothing", RequestScope.Empty.ToString());
    }

    [Fact]
    public void Get_Absent_SaysWhatThereIs()
    {
        InvalidOperationException thrown = Assert.Throws<InvalidOperationException>(() => A.Get<Correlation>());

        Assert.Contains("Coerce.Runtime.Tests.Correlation", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("Tenant = Tenant { Name = a }", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_AnInterface_IsFoundByItAlone()
    {
        RequestScope scope = RequestScope.Empty.With<IFormattable>(3);

        Assert.Equal(3, scope.Get<IFormattable>());
        Assert.False(scope.TryGet<int>(out _));
    }

    [Fact]
    public async Task EveryVerb_IdleActor_BringsTheScope()
    {
        await using var system = new ActorSystem("test");
        ScopedRef scoped = system.Spawn(Scoped.Props(null));

        Assert.Equal("a", await scoped.NameAsync("nobody", A));
        Assert.Equal("a", await scoped.AskAsync(new Scoped.Messages.Name("nobody"), A));
        Assert.Equal("a", await scoped.AskAsync(new Scoped.Messages.Name("nobody"), A, TimeSpan.FromMinutes(1)));
        Assert.Equal("a", await scoped.ReenterAsync(A));
        Assert.Equal("a", await scoped.LaterAsync(A));
        Assert.Equal("Tenant = Tenant { Name = a }", await scoped.AskAsync(new Where(0), A));
        scoped.Tell(new Scoped.Messages.Note(), A);
        Assert.True(scoped.TryTell(new Scoped.Messages.Note(), A.With(new Tenant("b"))));
        await scoped.TellAsync(new Scoped.Messages.Note(), A.With(new Tenant("c")));
        Assert.Equal("a b c", await scoped.ToldAsync());
        await foreach (string name in scoped.EachAsync(A)) Assert.Equal("a", name);
        await foreach (string name in scoped.StreamAsync(new Scoped.Messages.Each(), A)) Assert.Equal("a", name);
    }

    [Fact]
    public async Task EveryVerb_WithoutScope_BringsTheEmptyOne()
    {
        await using var system = new ActorSystem("test");
        ScopedRef scoped = system.Spawn(Scoped.Props(null));

        Assert.Equal("nobody", await scoped.NameAsync());
        Assert.Equal("other", await scoped.NameAsync("other", default));
        Assert.Equal("nobody", await scoped.AskAsync(new Scoped.Messages.Name("nobody"), default));
        Assert.Equal("nobody", await scoped.ReenterAsync());
        Assert.Equal("nobody", await scoped.LaterAsync());
        scoped.Tell(new Scoped.Messages.Note());
        Assert.Equal("nobody", await scoped.ToldAsync());
        await foreach (string name in scoped.EachAsync()) Assert.Equal("nobody", name);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(4, 1)]
    [InlineData(0, 2)]
    public async Task Queued_BehindAHeldTurn_BringsTheScope(int capacity, int pool)
    {
        await using var system = new ActorSystem("test");
        Props<ScopedRef> props = Scoped.Props(null).WithMailbox(capacity);
        ScopedRef scoped = pool == 1 ? system.Spawn(props) : system.SpawnPool(props, pool);
        TaskCompletionSource until = Signal.New();

        ValueTask<string>[] held = [.. Enumerable.Range(0, pool).Select(i => scoped.HoldAsync(until.Task, A.With(new Tenant($"held {i}"))))];
        ValueTask<string> queued = scoped.AskAsync(new Where(0), A);
        ValueTask<string> plain = scoped.AskAsync(new Where(0));
        until.SetResult();

        Assert.Equal("Tenant = Tenant { Name = a }", await queued);
        Assert.Equal("nothing", await plain);
        for (int i = 0; i < pool; i++) Assert.Equal($"held {i}", await held[i]);
    }

    [Fact]
    public async Task PassedOn_OverThreeActors_Grows()
    {
        await using var system = new ActorSystem("test");
        ScopedRef last = system.Spawn(Scoped.Props(null)), middle = system.Spawn(Scoped.Props(last)), first = system.Spawn(Scoped.Props(middle));

        Assert.Equal(
            "Correlation = Correlation { Number = 1 }, Tenant = Tenant { Name = a }", await first.AskAsync(new Where(2), A));
        Assert.Equal("Tenant = Tenant { Name = a }", A.ToString());
    }

    [Fact]
    public async Task NullScope_AnyVerb_Throws()
    {
        await using var system = new ActorSystem("test");
        ScopedRef scoped = system.Spawn(Scoped.Props(null));

        Assert.Throws<ArgumentNullException>(() => scoped.Tell(new Scoped.Messages.Note(), null!));
        Assert.Throws<ArgumentNullException>(() => scoped.TryTell(new Scoped.Messages.Note(), null!));
        Assert.Throws<ArgumentNullException>(() => { _ = scoped.StreamAsync(new Scoped.Messages.Each(), null!); });
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await scoped.TellAsync(new Scoped.Messages.Note(), null!));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await scoped.AskAsync(new Where(0), (RequestScope)null!));
    }

    [Fact]
    public async Task StoppedActor_ScopedMessages_MeetTheSameEnd()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        ScopedRef scoped = system.Spawn(Scoped.Props(null));
        await scoped.StopAsync();

        scoped.Tell(new Scoped.Messages.Note(), A);
        Assert.False(scoped.TryTell(new Scoped.Messages.Note(), A));
        await Assert.ThrowsAsync<ActorStoppedException>(async () => await scoped.AskAsync(new Where(0), A));
        Assert.Equal(1, system.DeadLetters.Count);
    }

    [Fact]
    public void AskOfIdleActor_WithScope_AllocatesNothing()
    {
        ScopedRef scoped = new ActorSystem("allocation").Spawn(Scoped.Props(null));

        long bytes = Allocated.Least(() =>
        {
            for (int i = 0; i < 1_000; i++) scoped.NameAsync("nobody", A).GetAwaiter().GetResult();
        });

        Assert.Equal(0, bytes);
    }
}
