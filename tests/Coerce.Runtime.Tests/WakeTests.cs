#pragma warning disable COERCE0301 // these actors hold their threads on purpose

namespace Coerce.Runtime.Tests;

/// <summary>Wakes others up in a turn, and then does not end it.</summary>
[Actor]
public sealed partial class Waker
{
    private int _waitedInVain;

    [Handles]
    void WakeAndBlock(IReadOnlyList<DozerRef> dozers)
    {
        using var allWoken = new CountdownEvent(dozers.Count);
        foreach (DozerRef dozer in dozers) dozer.Tell(new Dozer.Messages.WakeUp(allWoken));
        if (!allWoken.Wait(TimeSpan.FromSeconds(30))) _waitedInVain++;
    }

    [Handles] int GetWaitedInVain() => _waitedInVain;

    [Handles]
    void Wake(IReadOnlyList<DozerRef> dozers, Barrier meeting, CountdownEvent allMet)
    {
        foreach (DozerRef dozer in dozers) dozer.Tell(new Dozer.Messages.Meet(meeting, allMet));
    }

    [Handles]
    void SpawnAndBlock(ActorContext<WakerRef> context)
    {
        var started = new ManualResetEventSlim();
        context.Spawn(LateStarter.Props(started));
        if (!started.Wait(TimeSpan.FromSeconds(30))) _waitedInVain++;
    }
}

[Actor]
public sealed partial class Dozer
{
    [Handles] void WakeUp(CountdownEvent woken) => woken.Signal();

    [Handles]
    void Meet(Barrier meeting, CountdownEvent met)
    {
        meeting.SignalAndWait(TimeSpan.FromSeconds(30));
        met.Signal();
    }
}

[Actor]
public sealed partial class LateStarter(ManualResetEventSlim started)
{
    [OnStart] void Start() => started.Set();

    [Handles] bool Works() => true;
}

/// <summary>A thread runs itself what its turn has woken up; nobody may have to wait for that turn.</summary>
public sealed class WakeTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(1_000)]
    public async Task Tell_HandlerBlocksUntilItIsHandled_IsHandled(int count)
    {
        await using var system = new ActorSystem("test");
        WakerRef waker = system.Spawn(Waker.Props());
        DozerRef[] dozers = [.. Enumerable.Range(0, count).Select(_ => system.Spawn(Dozer.Props()))];

        // Told, not asked: an ask would run in this thread, which keeps nothing for itself.
        for (int round = 0; round < 20; round++) waker.Tell(new Waker.Messages.WakeAndBlock(dozers));

        Assert.Equal(0, await waker.GetWaitedInVainAsync());
    }

    [Fact]
    public async Task Spawn_HandlerBlocksUntilTheChildHasStarted_ItStarts()
    {
        await using var system = new ActorSystem("test");
        WakerRef waker = system.Spawn(Waker.Props());
        for (int round = 0; round < 20; round++) waker.Tell(new Waker.Messages.SpawnAndBlock());

        Assert.Equal(0, await waker.GetWaitedInVainAsync());
    }

    [Fact]
    public async Task Tell_SeveralThatWaitForEachOther_RunSideBySide()
    {
        const int Count = 4;
        await using var system = new ActorSystem("test");
        WakerRef waker = system.Spawn(Waker.Props());
        DozerRef[] dozers = [.. Enumerable.Range(0, Count).Select(_ => system.Spawn(Dozer.Props()))];
        for (int round = 0; round < 5; round++)
        {
            using var meeting = new Barrier(Count);
            var allMet = new CountdownEvent(Count);

            waker.Tell(new Waker.Messages.Wake(dozers, meeting, allMet));

            Assert.True(await Task.Run(() => allMet.Wait(TimeSpan.FromSeconds(30))));
            await waker.GetWaitedInVainAsync();
        }
    }
}
