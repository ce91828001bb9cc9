namespace Coerce.Runtime.Tests;

/// <summary>What an actor puts aside, and when that comes.</summary>
public sealed class StashTests
{
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
}
