using Microsoft.Extensions.Logging;

namespace Coerce.TestKit.Tests;

public sealed class EntityTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    [Fact]
    public void Entity_FirstMessage_IsActivatedByIt() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        Assert.Equal(ActorStatus.Dormant, alice.Status);
        Assert.Equal(0, ledger.Activations);

        Assert.Equal(1, await alice.AskAsync(new Put(1)));

        Assert.Equal(ActorStatus.Started, alice.Status);
        Assert.Equal(["+alice"], ledger.Events);
    });

    [Fact]
    public void Entity_SameKey_IsTheSameActor() => WithLedger.Run(async (host, ledger) =>
    {
        host.System.Entity<BasketRef>("alice").Tell(new Put(1));
        host.System.Entity<BasketRef>("bob").Tell(new Put(2));
        host.System.Entities<BasketRef>().Get("alice").Tell(new Put(3));

        Assert.Equal((int[])[1, 3], await host.System.Entity<BasketRef>("alice").NumbersAsync());
        Assert.Equal(host.System.Entity<BasketRef>("alice"), host.System.Entities<BasketRef>().Get("alice"));
        Assert.NotEqual(host.System.Entity<BasketRef>("alice"), host.System.Entity<BasketRef>("bob"));
        await host.SettleAsync();
        Assert.Equal(2, ledger.Activations);
    });

    [Fact]
    public void Idle_LessThanTheTime_Stays() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        for (int i = 0; i < 10; i++)
        {
            alice.Tell(new Put(i));
            host.Time.Advance(Idle - TimeSpan.FromMilliseconds(1));
        }

        Assert.Equal(10, (await alice.NumbersAsync()).Length);
        Assert.Equal(1, ledger.Activations);
    });

    [Fact]
    public void Idle_AQuarterMoreThanTheTime_IsPassivated() => WithLedger.Run((host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        alice.Tell(new Put(1));
        host.Time.Advance(Idle * 0.3);
        alice.Tell(new Put(2));
        host.Time.Advance(Idle * 0.99);
        Assert.True(ledger.IsLive("alice"));

        host.Time.Advance(Idle * 0.26);

        Assert.False(ledger.IsLive("alice"));
        Assert.Equal(ActorStatus.Dormant, alice.Status);
        Assert.Equal(0, host.System.Entities<BasketRef>().LiveCount);
        return Task.CompletedTask;
    });

    [Fact]
    public void Idle_NobodyLive_NoTimerRuns() => WithLedger.Run((host, _) =>
    {
        host.System.Entity<BasketRef>("alice").Tell(new Put(1));
        host.Time.Advance(Idle * 1.5);

        Assert.Null(host.Time.NextTimer);
        return Task.CompletedTask;
    });

    [Fact]
    public void Idle_TimeOfZero_StaysForEver() => WithLedger.Run(
        async (host, ledger) =>
        {
            await host.System.Entity<BasketRef>("alice").AskAsync(new Put(1));
            host.Time.Advance(TimeSpan.FromDays(1000));
            Assert.True(ledger.IsLive("alice"));
        },
        static options => options.ConfigureEntities<BasketRef>(idleTime: TimeSpan.Zero));

    [Fact]
    public void Message_AfterPassivation_ActivatesAnew() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        alice.Tell(new Put(1));
        host.Time.Advance(Idle * 1.25);

        Assert.Equal(1, await alice.AskAsync(new Put(2)));
        Assert.Equal(["+alice", "-alice", "+alice"], ledger.Events);
    });

    [Fact]
    public void Messages_DuringPassivation_AreTheNextOnes() => WithLedger.Run(async (host, ledger) =>
    {
        var stopped = new TaskCompletionSource();
        ledger.BeforeStop["alice"] = stopped.Task;
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        alice.Tell(new Put(1));
        host.Time.Advance(Idle * 1.25);
        Assert.Equal(ActorStatus.Stopping, alice.Status);

        alice.Tell(new Put(2));
        ValueTask<int> count = alice.AskAsync(new Put(3));
        await host.SettleAsync();
        Assert.Equal(["+alice"], ledger.Events);
        stopped.SetResult();

        Assert.Equal(2, await count);
        Assert.Equal(["+alice", "-alice", "+alice"], ledger.Events);
    });

    [Fact]
    public void Messages_DuringActivation_Wait() => WithLedger.Run(async (host, ledger) =>
    {
        var started = new TaskCompletionSource();
        ledger.BeforeStart["alice"] = started.Task;
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        for (int i = 0; i < 5; i++) alice.Tell(new Put(i));
        host.Time.Advance(Idle * 3);
        Assert.Equal(ActorStatus.Starting, alice.Status);
        Assert.Empty(ledger.Handled);
        started.SetResult();

        Assert.Equal((int[])[0, 1, 2, 3, 4], await alice.NumbersAsync());
        Assert.Equal(1, ledger.Activations);
    });

    [Fact]
    public void StopAsync_AfterMessages_PassivatesBehindThem() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        alice.Tell(new Put(1));
        alice.Tell(new Put(2));
        Task stopped = alice.StopAsync();
        alice.Tell(new Put(3));
        await stopped;

        Assert.Equal((int[])[3], await alice.NumbersAsync());
        Assert.Equal(3, ledger.Handled["alice"]);
        Assert.Equal(["+alice", "-alice", "+alice"], ledger.Events);
    });

    [Fact]
    public void StopAsync_Dormant_ActivatesNobody() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        await alice.StopAsync();
        await alice.StopAsync(immediately: true);

        Assert.Equal(ActorStatus.Dormant, alice.Status);
        Assert.Empty(ledger.Events);
    });

    [Fact]
    public void StopAsync_Immediately_CancelsTheTurnAndLosesNothing() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        ValueTask<bool> cancelled = alice.WaitForTokenAsync();
        alice.Tell(new Put(1));
        await host.SettleAsync();
        Task stopped = alice.StopAsync(immediately: true);

        Assert.True(await cancelled);
        await stopped;
        Assert.Equal((int[])[1], await alice.NumbersAsync());
        Assert.Equal(["+alice", "-alice", "+alice"], ledger.Events);

        // The next activation has a token of its own.
        ValueTask<bool> second = alice.WaitForTokenAsync();
        await host.SettleAsync();
        Assert.False(second.IsCompleted);
        await alice.StopAsync(immediately: true);
        Assert.True(await second);
    });

    [Fact]
    public void ContextStop_InAHandler_Passivates() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        await alice.LeaveAsync();
        await host.SettleAsync();

        Assert.Equal(ActorStatus.Dormant, alice.Status);
        Assert.Equal(["+alice", "-alice"], ledger.Events);
    });

    [Fact]
    public void MaxLive_OneTooMany_TheLeastRecentlyUsedGoes() => WithLedger.Run(
        async (host, ledger) =>
        {
            Entities<BasketRef> baskets = host.System.Entities<BasketRef>();
            foreach (string key in (string[])["a", "b", "c", "d"]) await UseAsync(key);

            // The first round found all of them used, and took the oldest. From now on it is known who was used.
            Assert.Equal("-a", ledger.Events[^1]);
            await UseAsync("b");
            await UseAsync("e");
            Assert.Equal("-c", ledger.Events[^1]);
            await UseAsync("b");
            await UseAsync("e");
            await UseAsync("f");
            Assert.Equal("-d", ledger.Events[^1]);
            Assert.Equal(3, baskets.LiveCount);

            async Task UseAsync(string key)
            {
                await baskets.Get(key).AskAsync(new Put(1));
                await host.SettleAsync();
            }
        },
        static options => options.ConfigureEntities<BasketRef>(maxLive: 3));

    [Fact]
    public void MaxLive_AllBusy_IsKeptAgainWhenTheyAreNot() => WithLedger.Run(
        async (host, ledger) =>
        {
            var held = new TaskCompletionSource();
            Entities<BasketRef> baskets = host.System.Entities<BasketRef>();
            Task[] waits = [.. Enumerable.Range(0, 10).Select(i => baskets.Get($"{i}").WaitAsync(held.Task).AsTask())];
            await host.SettleAsync();
            Assert.Equal(10, baskets.LiveCount);
            held.SetResult();
            await Task.WhenAll(waits);

            host.Time.Advance(TimeSpan.FromSeconds(2));

            Assert.Equal(3, baskets.LiveCount);
            Assert.Equal(3, ledger.LiveCount);
            Assert.Null(host.Time.NextTimer);
        },
        static options => options.ConfigureEntities<BasketRef>(idleTime: TimeSpan.Zero, maxLive: 3));

    [Fact]
    public void Activation_Fails_AskersAreToldAndTellsAreDeadLetters() => WithLedger.Run(async (host, ledger) =>
    {
        ledger.Broken["alice"] = new InvalidOperationException("no such customer");
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        alice.Tell(new Put(1));
        ValueTask<int> ask = alice.AskAsync(new Put(2));

        ActorStartException failed = await Assert.ThrowsAsync<ActorStartException>(async () => await ask);

        Assert.Equal("no such customer", failed.InnerException!.Message);
        Assert.Equal("/test.basket/alice", failed.Path);
        DeadLetter letter = Assert.Single(host.DeadLetters);
        Assert.Equal((new Put(1), DeadLetterReason.ActivationFailed, failed.InnerException), ((Put)letter.Message!, letter.Reason, letter.Failure));
        Assert.Contains(host.Logs, static line => line.EventId == 1016 && line.Level == LogLevel.Error);
        Assert.Equal(ActorStatus.Dormant, alice.Status);

        ledger.Broken.Clear();
        Assert.Equal(1, await alice.AskAsync(new Put(3)));
    });

    [Fact]
    public void Activation_OnStartFails_IsEndedAndTriedAgain() => WithLedger.Run(async (host, ledger) =>
    {
        ledger.BeforeStart["alice"] = Task.FromException(new TimeoutException("the store is away"));
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        ActorStartException failed = await Assert.ThrowsAsync<ActorStartException>(async () => await alice.AskAsync(new Put(1)));
        Assert.IsType<TimeoutException>(failed.InnerException);
        Assert.Equal(0, host.System.Entities<BasketRef>().LiveCount);

        // [OnStop] did not run, as for any actor whose start fails.
        Assert.Equal(["+alice"], ledger.Events);
        ledger.End("alice");
        ledger.BeforeStart.Clear();
        Assert.Equal(1, await alice.AskAsync(new Put(1)));
    });

    [Fact]
    public void Activation_FailsWithAFullMailbox_TheNextTries() => WithLedger.Run(async (host, ledger) =>
    {
        ledger.Broken["5"] = new InvalidOperationException("broken");
        VaseRef vase = host.System.Entity<VaseRef>(5);
        Task[] asks = [.. Enumerable.Range(0, 10).Select(i => vase.AskAsync(new Put(i)).AsTask())];
        foreach (Task ask in asks) await Assert.ThrowsAsync<ActorStartException>(() => ask);

        ledger.Broken.Clear();
        Assert.Equal(1, await vase.AskAsync(new Put(1)));
    });
}
