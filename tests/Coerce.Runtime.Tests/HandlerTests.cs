using Microsoft.Extensions.Logging;

namespace Coerce.Runtime.Tests;

/// <summary>Uses all that its context offers.</summary>
[Actor]
public sealed partial class Insider
{
    [Handles]
    (InsiderRef Self, CounterRef Child, ActorRef[] Children, DateTimeOffset Now) LookAround(ActorContext<InsiderRef> context)
    {
        CounterRef child = context.Spawn(Counter.Props(), "child");
        context.Logger.LogInformation("from inside");
        return (context.Self, child, [.. context.Children], context.Clock.GetUtcNow());
    }
}

public sealed class HandlerTests
{
    [Fact]
    public async Task Context_OfAHandler_GivesSelfChildrenLoggerAndClock()
    {
        var logged = new CapturingLoggerFactory();
        var clock = new ManualClock();
        clock.Advance(TimeSpan.FromDays(7));
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged, Clock = clock });
        InsiderRef insider = system.Spawn(Insider.Props(), "insider");

        (InsiderRef self, CounterRef child, ActorRef[] children, DateTimeOffset now) = await insider.LookAroundAsync();

        Assert.Equal(insider, self);
        Assert.Equal(insider.GetHashCode(), self.GetHashCode());
        Assert.Equal("/insider/child", child.Path);
        Assert.Equal([child], children);
        Assert.Equal(clock.GetUtcNow(), now);
        Assert.Equal("from inside", Assert.Single(logged.Lines).Text);
    }

    [Fact]
    public async Task Ask_InTheCallersThreadAndGivenUp_FailureIsLoggedOnly()
    {
        var logged = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged });
        StubbornRef actor = system.Spawn(Stubborn.Props());
        TaskCompletionSource entered = Signal.New(), until = Signal.New();
        using var cancel = new CancellationTokenSource();

        // The actor is idle, so this turn begins here and its message is kept nowhere.
        Task ask = actor.WaitAsync(entered, until, cancel.Token).AsTask();
        cancel.Cancel();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ask);
        until.SetException(new InvalidOperationException("held"));
        await actor.StopAsync();

        Assert.Equal((1002, "held"), (Assert.Single(logged.Lines).EventId, logged.Lines.First().Exception?.Message));
        Assert.Equal(0, system.DeadLetters.Count);
    }
}
