using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace Coerce.Runtime.Tests;

public sealed class BehaviorTests
{
    [Fact]
    public async Task Purchase_FromOpenToShipped_AnswersAsItBehaves()
    {
        await using var system = new ActorSystem("test");
        PurchaseRef order = system.Spawn(Purchase.Props("o1", freeLines: 1));

        Assert.True(await order.AskAsync(new AddLine("pen", 2)));
        Assert.True(await order.AskAsync(new AddLine("ink", 3)));
        Assert.Equal("3 to pay", await order.AskAsync(new Pay(1)));
        Assert.Equal("paid", await order.AskAsync(new Pay(3)));
        Assert.False(await order.AskAsync(new AddLine("cup", 9)));
        Assert.Equal("paid before", await order.AskAsync(new Pay(3)));
        Assert.Equal("Rome 3", await order.AskAsync(new Ship("Rome")));
        Assert.Equal("shipped before", await order.AskAsync(new Ship("Oslo")));
        Assert.Equal("pen ink to:Rome", await order.GetLogAsync());
        Assert.Equal("o1", await order.GetIdAsync());
    }

    [Fact]
    public async Task Ask_OfWhatIsStashed_IsAnsweredAfterBecome()
    {
        await using var system = new ActorSystem("test");
        PurchaseRef order = system.Spawn(Purchase.Props("o1"));

        ValueTask<string> first = order.AskAsync(new Ship("Rome"));     // in the caller's thread, as the actor is idle
        ValueTask<string> second = order.AskAsync(new Ship("Oslo"));
        Assert.False(first.IsCompleted);
        Assert.Equal("", await order.GetLogAsync());
        await order.AskAsync(new Pay(0));

        Assert.Equal("Rome 0", await first);
        Assert.Equal("shipped before", await second);
    }

    [Fact]
    public async Task Stash_Opened_ComesInOrderAndAheadOfWhatWaits()
    {
        await using var system = new ActorSystem("test");
        Lock3Ref actor = system.Spawn(Lock3.Props());
        var hold = new TaskCompletionSource();

        actor.Tell(new Lock3.Messages.C(1));
        actor.Tell(new Lock3.Messages.B(1));
        actor.Tell(new Lock3.Messages.A(1));
        actor.Tell(new Lock3.Messages.B(2));
        ValueTask opened = actor.ToLaterAsync(2, hold.Task);
        actor.Tell(new Lock3.Messages.A(2));        // waits behind the turn that opens the stash
        actor.Tell(new Lock3.Messages.To(3));
        actor.Tell(new Lock3.Messages.A(3));
        hold.SetResult();
        await opened;

        Assert.Equal(["A1", "B1", "B2", "A2", "C1", "A3"], await actor.LogAsync());
    }

    [Fact]
    public async Task Become_WhileTheStashIsOpen_LeavesTheRestInItsPlace()
    {
        await using var system = new ActorSystem("test");
        Lock3Ref actor = system.Spawn(Lock3.Props());
        foreach (int n in Enumerable.Range(1, 5))
        {
            actor.Tell(new Lock3.Messages.B(n));
            actor.Tell(new Lock3.Messages.C(n));
        }

        actor.Tell(new Lock3.Messages.To(3));       // the third B goes back to One, in the middle
        Assert.Equal(["B1", "C1", "B2", "C2", "B3"], await actor.LogAsync());

        actor.Tell(new Lock3.Messages.To(2));
        Assert.Equal(["B4", "B5"], (await actor.LogAsync())[5..]);

        actor.Tell(new Lock3.Messages.To(3));
        Assert.Equal(["C3", "C4", "C5"], (await actor.LogAsync())[7..]);
    }

    [Fact]
    public async Task Become_InAnAwaitingHandler_HoldsAtOnceAndOpensWithTheTurnsEnd()
    {
        await using var system = new ActorSystem("test");
        Lock3Ref actor = system.Spawn(Lock3.Props());
        var hold = new TaskCompletionSource();

        ValueTask<int> stashed = actor.BAsync(1);
        ValueTask opening = actor.ToLaterAsync(2, hold.Task);
        Assert.False(stashed.IsCompleted);
        hold.SetResult();
        await opening;

        Assert.Equal(1, await stashed);
    }

    [Fact]
    public async Task Become_SeveralInOneTurn_TheLastHolds()
    {
        await using var system = new ActorSystem("test");
        Lock3Ref actor = system.Spawn(Lock3.Props());
        ValueTask<int> b = actor.BAsync(1);
        ValueTask<int> c = actor.CAsync(1);

        await actor.ToBothAsync(3, 2);

        Assert.Equal(1, await b);
        Assert.False(c.IsCompleted);
        await actor.ToBothAsync(2, 3);
        Assert.Equal(1, await c);
    }

    [Fact]
    public async Task Stream_OfAStashedMessage_BeginsAfterBecome()
    {
        await using var system = new ActorSystem("test");
        Lock3Ref actor = system.Spawn(Lock3.Props());
        IAsyncEnumerator<int> reader = actor.CountAsync(3).GetAsyncEnumerator();

        ValueTask<bool> first = reader.MoveNextAsync();
        Assert.Empty(await actor.LogAsync());
        Assert.False(first.IsCompleted);
        await actor.ToAsync(3);

        Assert.True(await first);
        var rest = new List<int> { reader.Current };
        while (await reader.MoveNextAsync()) rest.Add(reader.Current);
        Assert.Equal([1, 2, 3], rest);
        await reader.DisposeAsync();
    }

    [Fact]
    public async Task Become_ThenThrow_WithResume_Stays()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        Lock3Ref actor = system.Spawn(Lock3.Props().WithSupervision(Supervision.Resume));
        ValueTask<int> stashed = actor.BAsync(1);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await actor.FailAfterAsync(2));

        Assert.Equal(1, await stashed);
    }

    [Fact]
    public async Task Restart_Begins_WithTheInitialBehaviourAndKeepsTheStash()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        Lock3Ref actor = system.Spawn(Lock3.Props());
        ValueTask<int> c = actor.CAsync(1);
        await actor.ToAsync(2);

        actor.Tell(new Lock3.Messages.FailAfter(2));
        Assert.Empty(await actor.LogAsync());           // made anew
        ValueTask<int> b = actor.BAsync(1);
        Assert.Empty(await actor.LogAsync());
        Assert.False(b.IsCompleted);                    // stashed: it is One again

        await actor.ToAsync(3);
        Assert.Equal((1, 1), (await c, await b));
        Assert.Equal(["C1", "B1"], await actor.LogAsync());
    }

    [Fact]
    public async Task Restart_OntoABehaviourThatHandlesTheStash_OpensIt()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        int starts = 0;
        Lock3Ref actor = system.Spawn(Lock3.Props(async context =>
        {
            // The second life begins with three by itself.
            if (++starts > 1) context.Self.Tell(new Lock3.Messages.To(3));
            await Task.Yield();
        }));
        ValueTask<int> c = actor.CAsync(1);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await actor.FailAfterAsync(2));

        Assert.Equal(1, await c);
    }

    [Fact]
    public async Task Restart_OntoAnInitialBehaviourThatHandlesTheStash_OpensIt()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        Lock3Ref actor = system.Spawn(Lock3.Props());
        await actor.ToAsync(0);
        ValueTask<int> a = actor.AAsync(1);
        Assert.Empty(await actor.LogAsync());
        Assert.False(a.IsCompleted);

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await actor.FailAfterAsync(0));

        Assert.Equal(1, await a);
    }

    [Fact]
    public async Task Stop_WithAStash_RefusesIt()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var letters = new List<DeadLetter>();
        system.DeadLetters.Subscribe(letters.Add);
        Lock3Ref actor = system.Spawn(Lock3.Props());

        ValueTask<int> asked = actor.BAsync(1);
        actor.Tell(new Lock3.Messages.C(2));
        ValueTask<int> queued = actor.CAsync(3);
        await actor.StopAsync();

        await Assert.ThrowsAsync<ActorStoppedException>(async () => await asked);
        await Assert.ThrowsAsync<ActorStoppedException>(async () => await queued);
        Assert.Equal(new Lock3.Messages.C(2), Assert.Single(letters).Message);
        Assert.Equal(DeadLetterReason.ActorStopped, letters[0].Reason);
    }

    [Fact]
    public async Task StopImmediately_WhileTheStashIsOpen_RefusesTheRestOnce()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var letters = new List<DeadLetter>();
        system.DeadLetters.Subscribe(letters.Add);
        Lock3Ref actor = system.Spawn(Lock3.Props());
        var hold = new TaskCompletionSource();
        foreach (int n in Enumerable.Range(1, 5)) actor.Tell(new Lock3.Messages.B(n));
        Assert.Empty(await actor.LogAsync());

        ValueTask opening = actor.ToLaterAsync(2, hold.Task);
        Task stop = actor.StopAsync(immediately: true);
        hold.SetResult();
        await opening;
        await stop;

        Assert.Equal([1, 2, 3, 4, 5], letters.Select(letter => ((Lock3.Messages.B)letter.Message!).N));
    }

    [Fact]
    public async Task DroppedActor_WithAStash_LeavesDeadLetters()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var letter = new TaskCompletionSource<DeadLetter>(TaskCreationOptions.RunContinuationsAsynchronously);
        system.DeadLetters.Subscribe(letter.SetResult);
        StashAndDrop(system);

        for (int collections = 0; !letter.Task.IsCompleted; collections++)
        {
            Assert.True(collections < 10_000, "What was stashed vanished with its actor.");
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.Equal(new Turnstile.Messages.Take(1), (await letter.Task).Message);
    }

    // Not inlined, so that no local of the test keeps the actor.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void StashAndDrop(ActorSystem system) => system.Spawn(Turnstile.Props()).Tell(new Turnstile.Messages.Take(1));

    [Fact]
    public async Task Stash_Full_RefusesAsAFullMailboxDoes()
    {
        var logs = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new ActorSystemOptions { LoggerFactory = logs });
        var letters = new List<DeadLetter>();
        system.DeadLetters.Subscribe(letters.Add);
        TurnstileRef actor = system.Spawn(Turnstile.Props(), "gate");

        ValueTask<int>[] asked = [.. Enumerable.Range(1, 3).Select(n => actor.TakeAsync(n))];
        actor.Tell(new Turnstile.Messages.Take(4));
        var full = await Assert.ThrowsAsync<MailboxFullException>(async () => await actor.TakeAsync(5));

        Assert.Equal("The stash of Turnstile '/gate', which behaves as Shut, is full (3 messages; DropNewest) and has no room for Take. " +
            "Send less, raise StashCapacity, or let the behaviour answer it.", full.Message);
        Assert.Equal(3, full.Capacity);
        Assert.Equal((new Turnstile.Messages.Take(4), DeadLetterReason.MailboxFull), (Assert.Single(letters).Message, letters[0].Reason));
        Assert.Single(logs.Lines, line => line.EventId == 1040);

        await actor.OpenAsync();
        Assert.Equal((1, 2, 3), (await asked[0], await asked[1], await asked[2]));
    }

    [Theory]
    [InlineData(MailboxPolicy.DropOldest, new[] { 3, 4, 5 })]
    [InlineData(MailboxPolicy.Wait, new[] { 1, 2, 3 })]
    [InlineData(MailboxPolicy.Fail, new[] { 1, 2, 3 })]
    public async Task Stash_Full_FollowsThePolicyOfTheMailbox(MailboxPolicy policy, int[] kept)
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        TurnstileRef actor = system.Spawn(Turnstile.Props().WithMailbox(50, policy));

        ValueTask<int>[] asked = [.. Enumerable.Range(1, 5).Select(n => actor.TakeAsync(n))];
        await actor.OpenAsync();

        var answered = new List<int>();
        foreach (ValueTask<int> ask in asked)
        {
            try
            {
                answered.Add(await ask);
            }
            catch (MailboxFullException)
            {
                answered.Add(0);
            }
        }

        Assert.Equal(kept, answered.Where(n => n > 0));
    }

    [Fact]
    public async Task Stash_WithoutCapacityOfItsOwn_HasThatOfTheMailbox()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        Lock3Ref narrow = system.Spawn(Lock3.Props().WithMailbox(2));
        Lock3Ref wide = system.Spawn(Lock3.Props());

        foreach (int n in Enumerable.Range(1, 1_000))
        {
            await narrow.TellAsync(new Lock3.Messages.B(n + 10));
            wide.Tell(new Lock3.Messages.B(n + 10));
        }

        await narrow.ToAsync(2);
        await wide.ToAsync(2);
        Assert.Equal(["B11", "B12"], await narrow.LogAsync());
        Assert.Equal(1_000, (await wide.LogAsync()).Length);
    }

    [Fact]
    public async Task Timer_WhoseTickIsStashed_HasOneThere()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("test", new ActorSystemOptions { Clock = clock });
        Lock3Ref actor = system.Spawn(Lock3.Props());
        using ActorTimer timer = actor.Schedule(new Lock3.Messages.B(7), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        for (int i = 0; i < 10; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            Assert.Empty(await actor.LogAsync());
        }

        await actor.ToAsync(2);
        Assert.Equal(["B7"], await actor.LogAsync());
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(["B7", "B7"], await actor.LogAsync());
    }

    [Fact]
    public async Task Ask_Stashed_ExpiresAndNamesTheBehaviour()
    {
        await using var system = new ActorSystem("test");
        Lock3Ref actor = system.Spawn(Lock3.Props(), "lock");
        actor.Tell(new Lock3.Messages.C(1));

        var expired = await Assert.ThrowsAsync<AskTimeoutException>(
            async () => await actor.AskAsync(new Lock3.Messages.B(1), TimeSpan.FromMilliseconds(20)));

        Assert.Equal(("One", 2), (expired.Behavior, expired.StashLength));
        Assert.Contains("the actor is idle, 0 messages wait; it behaves as One and has 2 stashed.", expired.Message);
    }

    [Fact]
    public async Task Ask_StashedAndCancelled_IsHandledAllTheSame()
    {
        await using var system = new ActorSystem("test");
        Lock3Ref actor = system.Spawn(Lock3.Props());
        using var cancellation = new CancellationTokenSource();

        ValueTask<int> ask = actor.BAsync(1, cancellation.Token);
        cancellation.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await ask);
        await actor.ToAsync(2);

        Assert.Equal(["B1"], await actor.LogAsync());
    }

    [Fact]
    public async Task Become_OutsideOfATurn_IsRefused()
    {
        await using var system = new ActorSystem("test");
        Lock3Ref actor = system.Spawn(Lock3.Props(), "lock");
        Action leaked = await actor.LeakAsync(2);

        var refused = Assert.Throws<InvalidOperationException>(leaked);

        Assert.Equal(
            "Lock3 '/lock' cannot become Two now, because it is in no turn: call Become in a handler, or send the actor a message that does.",
            refused.Message);
    }

    [Fact]
    public async Task Terminated_InABehaviour_IsHandledByTheCurrentOne()
    {
        await using var system = new ActorSystem("test", new ActorSystemOptions { Services = new Services() });
        GuardhouseRef house = system.Spawn(Guardhouse.Props());
        CounterRef first = system.Spawn(Counter.Props(), "first");
        CounterRef second = system.Spawn(Counter.Props(), "second");
        await house.WatchAsync(first);
        await house.WatchAsync(second);
        Assert.True(await house.SameAsync());

        await first.StopAsync();
        await house.AlarmAsync();
        await second.StopAsync();

        Assert.Equal("calm alarmed", await house.HeardAsync());
    }

    [Fact]
    public async Task ReentrantHandler_WhoseBehaviourChangedMeanwhile_EndsInItsOwn()
    {
        await using var system = new ActorSystem("test", new ActorSystemOptions { Services = new Services() });
        GuardhouseRef house = system.Spawn(Guardhouse.Props());
        var until = new TaskCompletionSource();

        ValueTask<string> open = house.WaitAsync(until.Task);
        await house.AlarmAsync();
        Assert.Equal("alarmed", await house.WaitAsync(until.Task));
        until.SetResult();

        Assert.Equal("calm", await open);
    }

    [Fact]
    public async Task Descriptor_OfAnActorWithBehaviours_ListsThem()
    {
        await using var system = new ActorSystem("test");
        ActorDescriptor descriptor = Lock3.Props().Descriptor;

        ImmutableArray<BehaviorDescriptor> behaviors = descriptor.Behaviors;
        Assert.Equal(["Zero", "One", "Two", "Three"], behaviors.Select(behavior => behavior.Name));
        Assert.Equal(["B", "C", "Count"], behaviors[1].Stashes.Select(tag => descriptor.Handlers[tag].Message.Name));
        Assert.Empty(Counter.Props().Descriptor.Behaviors);
    }

    [Fact]
    public async Task Ask_HandledByTheCurrentBehaviour_AllocatesNothing()
    {
        await using var system = new ActorSystem("test");
        Assert.Equal(0, Allocated(system));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static long Allocated(ActorSystem system)
    {
        PurchaseRef order = system.Spawn(Purchase.Props("o1"), "measured");
        order.AskAsync(new Pay(0)).AsTask().GetAwaiter().GetResult();
        for (int i = 0; i < 1_000; i++) Assert.False(order.AskAsync(new AddLine("pen", 1)).GetAwaiter().GetResult());
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++) _ = order.AskAsync(new AddLine("pen", 1)).GetAwaiter().GetResult();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private sealed class Services : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(IServiceProvider) ? this : null;
    }
}
