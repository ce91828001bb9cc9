using Coerce.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Coerce.Hosting.Tests;

public sealed class HealthTests
{
    private readonly Journal _journal = new();
    private readonly VirtualTime _clock = new();

    private TestApp App(Action<CoerceBuilder> actors, Action<CoerceHealthOptions>? options = null, HealthStatus? failureStatus = null)
    {
        var app = new TestApp(actors);
        app.Builder.Services.AddSingleton<TimeProvider>(_clock);
        app.Builder.Services.AddHealthChecks().AddCoerce(options, failureStatus: failureStatus, tags: ["actors"]);
        return app;
    }

    /// <summary>Runs the check as the host does, but in the test's thread up to its first wait.</summary>
    private static Task<HealthCheckResult> CheckAsync(TestApp app)
    {
        HealthCheckRegistration check = Assert.Single(app.Get<IOptions<HealthCheckServiceOptions>>().Value.Registrations);
        return check.Factory(app.Host.Services).CheckHealthAsync(new HealthCheckContext { Registration = check });
    }

    [Fact]
    public async Task Health_AllActorsUp_IsHealthy()
    {
        await using TestApp app = await App(c => c.AddActor(Shelf.Props(1, _journal), "pears").AddActor(Shelf.Props(1, _journal), "apples")).StartedAsync();

        HealthReportEntry health = (await app.Get<HealthCheckService>().CheckHealthAsync()).Entries["coerce"];

        Assert.Equal(HealthStatus.Healthy, health.Status);
        Assert.Equal("The actor system 'tests' runs, with 2 actors of the host.", health.Description);
        Assert.Equal(["apples: is up", "pears: is up"], health.Data.Select(one => $"{one.Key}: {one.Value}").Order());
        Assert.Equal(["actors"], health.Tags);
    }

    [Fact]
    public async Task Health_BeforeTheStartAndAfterTheStop_IsUnhealthy()
    {
        await using TestApp app = App(c => c.AddActor(Shelf.Props(1, _journal), "shelf"));

        HealthCheckResult before = await CheckAsync(app);
        await app.StartedAsync();
        await app.System.StopAsync();
        HealthCheckResult after = await CheckAsync(app);

        Assert.Equal((HealthStatus.Unhealthy, "The actor system 'tests' has not started yet."), (before.Status, before.Description));
        Assert.Equal((HealthStatus.Unhealthy, "The actor system 'tests' has stopped."), (after.Status, after.Description));
    }

    [Fact]
    public async Task Health_ActorThatStopped_IsUnhealthyAndNamed()
    {
        await using TestApp app = await App(c => c
            .AddActor(Shelf.Props(1, _journal), "pears")
            .AddActor(Shelf.Props(1, _journal).WithSupervision(Supervision.Stop), "apples")
            .AddActor(Shelf.Props(1, _journal), "plums")).StartedAsync();
        ShelfRef apples = app.Get<ShelfRef>("apples");

        await app.Get<ShelfRef>("pears").StopAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => apples.FailAsync().AsTask());
        await apples.StopAsync();
        HealthCheckResult health = await CheckAsync(app);

        Assert.Equal(HealthStatus.Unhealthy, health.Status);
        Assert.Equal("ShelfRef 'pears' is down: it was stopped; ShelfRef 'apples' is down, because it failed: the shelf broke", health.Description);
        Assert.Equal("is up", health.Data["plums"]);
        Assert.Equal("is down: it was stopped", health.Data["pears"]);
    }

    [Fact]
    public async Task Health_FailureStatus_IsTheOneThatWasAskedFor()
    {
        await using TestApp app = await App(c => c.AddActor(Shelf.Props(1, _journal), "shelf"), failureStatus: HealthStatus.Degraded).StartedAsync();

        await app.Get<ShelfRef>().StopAsync();

        Assert.Equal(HealthStatus.Degraded, (await CheckAsync(app)).Status);
    }

    [Fact]
    public async Task Health_ActorThatIsHeld_IsDegradedAndNamedUntilItGoesOn()
    {
        await using TestApp app = await App(
            c => c.AddActor(Shelf.Props(1, _journal), "shelf").AddActor(Shelf.Props(1, _journal), "other"),
            health => health.ProbeTimeout = TimeSpan.FromSeconds(2)).StartedAsync();
        ShelfRef shelf = app.Get<ShelfRef>("shelf");
        var until = new TaskCompletionSource();
        Task held = shelf.HoldAsync(until.Task).AsTask();

        Task<HealthCheckResult> checking = CheckAsync(app);
        await app.Get<ShelfRef>("other").CountAsync();      // behind the probe, which it has come to by then
        _clock.Advance(TimeSpan.FromSeconds(2));
        HealthCheckResult slow = await checking;
        _clock.Advance(TimeSpan.FromSeconds(60));
        HealthCheckResult later = await CheckAsync(app);
        until.SetResult();
        await held;
        await shelf.CountAsync();
        HealthCheckResult after = await CheckAsync(app);

        Assert.Equal(HealthStatus.Degraded, slow.Status);
        Assert.Equal("ShelfRef 'shelf' has not come to a probe for 2.0 s: Hold(Task) holds it, 1 wait", slow.Description);
        Assert.Equal("is up", slow.Data["other"]);
        Assert.Equal("ShelfRef 'shelf' has not come to a probe for 62.0 s: Hold(Task) holds it, 1 wait", later.Description);
        Assert.Equal(HealthStatus.Healthy, after.Status);
    }

    [Fact]
    public async Task Health_LongQueue_IsDegraded()
    {
        await using TestApp app = await App(c => c.AddActor(Shelf.Props(1, _journal), "shelf"), health => health.QueueLength = 5).StartedAsync();
        ShelfRef shelf = app.Get<ShelfRef>("shelf");
        var first = new TaskCompletionSource();
        var second = new TaskCompletionSource();
        Task held = shelf.HoldAsync(first.Task).AsTask();

        // The probe gets its place before these, so the actor has come to it when they still wait.
        Task<HealthCheckResult> checking = CheckAsync(app);
        Task heldAgain = shelf.HoldAsync(second.Task).AsTask();
        Task<int>[] counts = [.. Enumerable.Range(0, 6).Select(_ => shelf.CountAsync().AsTask())];
        first.SetResult();
        HealthCheckResult health = await checking;
        second.SetResult();
        await Task.WhenAll(counts);
        await Task.WhenAll(held, heldAgain);

        Assert.Equal(HealthStatus.Degraded, health.Status);
        Assert.Matches("^ShelfRef 'shelf' has [67] messages waiting, more than 5$", health.Description);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(app)).Status);
    }

    [Fact]
    public async Task Health_ActorThatIsBeingMadeAnew_IsDegraded()
    {
        await using TestApp app = await App(c => c.AddActor(
            Shelf.Props(1, _journal).WithSupervision(Supervision.Restart(backoff: TimeSpan.FromMinutes(1), jitter: 0)), "shelf")).StartedAsync();
        ShelfRef shelf = app.Get<ShelfRef>();

        await Assert.ThrowsAsync<InvalidOperationException>(() => shelf.FailAsync().AsTask());
        while (shelf.Status != ActorStatus.Restarting) await Task.Yield();
        HealthCheckResult health = await CheckAsync(app);
        Task<int> counting = shelf.CountAsync().AsTask();
        while (!counting.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        Assert.Equal((HealthStatus.Degraded, "ShelfRef 'shelf' has failed and is being made anew"), (health.Status, health.Description));
        Assert.Equal(1, await counting);
        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(app)).Status);
    }

    [Fact]
    public async Task Health_WithoutActorsOfTheHost_IsHealthy()
    {
        await using TestApp app = await App(_ => { }).StartedAsync();

        Assert.Equal(HealthStatus.Healthy, (await CheckAsync(app)).Status);
    }
}
