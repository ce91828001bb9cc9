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

/// <summary>Awaits around the handler, and runs it twice for even numbers.</summary>
public sealed class Hesitation : TurnInterceptor
{
    public override async ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next)
    {
        await Task.Yield();
        TReply reply = await next.HandleAsync(message);
        if (message is Tally.Messages.Count { Number: var number } && number % 2 == 0) reply = await next.HandleAsync(message);
        await Task.Yield();
        return reply;
    }
}

public sealed class Insistence : SendInterceptor
{
    public override async ValueTask<TReply> SendAsync<TMessage, TReply>(SendInfo send, TMessage message, SendNext<TMessage, TReply> next)
    {
        while (true)
        {
            try
            {
                return await next.SendAsync(message);
            }
            catch (InvalidOperationException failure) when (failure.Message == "try again")
            {
                await Task.Yield();
            }
        }
    }
}

[Actor(OnFailure = FailureAction.Restart, MaxRestarts = 1_000)]
[Intercept<Insistence>]
[Intercept<Hesitation>]
public sealed partial class Tally(List<int> counted, Random random)
{
    private bool _inside;

    [Handles]
    async Task Count(int number)
    {
        Assert.False(_inside, "Two turns at once.");
        _inside = true;
        await Task.Yield();
        _inside = false;
        if (random.Next(4) == 0) throw new InvalidOperationException("try again");
        counted.Add(number);
    }
}

public sealed class InterceptorTests
{
    [Fact]
    public void Interceptors_ThatAwaitAndRepeat_KeepTheTurn() => Simulation.Explore(seeds: 300, async host =>
    {
        List<int> counted = [];
        TallyRef tally = host.System.Spawn(Tally.Props(counted, host.Random));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => tally.CountAsync(number).AsTask()));

        // An even one that failed at its second time was counted once before it was sent again.
        Assert.All(Enumerable.Range(0, 6), number => Assert.InRange(counted.Count(other => other == number), 1 + (number + 1) % 2, number % 2 == 1 ? 1 : int.MaxValue));
    });
}
