namespace Coerce.TestKit.Tests;

/// <summary>What an activation has begun, and what becomes of it when the activation ends.</summary>
public sealed class EntityLifeTests
{
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(10);

    [Fact]
    public void Turn_ThatAwaits_KeepsTheEntity() => WithLedger.Run(async (host, ledger) =>
    {
        var held = new TaskCompletionSource();
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        ValueTask<int> waiting = alice.WaitAsync(held.Task);
        host.Time.Advance(Idle * 10);
        Assert.True(ledger.IsLive("alice"));
        held.SetResult();
        await waiting;

        host.Time.Advance(Idle * 1.25);
        Assert.False(ledger.IsLive("alice"));
    });

    [Fact]
    public void OwedReply_KeepsTheEntityUntilItIsGiven() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        ValueTask<int> owed = alice.OweAsync();
        host.Time.Advance(Idle * 10);
        Assert.True(ledger.IsLive("alice"));

        await alice.PayAsync(5);
        Assert.Equal(5, await owed);
        host.Time.Advance(Idle * 1.25);
        Assert.False(ledger.IsLive("alice"));
    });

    [Fact]
    public void OwedReply_CallerHasGone_KeepsNobody() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        using var gone = new CancellationTokenSource();
        ValueTask<int> owed = alice.OweAsync(gone.Token);
        await host.SettleAsync();
        gone.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await owed);

        host.Time.Advance(Idle * 1.25);
        Assert.False(ledger.IsLive("alice"));
    });

    [Fact]
    public void Stream_ThatIsRead_KeepsTheEntity() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        await foreach (int number in alice.CountAsync())
        {
            host.Time.Advance(Idle * 2);
            Assert.True(ledger.IsLive("alice"));
            if (number == 3) break;
        }

        await host.SettleAsync();
        host.Time.Advance(Idle * 1.25);
        Assert.False(ledger.IsLive("alice"));
    });

    [Fact]
    public void StopAsync_StreamIsOpen_EndsItWithAClearError() => WithLedger.Run(async (host, _) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        await using IAsyncEnumerator<int> numbers = alice.CountAsync().GetAsyncEnumerator();
        Assert.True(await numbers.MoveNextAsync());
        await alice.StopAsync();

        ActorStoppedException stopped = await Assert.ThrowsAsync<ActorStoppedException>(async () =>
        {
            while (await numbers.MoveNextAsync())
            {
            }
        });
        Assert.Contains("passivated", stopped.Message);
        Assert.Equal(1, await alice.AskAsync(new Put(1)));
    });

    [Fact]
    public void ReentrantHandler_Open_KeepsTheEntity() => WithLedger.Run(async (host, ledger) =>
    {
        var held = new TaskCompletionSource();
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        ValueTask<int> inside = alice.LetInAsync(held.Task);
        host.Time.Advance(Idle * 10);
        Assert.True(ledger.IsLive("alice"));
        held.SetResult();
        await inside;

        host.Time.Advance(Idle * 1.25);
        Assert.False(ledger.IsLive("alice"));
    });

    [Fact]
    public void StopAsync_ReentrantHandlersOpen_WaitsForThemAndForNobodyElse() => WithLedger.Run(async (host, ledger) =>
    {
        var held = new TaskCompletionSource();
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        ValueTask<int> first = alice.LetInAsync(held.Task), second = alice.LetInAsync(held.Task);
        Task stopped = alice.StopAsync();
        ValueTask<int> next = alice.AskAsync(new Put(1));
        await host.SettleAsync();
        Assert.False(stopped.IsCompleted);
        Assert.False(next.IsCompleted);
        Assert.Equal(["+alice"], ledger.Events);
        held.SetResult();

        Assert.Equal([0, 1], new[] { await first, await second }.Order());
        await stopped;
        Assert.Equal(1, await next);
        Assert.Equal(["+alice", "-alice", "+alice"], ledger.Events);
    });

    [Fact]
    public void StopAsync_OpenReentrantHandlerFails_TheNextActivationIsNotToBlame() => WithLedger.Run(async (host, ledger) =>
    {
        var held = new TaskCompletionSource();
        VaseRef vase = host.System.Entity<VaseRef>(5);
        ValueTask<int> inside = vase.LetInAsync(held.Task);
        Task stopped = vase.StopAsync();
        ValueTask<int> next = vase.AskAsync(new Put(1));
        await host.SettleAsync();
        held.SetException(new InvalidOperationException("broke"));

        Assert.Equal("broke", (await Assert.ThrowsAsync<InvalidOperationException>(async () => await inside)).Message);
        await stopped;
        Assert.Equal(1, await next);
        await host.SettleAsync();
        Assert.Equal(["+5", "-5", "+5"], ledger.Events);
    });

    [Fact]
    public void StopAsync_StepsOfReentrantHandlersWaitInTheMailbox_AreTakenWithTheObject() => WithLedger.Run(
        async (host, ledger) =>
        {
            BasketRef alice = host.System.Entity<BasketRef>("alice");
            VaseRef vase = host.System.Entity<VaseRef>(1);
            List<Task> all = [];
            for (int i = 0; i < 12; i++)
            {
                var held = new TaskCompletionSource();
                all.Add(alice.LetInAsync(held.Task).AsTask());
                all.Add(vase.LetInAsync(held.Task).AsTask());
                if (host.Random.Next(2) == 0) all.Add(alice.AskAsync(new Put(i)).AsTask());
                if (host.Random.Next(2) == 0) all.Add(vase.AskAsync(new Put(i)).AsTask());
                if (host.Random.Next(3) == 0) await Task.Yield();
                held.SetResult();
                if (host.Random.Next(3) == 0) all.Add(alice.StopAsync());
                if (host.Random.Next(3) == 0) all.Add(vase.StopAsync(immediately: host.Random.Next(2) == 0));
            }

            await Task.WhenAll(all);
            Assert.Empty(host.DeadLetters);
        },
        seeds: 300);

    [Fact]
    public void Timer_OfTheEntityItself_EndsWithTheActivation() => WithLedger.Run(
        async (host, ledger) =>
        {
            BasketRef alice = host.System.Entity<BasketRef>("alice");
            await alice.TickBySelfAsync(Idle * 2);
            host.Time.Advance(Idle * 20);

            Assert.False(ledger.Handled.ContainsKey("alice"));
            Assert.Equal(["+alice", "-alice"], ledger.Events);
            Assert.Null(host.Time.NextTimer);
        });

    [Fact]
    public void Timer_OfTheEntityItself_FasterThanIdle_KeepsIt() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        await alice.TickBySelfAsync(Idle / 2);
        host.Time.Advance(Idle * 20);
        Assert.Equal(40, ledger.Handled["alice"]);
        Assert.Equal(["+alice"], ledger.Events);

        await alice.StopAsync();
        host.Time.Advance(Idle * 20);
        Assert.Equal(40, ledger.Handled["alice"]);
    });

    [Fact]
    public void Timer_OfSomebodyElse_ActivatesTheEntity() => WithLedger.Run((host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        using ActorTimer timer = alice.Schedule(new Put(1), Idle * 3, Idle * 3);
        host.Time.Advance(Idle * 8);
        Assert.Equal(2, ledger.Handled["alice"]);
        Assert.Equal(["+alice", "-alice", "+alice", "-alice"], ledger.Events);
        timer.Dispose();
        host.Time.Advance(Idle * 8);
        Assert.Equal(2, ledger.Handled["alice"]);
        return Task.CompletedTask;
    });

    [Fact]
    public void AttachedStream_EndsWithTheActivation() => WithLedger.Run(async (host, ledger) =>
    {
        var feed = new Feed();
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        await alice.ListenAsync(feed);
        feed.Items.Writer.TryWrite(new Put(1));
        await host.SettleAsync();
        Assert.Equal(1, ledger.Handled["alice"]);
        host.Time.Advance(Idle * 1.25);
        Assert.Equal(ActorStatus.Dormant, alice.Status);
        await host.SettleAsync();

        Assert.True(feed.IsLeft);
        feed.Items.Writer.TryWrite(new Put(2));
        await host.SettleAsync();
        Assert.Equal(["+alice", "-alice"], ledger.Events);
    });

    [Fact]
    public void Children_StopBeforeOnStopAndComeAgain() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        BasketChildRef child = await alice.BearAsync("child");
        Assert.Equal("/test.basket/alice/child", child.Path);
        Assert.Equal(child, host.System.Find<BasketChildRef>("/test.basket/alice/child"));
        host.Time.Advance(Idle * 1.25);
        Assert.Equal(["+alice", "-child", "-alice"], ledger.Events);
        Assert.Equal(ActorStatus.Stopped, child.Status);
        Assert.Null(host.System.Find<BasketChildRef>("/test.basket/alice/child"));

        Assert.Equal("hello", await (await alice.BearAsync("child")).HelloAsync());
    });

    [Fact]
    public void Watch_OfPassivation_HearsNothing_OfFailureHearsItsReason() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef watcher = host.System.Entity<BasketRef>("watcher");
        VaseRef vase = host.System.Entity<VaseRef>(5);
        await watcher.LookAfterAsync(vase);
        vase.Tell(new Put(1));
        await host.SettleAsync();
        await vase.StopAsync();
        await host.SettleAsync();
        Assert.Equal(["+watcher", "+5", "-5"], ledger.Events);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await vase.FailAsync("broke"));
        await host.SettleAsync();
        Assert.Equal(["+watcher", "+5", "-5", "+5", "-5", "watcher hears of 5: broke"], ledger.Events);

        // One watch, one notice.
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await vase.FailAsync("broke again"));
        await host.SettleAsync();
        Assert.Equal(8, ledger.Events.Count);
    });

    [Fact]
    public void Watch_ByAnEntity_EndsWithItsActivation() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef watcher = host.System.Entity<BasketRef>("watcher");
        VaseRef vase = host.System.Entity<VaseRef>(5);
        await watcher.LookAfterAsync(vase);
        await watcher.StopAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await vase.FailAsync("broke"));
        await host.SettleAsync();

        Assert.Equal(["+watcher", "-watcher", "+5", "-5"], ledger.Events);
        Assert.Empty(host.DeadLetters);
    });

    [Fact]
    public void Failure_Stop_EndsTheActivationAndKeepsTheMessages() => WithLedger.Run(async (host, ledger) =>
    {
        VaseRef vase = host.System.Entity<VaseRef>(5);
        vase.Tell(new Put(1));
        ValueTask failing = vase.FailAsync("broke");
        ValueTask<int> next = vase.AskAsync(new Put(2));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await failing);
        Assert.Equal(2, await next);
        Assert.Equal(["+5", "-5", "+5"], ledger.Events);
        Assert.Empty(host.DeadLetters);
    });

    [Fact]
    public void Failure_Restart_KeepsTheActivationUpToItsLimit() => WithLedger.Run(async (host, ledger) =>
    {
        ShelfRef shelf = host.System.Entity<ShelfRef>(new ShelfId(Guid.Empty));
        for (int i = 0; i < 2; i++) await Assert.ThrowsAsync<InvalidOperationException>(async () => await shelf.FailAsync("broke"));
        await host.SettleAsync();

        // One restart, of which [OnStop] is no part; then the limit ends the activation.
        Assert.Equal(["+0", "+0", "-0"], ledger.Events);
        Assert.Equal(new ShelfId(Guid.Empty), await shelf.IdAsync());
    });

    [Fact]
    public void Failure_Escalate_GoesToTheTop() => Simulation.Explore(20, async host =>
    {
        VialRef vial = host.System.Entity<VialRef>("a");
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await vial.BreakAsync());
        await host.SettleAsync();

        Assert.Contains(host.Logs, static line => line.EventId == 1012 && line.Text.Contains("Vial '/test.vial/a'"));
        Assert.Equal(1, await vial.CountAsync());
    });

    [Fact]
    public void Failure_Resume_ChangesNothing() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        await alice.AskAsync(new Put(1));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await alice.FailAsync("on purpose"));
        Assert.Equal(2, await alice.AskAsync(new Put(2)));
        Assert.Equal(["+alice"], ledger.Events);
    });

    [Fact]
    public void AskRing_OfEntities_IsFound() => WithLedger.Run(async (host, _) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice"), bob = host.System.Entity<BasketRef>("bob");
        AskCycleException ring = await Assert.ThrowsAsync<AskCycleException>(async () => await alice.AskOtherAsync(bob, alice));
        Assert.Equal(["/test.basket/bob", "/test.basket/alice", "/test.basket/bob"], ring.Ring);

        await bob.StopAsync();
        ring = await Assert.ThrowsAsync<AskCycleException>(async () => await alice.AskOtherAsync(bob, alice));
        Assert.Equal(3, ring.Ring.Length);
    });

    [Fact]
    public void RunAsync_Dormant_ActivatesTheEntity() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        Assert.NotNull(await alice.RunAsync(static basket => basket));
        Assert.True(ledger.IsLive("alice"));
    });

    [Fact]
    public void SystemStop_LiveOnesHandleWhatTheyWereSent_OthersAreNotActivated() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice"), bob = host.System.Entity<BasketRef>("bob");
        await alice.AskAsync(new Put(1));
        for (int i = 0; i < 5; i++) alice.Tell(new Put(i));
        await host.System.StopAsync();
        Assert.Equal(6, ledger.Handled["alice"]);
        Assert.Equal(["+alice", "-alice"], ledger.Events);
        Assert.Equal(ActorStatus.Stopped, alice.Status);

        await Assert.ThrowsAsync<ActorStoppedException>(async () => await alice.AskAsync(new Put(1)));
        await Assert.ThrowsAsync<ActorStoppedException>(async () => await bob.AskAsync(new Put(1)));
        ActorStoppedException stopped = await Assert.ThrowsAsync<ActorStoppedException>(
            async () => await host.System.Entity<BasketRef>("carol").AskAsync(new Put(1)));
        Assert.Contains("its system stops", stopped.Message);
        bob.Tell(new Put(1));
        await host.SettleAsync();
        Assert.Equal(DeadLetterReason.ActorStopped, Assert.Single(host.DeadLetters).Reason);
        await bob.StopAsync();
        Assert.Equal(["+alice", "-alice"], ledger.Events);
    });

    [Fact]
    public void SystemStop_EntityDoesNotEnd_IsNamed() => WithLedger.Run(async (host, ledger) =>
    {
        var never = new TaskCompletionSource();
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        ValueTask<int> waiting = alice.WaitAsync(never.Task);
        await host.SettleAsync();
        Task stopping = host.System.StopAsync();
        host.Time.Advance(TimeSpan.FromSeconds(10));

        ShutdownTimeoutException late = await Assert.ThrowsAsync<ShutdownTimeoutException>(() => stopping);
        Assert.Contains("Basket '/test.basket/alice'", Assert.Single(late.Actors));
        never.SetResult();
        await waiting;
    });

    [Fact]
    public void Faults_OnAnEntity_HoldAfterActivations() => WithLedger.Run(async (host, ledger) =>
    {
        BasketRef alice = host.System.Entity<BasketRef>("alice");
        host.Faults.Drop<Put>(alice, static put => put.Number < 0);
        for (int i = 0; i < 3; i++)
        {
            alice.Tell(new Put(-1));
            Assert.Equal(1, await alice.AskAsync(new Put(1)));
            await alice.StopAsync();
        }
    });

    private sealed class Feed : IAsyncEnumerable<Put>
    {
        public System.Threading.Channels.Channel<Put> Items { get; } = System.Threading.Channels.Channel.CreateUnbounded<Put>();

        public bool IsLeft { get; private set; }

        public async IAsyncEnumerator<Put> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            try
            {
                while (true) yield return await Items.Reader.ReadAsync(cancellationToken);
            }
            finally
            {
                IsLeft = true;
            }
        }
    }
}

/// <summary>An entity whose failures go up.</summary>
[Actor("test.vial", OnFailure = FailureAction.Escalate)]
public sealed partial class Vial([EntityKey] string key)
{
    private int _count;

    [Handles] int Count() => ++_count;

    [Handles] void Break() => throw new InvalidOperationException(key);
}
