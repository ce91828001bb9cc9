namespace Coerce.TestKit.Tests;

public sealed record Caller(int Number);

[Actor]
public sealed partial class Hop(HopRef? next)
{
    [Handles]
    async Task<int> Go(int caller, RequestScope scope)
    {
        Assert.Equal(caller, scope.Get<Caller>().Number);
        await Task.Yield();
        return next is null ? scope.Get<Caller>().Number : await next.GoAsync(caller, scope);
    }
}

public sealed class ScopeTests
{
    [Fact]
    public void Scopes_ManyCallersThroughTheSameActors_StayApart() => Simulation.Explore(seeds: 300, async host =>
    {
        HopRef last = host.System.Spawn(Hop.Props(null));
        HopRef middle = host.System.SpawnPool(Hop.Props(last), 2);
        HopRef first = host.System.Spawn(Hop.Props(middle).WithMailbox(2));

        int[] replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(
            caller => first.GoAsync(caller, RequestScope.Empty.With(new Caller(caller))).AsTask()));

        Assert.Equal(Enumerable.Range(0, 6), replies);
    });

    [Fact]
    public void Probe_ScopedMessage_ShowsTheScope() => Simulation.Run(seed: 1, async host =>
    {
        Probe<HopRef> probe = host.Probe<HopRef>();
        ValueTask<int> asked = probe.Ref.GoAsync(3, RequestScope.Empty.With(new Caller(3)));

        ReceivedMessage<Hop.Messages.Go> message = await probe.ExpectMessageAsync<Hop.Messages.Go>();
        Assert.Equal(3, message.Scope.Get<Caller>().Number);
        message.ReplyWith(4);
        Assert.Equal(4, await asked);

        probe.Ref.Tell(new Hop.Messages.Go(5));
        Assert.Same(RequestScope.Empty, (await probe.ExpectMessageAsync<Hop.Messages.Go>()).Scope);
    });
}
