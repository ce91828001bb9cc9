using System.Diagnostics;

namespace Coerce.Runtime.Tests;

public abstract record TillCommand
{
    private TillCommand()
    {
    }

    public sealed record Take(int Amount) : TillCommand, IRequest<TillCommand, int>;

    public sealed record Drop(int Amount) : TillCommand;

    public sealed record Break(string Why) : TillCommand, IRequest<TillCommand, string>;

    public sealed record WhoIs(string Key) : TillCommand, IRequest<TillCommand, string>;
}

[Actor("test.till", Protocol = typeof(TillCommand))]
public sealed partial class Till(ActorContext<TillRef> context)
{
    private int _total;

    [Handles] int On(TillCommand.Take message) => _total += message.Amount;

    [Handles] void On(TillCommand.Drop message) => _total -= message.Amount;

    [Handles]
    async Task<string> On(TillCommand.Break message)
    {
        await Task.Yield();
        throw new InvalidOperationException(message.Why);
    }

    [Handles] string On(TillCommand.WhoIs message) => context.Path;

    [Handles] Task<int> TakeLater(int amount) => AskAsync(context.Self, amount);

    private static Task<int> AskAsync(IActorRef<TillCommand> till, int amount)
    {
        till.Tell(new TillCommand.Take(amount));
        return Task.FromResult(amount);
    }
}

/// <summary>Another actor of the same protocol, found by its key.</summary>
[Actor("test.vault", Protocol = typeof(TillCommand))]
public sealed partial class Vault([EntityKey] string key)
{
    private int _total;

    [Handles]
    Deferred<int> On(TillCommand.Take message)
    {
        int total = _total;
        return Deferred.Run(_ => Task.FromResult(total + message.Amount));
    }

    [Handles] Task On(TillCommand.Drop message) => Task.FromResult(_total = message.Amount);

    [Handles] string On(TillCommand.Break message) => message.Why;

    [Handles] ValueTask<string> On(TillCommand.WhoIs message) => ValueTask.FromResult(key);
}

public sealed class ProtocolTests
{
    [Fact]
    public async Task Refs_OfDifferentActors_FitOneList()
    {
        await using var system = new ActorSystem("test");
        IReadOnlyList<IActorRef<TillCommand>> all =
        [
            system.Spawn(Till.Props(), "front"),
            system.Entity<VaultRef>("cellar"),
            system.SpawnPool(Till.Props(), 3, Routing.ByKey((TillCommand.WhoIs message) => message.Key), "pool"),
        ];

        foreach (IActorRef<TillCommand> till in all) till.Tell(new TillCommand.Drop(-1));

        var names = new List<string>();
        foreach (IActorRef<TillCommand> till in all) names.Add(await till.AskAsync(new TillCommand.WhoIs("a")));

        Assert.Equal("/front", names[0]);
        Assert.Equal("cellar", names[1]);
        Assert.StartsWith("/pool/", names[2], StringComparison.Ordinal);
        Assert.Equal(names[2], await all[2].AskAsync(new TillCommand.WhoIs("a")));
    }

    [Fact]
    public async Task Messages_OfOneSender_AreHandledInOrder()
    {
        await using var system = new ActorSystem("test");
        IActorRef<TillCommand> till = system.Spawn(Till.Props());

        till.Tell(new TillCommand.Take(5));
        Assert.True(till.TryTell(new TillCommand.Drop(2)));
        await till.TellAsync(new TillCommand.Drop(1), TestContext.Current.CancellationToken);
        await till.AskAsync(new TillCommand.Drop(1));
        await till.AskAsync((TillCommand)new TillCommand.Take(10));

        Assert.Equal(11, await till.AskAsync(new TillCommand.Take(0), TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task Self_AsAProtocol_IsTheSameRef()
    {
        await using var system = new ActorSystem("test");
        TillRef till = system.Spawn(Till.Props());

        await till.TakeLaterAsync(4);

        Assert.Equal(4, await till.AskAsync(new TillCommand.Take(0)));
    }

    [Fact]
    public async Task Ask_HandlerThatThrows_FailsWithWhatItThrew()
    {
        await using var system = new ActorSystem("test", new() { LoggerFactory = new CapturingLoggerFactory() });
        IActorRef<TillCommand> till = system.Spawn(Till.Props());

        var asked = await Assert.ThrowsAsync<InvalidOperationException>(async () => await till.AskAsync(new TillCommand.Break("one")));
        var waited = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await till.AskAsync((TillCommand)new TillCommand.Break("two"), TimeSpan.FromMinutes(1)));

        Assert.Equal("one", asked.Message);
        Assert.Equal("two", waited.Message);
    }

    [Fact]
    public async Task Stopped_Actor_RefusesAsItsRefDoes()
    {
        await using var system = new ActorSystem("test");
        TillRef till = system.Spawn(Till.Props(), "gone");
        await till.StopAsync(cancellationToken: TestContext.Current.CancellationToken);
        IActorRef<TillCommand> any = till;

        Assert.False(any.TryTell(new TillCommand.Drop(1)));
        await Assert.ThrowsAsync<ActorStoppedException>(async () => await any.AskAsync(new TillCommand.Take(1)));
        await Assert.ThrowsAsync<ActorStoppedException>(async () => await any.AskAsync(new TillCommand.Drop(1)));
    }

    [Fact]
    public async Task Ask_OfAnIdleActor_AllocatesNothing()
    {
        await using var system = new ActorSystem("test");
        IActorRef<TillCommand> till = system.Spawn(Till.Props());
        var take = new TillCommand.Take(1);
        var drop = new TillCommand.Drop(1);
        TillCommand any = take;

        Assert.Equal(0, Allocated.Least(() =>
        {
            for (int i = 0; i < 1_000; i++)
            {
                Complete(till.AskAsync(take));
                Complete(till.AskAsync(take, TimeSpan.FromMinutes(1)));
                Complete(till.AskAsync(drop));
                Complete(till.AskAsync(any));
            }
        }));
    }

    private static void Complete(ValueTask asked)
    {
        Debug.Assert(asked.IsCompletedSuccessfully);
        asked.GetAwaiter().GetResult();
    }

    private static void Complete(ValueTask<int> asked)
    {
        Debug.Assert(asked.IsCompletedSuccessfully);
        asked.GetAwaiter().GetResult();
    }
}
