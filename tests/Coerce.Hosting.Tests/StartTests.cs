using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Coerce.Hosting.Tests;

public sealed class StartTests
{
    private readonly Journal _journal = new();

    [Fact]
    public async Task Start_Actors_StartInTheOrderInWhichTheyWereAdded()
    {
        await using var app = new TestApp(c => c
            .AddActor(Shelf.Props(1, _journal), "pears")
            .AddActor(_ => Shelf.Props(2, _journal), "apples")
            .AddActor(Shelf.Props(3, _journal), "plums"));

        // Asked for in another order, they still start in theirs.
        ShelfRef plums = app.Get<ShelfRef>("plums");
        await app.StartedAsync();

        Assert.Equal(["pears started", "apples started", "plums started"], _journal.Lines);
        Assert.Equal(3, await plums.CountAsync());
        Assert.Equal(plums, app.System.Find<ShelfRef>("plums"));
        Assert.Contains(app.Logs, line => line.EventId == 1101 && line.Text.Contains("'tests'") && line.Text.Contains("3 actors"));
    }

    [Fact]
    public async Task Start_ServiceThatTakesARefInItsConstructor_UsesItBeforeAndInItsStart()
    {
        await using var app = new TestApp(c => c.AddActor(Shelf.Props(10, _journal), "shelf"));
        app.Builder.Services.AddHostedService<EarlyBird>();

        await app.StartedAsync();

        Assert.Equal(8, await app.Get<ShelfRef>().CountAsync());
    }

    [Fact]
    public async Task Ref_OneOfItsClass_IsTheServiceWithAndWithoutKey()
    {
        await using TestApp app = await new TestApp(c => c.AddActor(Shelf.Props(1, _journal), "shelf")).StartedAsync();

        Assert.Equal(app.Get<ShelfRef>("shelf"), app.Get<ShelfRef>());
        Assert.Same(app.Get<ShelfRef>("shelf"), app.Get<ShelfRef>());
    }

    [Fact]
    public async Task Ref_OneOfSeveralWithoutKey_SaysHowToChoose()
    {
        await using var app = new TestApp(c => c
            .AddActor(Shelf.Props(1, _journal), "pears")
            .AddActor(Shelf.Props(1, _journal), "apples"));

        var refused = Assert.Throws<InvalidOperationException>(() => app.Get<ShelfRef>());

        Assert.Equal("There are 2 actors with a ShelfRef: 'pears', 'apples'. Say which one you want, [FromKeyedServices(\"pears\")] ShelfRef.", refused.Message);
    }

    [Fact]
    public async Task Recipe_RefOfAnActorThatIsAddedLater_IsThere()
    {
        await using TestApp app = await new TestApp(c => c
            .AddActor(services => Cashier.Props(services.GetRequiredService<ShelfRef>()), "cashier")
            .AddActor(Shelf.Props(5, _journal), "shelf")).StartedAsync();

        Assert.Equal(3, await app.Get<CashierRef>().SellAsync(2));
    }

    [Fact]
    public async Task Recipe_ThatNeedsItself_IsNamed()
    {
        await using var app = new TestApp(c => c
            .AddActor(services => Shelf.Props(services.GetRequiredService<CashierRef>().Id.Length, _journal), "shelf")
            .AddActor(services => Cashier.Props(services.GetRequiredService<ShelfRef>()), "cashier"));

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(app.StartedAsync);

        Assert.Contains("The recipes of ShelfRef 'shelf' and CashierRef 'cashier' need each other's refs", refused.Message);
    }

    [Theory]
    [InlineData(false, true, "the clerk overslept")]
    [InlineData(true, false, "the clerk went home")]
    public async Task Start_ActorFails_FailsTheHostAndStopsTheOthers(bool comesToWork, bool isFit, string why)
    {
        await using var app = new TestApp(c => c
            .AddActor(Shelf.Props(1, _journal), "shelf")
            .AddActor(Clerk.Props(comesToWork, isFit), "clerk")
            .AddActor(Shelf.Props(1, _journal), "never"));
        ShelfRef never = app.Get<ShelfRef>("never");
        Task<int> early = never.CountAsync().AsTask();

        var failed = await Assert.ThrowsAsync<InvalidOperationException>(app.StartedAsync);

        Assert.StartsWith("The host does not start, because one of its actors does not: ClerkRef 'clerk', added with AddActor.", failed.Message);
        Assert.Contains(why, failed.Message);
        Assert.Equal(["shelf started", "shelf stopped"], _journal.Lines);
        await Assert.ThrowsAsync<ActorStoppedException>(() => early);
        Assert.Equal(ActorStatus.Stopped, never.Status);
    }

    [Fact]
    public async Task Start_Cancelled_StopsWhatHadStarted()
    {
        var until = new TaskCompletionSource();
        var entered = new TaskCompletionSource();
        using var cancel = new CancellationTokenSource();
        await using var app = new TestApp(c => c
            .AddActor(Shelf.Props(1, _journal), "shelf")
            .AddActor(Sleeper.Props(entered, until), "sleeper"));

        Task starting = app.Host.StartAsync(cancel.Token);
        await entered.Task;
        cancel.Cancel();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => starting);
        Assert.Equal(["shelf started", "shelf stopped"], _journal.Lines);
    }

    [Fact]
    public async Task Dispose_HostThatNeverStarted_RefusesWhatWaits()
    {
        var app = new TestApp(c => c.AddActor(Shelf.Props(1, _journal), "shelf"));
        Task<int> early = app.Get<ShelfRef>().CountAsync().AsTask();

        await ((IAsyncDisposable)app.Host).DisposeAsync();

        await Assert.ThrowsAsync<ActorStoppedException>(() => early);
        Assert.Empty(_journal.Lines);
        Assert.DoesNotContain(app.Logs, line => line.EventId == 1005);
    }

    [Fact]
    public void AddActor_SameIdTwice_IsRefusedAtOnce()
    {
        var refused = Assert.Throws<ArgumentException>(() => new TestApp(c => c
            .AddActor(Shelf.Props(1, _journal), "one")
            .AddActor(Clerk.Props(true, true), "one")));

        Assert.StartsWith("There are two actors with the id 'one', ShelfRef 'one' and ClerkRef 'one'", refused.Message);
    }

    [Fact]
    public void AddActor_UnusableId_IsRefusedAtOnce() =>
        Assert.Throws<ArgumentException>(() => new TestApp(c => c.AddActor(Shelf.Props(1, _journal), "a/b")));

    [Fact]
    public async Task AddCoerce_Twice_AddsToOneSystem()
    {
        await using var app = new TestApp(c => c.AddActor(Shelf.Props(1, _journal), "pears"));
        app.Builder.Services.AddCoerce(c => c.AddActor(Shelf.Props(1, _journal), "apples").AddModule(Modules.Coerce_Hosting_Tests.Instance));

        await app.StartedAsync();

        Assert.Equal(["pears started", "apples started"], _journal.Lines);
        Assert.Single(app.Host.Services.GetServices<ActorSystem>());
        Assert.Contains(app.System.Catalog, actor => actor.ActorType == typeof(Shelf));
    }

    private sealed class EarlyBird(ShelfRef shelf) : IHostedService
    {
        private readonly Task<int> _inConstructor = shelf.TakeAsync(1).AsTask();

        public async Task StartAsync(CancellationToken cancellationToken)
        {
            Assert.Equal(9, await _inConstructor);
            Assert.Equal(8, await shelf.TakeAsync(1));
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

[Actor]
public sealed partial class Sleeper(TaskCompletionSource entered, TaskCompletionSource until)
{
    [OnStart]
    Task Started(CancellationToken cancellationToken)
    {
        entered.SetResult();
        return until.Task.WaitAsync(cancellationToken);
    }

    [Handles] bool IsAwake() => true;
}
