namespace Coerce.Runtime.Tests;

/// <summary>Asks the next one, which may be itself in the end.</summary>
[Actor]
public sealed partial class Ringer
{
    private RingerRef? _next;

    [Handles] void SetNext(RingerRef next) => _next = next;

    [Handles] async Task<int> Ring() => _next is null ? 1 : 1 + await _next.RingAsync();

    [Handles]
    async Task<int> RingSlowly()
    {
        await Task.Yield();
        return _next is null ? 1 : 1 + await _next.RingSlowlyAsync();
    }

    [Handles]
    async Task<int> RingInTheBackground()
    {
        RingerRef next = _next!;
        return 1 + await Task.Run(async () => await next.RingInTheBackgroundAsync());
    }

    [Handles]
    void Nothing()
    {
    }
}

public sealed class AskCycleTests
{
    [Fact(Timeout = 30_000)]
    public async Task Ask_FromWorkThatTheHandlerBegan_CountsAsItsOwn()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        RingerRef one = system.Spawn(Ringer.Props(), "one"), other = system.Spawn(Ringer.Props(), "other");
        await one.SetNextAsync(other);
        await other.SetNextAsync(one);

        var cycle = await Assert.ThrowsAsync<AskCycleException>(async () => await one.RingInTheBackgroundAsync());

        Assert.Equal(["/one", "/other"], cycle.Ring.Distinct().Order());
    }

    [Theory(Timeout = 30_000)]
    [InlineData(1, false)]
    [InlineData(1, true)]
    [InlineData(3, false)]
    [InlineData(3, true)]
    public async Task Ask_RingOfActors_FailsAtOnceAndNamesTheRing(int length, bool slowly)
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        RingerRef[] ring = [.. Enumerable.Range(0, length).Select(i => system.Spawn(Ringer.Props(), "r" + i))];
        for (int i = 0; i < length; i++) await ring[i].SetNextAsync(ring[(i + 1) % length]);

        var cycle = await Assert.ThrowsAsync<AskCycleException>(
            async () => await (slowly ? ring[0].RingSlowlyAsync() : ring[0].RingAsync()));

        Assert.Equal(length + 1, cycle.Ring.Length);
        Assert.Equal(cycle.Ring[0], cycle.Ring[^1]);
        Assert.Equal(ring.Select(actor => actor.Path).Order(), cycle.Ring.Distinct().Order());
        foreach (RingerRef actor in ring) await actor.NothingAsync();
    }

    [Theory(Timeout = 60_000)]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_LongLine_IsNoRing(bool slowly)
    {
        const int Length = 1_000;
        await using var system = new ActorSystem("test");
        RingerRef? next = null;
        for (int i = 0; i < Length; i++)
        {
            RingerRef actor = system.Spawn(Ringer.Props());
            if (next is not null) await actor.SetNextAsync(next);
            next = actor;
        }

        Assert.Equal(Length, await (slowly ? next!.RingSlowlyAsync() : next!.RingAsync()));
    }

    [Fact(Timeout = 60_000)]
    public async Task Ask_ManyCallersOfOneLine_AreNoRing()
    {
        await using var system = new ActorSystem("test");
        RingerRef last = system.Spawn(Ringer.Props());
        RingerRef[] firsts = [.. Enumerable.Range(0, 50).Select(_ => system.Spawn(Ringer.Props()))];
        foreach (RingerRef first in firsts) await first.SetNextAsync(last);

        int[] counts = await Task.WhenAll(
            Enumerable.Range(0, 20).SelectMany(_ => firsts).Select(first => Task.Run(async () => await first.RingSlowlyAsync())));

        Assert.All(counts, count => Assert.Equal(2, count));
    }
}
