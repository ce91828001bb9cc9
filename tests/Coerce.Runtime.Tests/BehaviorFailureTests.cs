using System.Runtime.CompilerServices;

namespace Coerce.Runtime.Tests;

/// <summary>What becomes of behaviour and stash when the actor fails, stops or is dropped.</summary>
public sealed class BehaviorFailureTests
{
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
}
