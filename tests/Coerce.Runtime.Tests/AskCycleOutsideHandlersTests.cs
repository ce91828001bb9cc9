namespace Coerce.Runtime.Tests;

/// <summary>Does what it is told to, at each time at which it holds its turn.</summary>
[Actor]
public sealed partial class Doer(Doer.Plan? plan = null)
{
    public sealed record Plan(
        Func<DoerRef, Task>? Start = null, Func<DoerRef, Task>? Restart = null, Func<DoerRef, Task>? Stop = null);

    private Deferred<int>? _later;

    [OnStart]
    async Task Started(ActorContext<DoerRef> context)
    {
        if (plan?.Start is { } start) await start(context.Self);
    }

    [OnRestart]
    async ValueTask Restarting(ActorContext<DoerRef> context)
    {
        if (plan?.Restart is { } restart) await restart(context.Self);
    }

    [OnStop]
    async Task Stopping(ActorContext<DoerRef> context)
    {
        if (plan?.Stop is { } stop) await stop(context.Self);
        _later?.Reply(1);
    }

    [Handles] async Task Do(Func<Task> work) => await work();

    [Handles] async Task<DoerRef> Hire(Plan child, ActorContext<DoerRef> context) => await context.SpawnAsync(Props(child));

    [Handles] Deferred<int> Later() => _later = new Deferred<int>();

    [Handles] void Break() => throw new InvalidOperationException("broken");

    [Handles]
    void Nothing()
    {
    }
}

public sealed class AskCycleOutsideHandlersTests
{
    [Fact(Timeout = 20_000)]
    public async Task Start_ThatAsksOneWhoAsksBack_FailsWithTheRing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoerRef other = system.Spawn(Doer.Props(), "other");

        var failure = await Assert.ThrowsAsync<ActorStartException>(async () => await system.SpawnAsync(
            Doer.Props(new Doer.Plan(Start: async self => await other.DoAsync(async () => await self.NothingAsync()))), "self"));

        AssertRing(failure.InnerException, "/other", "/self");
        await other.NothingAsync();
    }

    [Fact(Timeout = 20_000)]
    public async Task Start_ThatAsksTheOneWhoSpawnsAndWaits_FailsWithTheRing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoerRef parent = system.Spawn(Doer.Props(), "parent");

        var failure = await Assert.ThrowsAsync<ActorStartException>(async () => await parent.HireAsync(
            new Doer.Plan(Start: async _ => await parent.NothingAsync())));

        var ring = Assert.IsType<AskCycleException>(failure.InnerException);
        Assert.Contains("/parent", ring.Ring);
        Assert.NotNull(await parent.HireAsync(new Doer.Plan()));
    }

    [Fact(Timeout = 20_000)]
    public async Task Start_OfAChildNobodyWaitsFor_MayAskItsParent()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoerRef parent = system.Spawn(Doer.Props(), "parent");
        TaskCompletionSource asked = Signal.New();

        DoerRef child = system.Spawn(Doer.Props(new Doer.Plan(Start: async _ =>
        {
            await parent.DoAsync(() => Task.CompletedTask);
            asked.SetResult();
        })));

        await asked.Task;
        await child.NothingAsync();
    }

    [Fact(Timeout = 20_000)]
    public async Task Restart_ThatAsksOneWhoAsksBack_FailsWithTheRing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoerRef other = system.Spawn(Doer.Props(), "other");
        var found = new TaskCompletionSource<Exception?>();
        Doer.Plan plan = new(Restart: async self => found.SetResult(
            await Record.ExceptionAsync(async () => await other.DoAsync(async () => await self.NothingAsync()))));
        DoerRef actor = system.Spawn(Doer.Props(plan).WithSupervision(Supervision.Restart()), "self");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await actor.BreakAsync());

        AssertRing(await found.Task, "/other", "/self");
        await actor.NothingAsync();
    }

    [Fact(Timeout = 20_000)]
    public async Task StartAfterRestart_ThatAsksOneWhoAsksBack_FailsWithTheRing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoerRef other = system.Spawn(Doer.Props(), "other");
        var found = new TaskCompletionSource<Exception?>();
        int starts = 0;
        Doer.Plan plan = new(Start: async self =>
        {
            if (++starts == 1) return;
            found.SetResult(await Record.ExceptionAsync(async () => await other.DoAsync(async () => await self.NothingAsync())));
        });
        DoerRef actor = system.Spawn(Doer.Props(plan).WithSupervision(Supervision.Restart()), "self");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await actor.BreakAsync());

        AssertRing(await found.Task, "/other", "/self");
        await actor.NothingAsync();
    }

    [Fact(Timeout = 20_000)]
    public async Task Stop_ThatAsksOneWhoWaitsForItsDeferredReply_FailsWithTheRing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoerRef other = system.Spawn(Doer.Props(), "other");
        TaskCompletionSource<Exception?> found = new();
        DoerRef actor = system.Spawn(Doer.Props(new Doer.Plan(Stop: async _ => found.SetResult(
            await Record.ExceptionAsync(async () => await other.NothingAsync())))), "self");
        Task<int>? later = null;
        TaskCompletionSource asks = Signal.New();
        ValueTask waits = other.DoAsync(async () =>
        {
            later = actor.LaterAsync().AsTask();
            asks.SetResult();
            await later;
        });
        await asks.Task;

        await actor.StopAsync();

        AssertRing(await found.Task, "/other", "/self");
        await waits;
        Assert.Equal(1, await later!);
    }

    [Theory(Timeout = 20_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_WorkThatAsksOneWhoAsksBack_FailsWithTheRing(bool hasReply)
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoerRef other = system.Spawn(Doer.Props(), "other");
        DoerRef actor = system.Spawn(Doer.Props(), "self");

        async Task<int> Ask()
        {
            await other.DoAsync(async () => await actor.NothingAsync());
            return 1;
        }

        Exception? failure = await Record.ExceptionAsync(async () =>
        {
            if (hasReply) await actor.RunAsync(_ => Ask());
            else await actor.RunAsync(async _ => { await Ask(); });
        });

        AssertRing(failure, "/other", "/self");
        await actor.NothingAsync();
    }

    [Fact(Timeout = 20_000)]
    public async Task RunAsync_ThatWouldCloseTheRing_IsNotRun()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        DoerRef actor = system.Spawn(Doer.Props(), "self");
        bool ran = false;

        Exception? failure = await Record.ExceptionAsync(
            async () => await actor.DoAsync(async () => await actor.RunAsync(_ => { ran = true; })));

        AssertRing(failure, "/self");
        await actor.NothingAsync();
        Assert.False(ran);
    }

    internal static void AssertRing(Exception? failure, params string[] paths)
    {
        var ring = Assert.IsType<AskCycleException>(failure);
        Assert.Equal(ring.Ring[0], ring.Ring[^1]);
        Assert.Equal(paths, ring.Ring.Distinct().Order());
    }
}
