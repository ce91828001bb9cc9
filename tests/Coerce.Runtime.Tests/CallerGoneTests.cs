namespace Coerce.Runtime.Tests;

/// <summary>A message that can be seen to be let go of.</summary>
public sealed record Order(int Number);

/// <summary>Keeps the replies that it owes.</summary>
[Actor]
public sealed partial class Kitchen
{
    private readonly List<Deferred<int>> _open = [];

    [Handles]
    Deferred<int> On(Order message)
    {
        var reply = new Deferred<int>();
        _open.Add(reply);
        return reply;
    }

    [Handles] Deferred<int> Cook(Order order, TaskCompletionSource until) => Deferred.Run(async token =>
    {
        await until.Task.WaitAsync(token);
        return order.Number;
    });

    [Handles]
    int ServeAll()
    {
        int served = _open.Count(reply => reply.Reply(1));
        _open.Clear();
        return served;
    }
}

/// <summary>Deferred replies to callers that no longer wait.</summary>
public sealed class CallerGoneTests
{
    private const int Count = 1_000;

    [Theory(Timeout = 60_000)]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Deferred_CallersHaveGone_NothingIsKeptOrLogged(bool kept)
    {
        var logged = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged });
        KitchenRef kitchen = system.Spawn(Kitchen.Props(), "kitchen");
        TaskCompletionSource until = Signal.New();

        (WeakReference[] orders, WeakReference[] asks) = await AskAndGoAsync(kitchen, kept, until);
        int served = await kitchen.ServeAllAsync();
        until.SetResult();

        // What was set off above ends on the pool. A handful may still lie in somebody's registers.
        while (Alive(orders) + Alive(asks) > 5) await Task.Yield();
        Assert.Equal(kept ? Count : 0, served);
        Assert.Empty(logged.Lines);
        Assert.Equal(0, system.DeadLetters.Count);
    }

    private static int Alive(WeakReference[] all)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return all.Count(one => one.IsAlive);
    }

    private static async Task<(WeakReference[] Orders, WeakReference[] Asks)> AskAndGoAsync(
        KitchenRef kitchen, bool kept, TaskCompletionSource until)
    {
        WeakReference[] orders = new WeakReference[Count], asks = new WeakReference[Count];
        for (int i = 0; i < Count; i++)
        {
            using var cancel = new CancellationTokenSource();
            var order = new Order(i);
            Task<int> ask = (kept ? kitchen.AskAsync(order, cancel.Token) : kitchen.CookAsync(order, until, cancel.Token)).AsTask();
            (orders[i], asks[i]) = (new WeakReference(order), new WeakReference(ask));
            cancel.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ask);
        }

        return (orders, asks);
    }
}
