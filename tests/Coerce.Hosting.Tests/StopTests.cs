using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Coerce.Hosting.Tests;

public sealed class StopTests
{
    private readonly Journal _journal = new();

    [Fact]
    public async Task Stop_Host_LetsActorsHandleWhatTheyWereSent()
    {
        await using TestApp app = await new TestApp(c => c.AddActor(Shelf.Props(100, _journal), "shelf")).StartedAsync();
        ShelfRef shelf = app.Get<ShelfRef>();
        var until = new TaskCompletionSource();
        Task held = shelf.HoldAsync(until.Task).AsTask();
        Task<int>[] taken = [.. Enumerable.Range(0, 10).Select(_ => shelf.TakeAsync(1).AsTask())];

        Task stopping = app.Host.StopAsync();
        until.SetResult();
        await stopping;

        await held;
        Assert.Equal(Enumerable.Range(90, 10).Reverse(), await Task.WhenAll(taken));
        Assert.Equal(["shelf started", "shelf stopped"], _journal.Lines);
        await Assert.ThrowsAsync<ActorStoppedException>(() => shelf.CountAsync().AsTask());
        Assert.Contains(app.Logs, line => line.EventId == 1102);
    }

    [Fact]
    public async Task Stop_ServicesOfTheHost_UseActorsToTheirEnd()
    {
        // Added before the actors, so that it stops after whatever is added later.
        await using var app = new TestApp(_ => { });
        app.Builder.Services.AddSingleton(_journal).AddHostedService<NightWatch>();
        app.Builder.Services.AddCoerce(c => c.AddActor(Shelf.Props(7, _journal), "shelf"));
        await app.StartedAsync();

        await app.Host.StopAsync();

        Assert.Equal(["shelf started", "counted 7 at closing time", "shelf stopped"], _journal.Lines);
    }

    [Fact]
    public async Task Stop_HandlerThatNeverEnds_EndsInTimeAndNamesIt()
    {
        await using TestApp app = await new TestApp(
            c => c.AddActor(Shelf.Props(1, _journal), "shelf").AddActor(Shelf.Props(1, _journal), "other"),
            ("Coerce:ShutdownTimeout", "00:00:00.200")).StartedAsync();
        ShelfRef shelf = app.Get<ShelfRef>("shelf");
        var never = new TaskCompletionSource();
        Task held = shelf.HoldAsync(never.Task).AsTask();

        await app.Host.StopAsync();

        Assert.Contains("other stopped", _journal.Lines);
        Assert.DoesNotContain("shelf stopped", _journal.Lines);
        Assert.Contains("Shelf '/shelf' (in Hold(Task), ", Assert.Single(app.Logs, line => line.EventId == 1103).Text);
        var unanswered = await Assert.ThrowsAsync<ActorStoppedException>(() => held);
        Assert.Equal("The actor system 'tests' has stopped, and Shelf '/shelf' has not answered Hold.", unanswered.Message);
        never.SetResult();
    }

    [Fact]
    public async Task Stop_HostThatWaitsNoLonger_StillStopsTheActors()
    {
        await using TestApp app = await new TestApp(c => c.AddActor(Shelf.Props(1, _journal), "shelf")).StartedAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => StopAsync(app));

        static async Task StopAsync(TestApp app)
        {
            await app.Host.StopAsync(new CancellationToken(canceled: true));

            // Some hosts throw when they have run out of time, others end: the actors have stopped in either case.
            throw new OperationCanceledException();
        }

        Assert.Equal(["shelf started", "shelf stopped"], _journal.Lines);
    }

    /// <summary>Whoever asks while the host stops gets an answer or hears what happened, within the host's limit.</summary>
    [Fact]
    public async Task Stop_AThousandAsksInFlight_EachGetsAnAnswerOrAClearError()
    {
        const int Asks = 1_000;
        TimeSpan limit = TimeSpan.FromSeconds(20);
        await using TestApp app = await new TestApp(
            c =>
            {
                c.Services.Configure<HostOptions>(host => host.ShutdownTimeout = limit);
                for (int i = 0; i < 10; i++) c.AddActor(Desk.Props(), $"desk{i}");
            },
            ("Coerce:ShutdownTimeout", "00:00:01")).StartedAsync();
        DeskRef[] desks = [.. Enumerable.Range(0, 10).Select(i => app.Get<DeskRef>($"desk{i}"))];
        var quick = new TaskCompletionSource();
        var never = new TaskCompletionSource();

        // Half of the desks are let go on when the stop has begun; the others wait for what does not come, in all the ways there are.
        Task<int>[] asks =
        [
            .. Enumerable.Range(0, Asks).Select(i => (i % 10) switch
            {
                < 5 => desks[i % 10].ServeAsync(i, quick.Task).AsTask(),
                5 or 6 => desks[i % 10].ServeAsync(i, never.Task).AsTask(),
                7 => desks[7].ServeLaterAsync(i, never.Task).AsTask(),
                8 => desks[8].ServeTogetherAsync(i, never.Task).AsTask(),
                _ => desks[9].ServeAsync(i, i < Asks / 2 ? quick.Task : never.Task).AsTask(),
            }),
        ];

        long begin = Stopwatch.GetTimestamp();
        Task stopping = app.Host.StopAsync();
        quick.SetResult();
        await stopping;
        TimeSpan took = Stopwatch.GetElapsedTime(begin);

        Task all = Task.WhenAll(asks);
        await all.ContinueWith(_ => { }, TaskScheduler.Default).WaitAsync(limit);
        Assert.True(took < limit, $"The stop took {took}.");
        Assert.All(asks.Select((ask, i) => (ask, i)), one =>
        {
            if (one.ask.IsCompletedSuccessfully) Assert.Equal(one.i, one.ask.Result);
            else if (one.ask.IsFaulted) Assert.True(one.ask.Exception.InnerException is ActorStoppedException, one.ask.Exception.ToString());
            else Assert.True(one.ask.IsCanceled);
        });
        int answered = asks.Count(ask => ask.IsCompletedSuccessfully);
        Assert.Equal(Asks / 2 + Asks / 20, answered);
        Assert.Contains(asks, ask => ask.IsFaulted);
        Assert.All(desks, desk => Assert.Equal(ActorStatus.Stopped, desk.Status));
        Assert.DoesNotContain(app.Logs, line => line.EventId == 1103);
    }

    private sealed class NightWatch(ShelfRef shelf, Journal journal) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task StopAsync(CancellationToken cancellationToken) => journal.Add($"counted {await shelf.CountAsync()} at closing time");
    }
}

/// <summary>Serves when it may, in the ways that handlers have of taking their time.</summary>
[Actor]
public sealed partial class Desk
{
    [Handles]
    async Task<int> Serve(int number, Task may, CancellationToken cancellationToken)
    {
        await may.WaitAsync(cancellationToken);
        return number;
    }

    [Handles]
    Deferred<int> ServeLater(int number, Task may) => Deferred.Run(async cancellationToken =>
    {
        await may.WaitAsync(cancellationToken);
        return number;
    });

    [Handles(Reentrant = true)]
    async Task<int> ServeTogether(int number, Task may, CancellationToken cancellationToken)
    {
        await may.WaitAsync(cancellationToken);
        return number;
    }
}
