using System.Runtime.CompilerServices;

namespace Coerce.Runtime.Tests;

/// <summary>Yields, and asks between the items.</summary>
[Actor]
public sealed partial class Spring
{
    [Handles]
    async IAsyncEnumerable<int> Flow(int itemsBefore, Func<Task> between, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (int i = 0; i < itemsBefore; i++) yield return i;
        await between();
        if (!cancellationToken.IsCancellationRequested) yield return itemsBefore;
    }

    /// <summary>Asks when its reader has gone.</summary>
    [Handles]
    async IAsyncEnumerable<int> FlowAndEnd(Func<Task> atTheEnd)
    {
        try
        {
            yield return 0;
            while (true)
            {
                await Task.Yield();
                yield return 1;
            }
        }
        finally
        {
            await atTheEnd();
        }
    }

    /// <summary>Hands on the stream of another.</summary>
    [Handles] IAsyncEnumerable<int> HandOn(IAsyncEnumerable<int> other) => other;

    /// <summary>Reads the stream of another while it yields.</summary>
    [Handles]
    async IAsyncEnumerable<int> Copy(IAsyncEnumerable<int> other)
    {
        await foreach (int item in other) yield return item;
    }

    [Handles] async Task Do(Func<Task> work) => await work();

    [Handles]
    void Nothing()
    {
    }
}

/// <summary>Reads streams in its handlers.</summary>
[Actor]
public sealed partial class Basin
{
    private readonly List<int> _attached = [];
    private TaskCompletionSource? _full;

    [Handles]
    async Task<int> Sum(IAsyncEnumerable<int> items)
    {
        int sum = 0;
        await foreach (int item in items) sum += item;
        return sum;
    }

    [Handles]
    async Task<int> First(IAsyncEnumerable<int> items, Task untilThen)
    {
        await foreach (int item in items)
        {
            await untilThen;
            return item;
        }

        return -1;
    }

    [Handles]
    async Task Follow(IAsyncEnumerable<int> items, TaskCompletionSource full, ActorContext<BasinRef> context)
    {
        _full = full;
        context.Attach(items);
        await Task.Yield();
    }

    [Handles]
    void On(int item)
    {
        _attached.Add(item);
        if (_attached.Count == 2) _full!.SetResult();
    }

    [Handles] async Task Do(Func<Task> work) => await work();

    [Handles]
    void Nothing()
    {
    }
}

public sealed class AskCycleStreamTests
{
    [Theory(Timeout = 20_000)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public async Task Step_ThatAsksOneWhoAsksBack_FailsWithTheRing(int itemsBefore)
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef spring = system.Spawn(Spring.Props(), "spring");
        BasinRef basin = system.Spawn(Basin.Props(), "basin");
        var read = new List<int>();

        Exception? failure = await Record.ExceptionAsync(async () =>
        {
            IAsyncEnumerable<int> items = spring.FlowAsync(
                itemsBefore, async () => await basin.DoAsync(async () => await spring.NothingAsync()));
            await foreach (int item in items) read.Add(item);
        });

        AssertRing(failure, "/basin", "/spring");
        Assert.Equal(Enumerable.Range(0, itemsBefore), read);
        await spring.NothingAsync();
    }

    [Fact(Timeout = 20_000)]
    public async Task Step_AfterAnAwait_IsStillSeenToAsk()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef spring = system.Spawn(Spring.Props(), "spring");
        BasinRef basin = system.Spawn(Basin.Props(), "basin");

        Exception? failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (int _ in spring.FlowAsync(3, async () =>
            {
                await Task.Yield();
                await basin.DoAsync(async () => await spring.NothingAsync());
            }))
            {
            }
        });

        AssertRing(failure, "/basin", "/spring");
    }

    [Theory(Timeout = 20_000)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(40)]
    public async Task Step_ThatAsksTheActorThatReads_IsFound(int itemsBefore)
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef spring = system.Spawn(Spring.Props(), "spring");
        BasinRef basin = system.Spawn(Basin.Props(), "basin");

        Exception? failure = await Record.ExceptionAsync(
            async () => await basin.SumAsync(spring.FlowAsync(itemsBefore, async () => await basin.NothingAsync())));

        AssertRing(failure, "/basin", "/spring");
        await basin.NothingAsync();
        await spring.NothingAsync();
    }

    [Fact(Timeout = 20_000)]
    public async Task Step_OfAPool_ThatAsksTheActorThatReads_NamesTheMember()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef springs = system.SpawnPool(Spring.Props(), 2, id: "springs");
        BasinRef basin = system.Spawn(Basin.Props(), "basin");

        Exception? failure = await Record.ExceptionAsync(
            async () => await basin.SumAsync(springs.FlowAsync(2, async () => await basin.NothingAsync())));

        var cycle = Assert.IsType<AskCycleException>(failure);
        Assert.Contains("/basin", cycle.Ring);
        Assert.Single(cycle.Ring.Distinct(), path => path.StartsWith("/springs/", StringComparison.Ordinal));
        Assert.DoesNotContain("/springs", cycle.Ring);
        await basin.NothingAsync();
    }

    [Fact(Timeout = 20_000)]
    public async Task Reading_OfTheOwnStream_FailsAndSendsNothing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef spring = system.Spawn(Spring.Props(), "spring");
        bool ran = false;
        IAsyncEnumerable<int> own = spring.FlowAsync(0, () =>
        {
            ran = true;
            return Task.CompletedTask;
        });

        Exception? failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (int _ in spring.CopyAsync(own))
            {
            }
        });

        AssertRing(failure, "/spring");
        await spring.NothingAsync();
        Assert.False(ran);
    }

    [Fact(Timeout = 20_000)]
    public async Task HandedOnStream_ThatComesBack_IsFound()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef spring = system.Spawn(Spring.Props(), "spring");
        SpringRef other = system.Spawn(Spring.Props(), "other");

        Exception? failure = await Record.ExceptionAsync(async () =>
        {
            await foreach (int _ in spring.HandOnAsync(other.FlowAsync(0, async () => await spring.NothingAsync())))
            {
            }
        });

        AssertRing(failure, "/other", "/spring");
    }

    [Fact(Timeout = 20_000)]
    public async Task EndOfAStream_ThatAsksOneWhoAsksBack_FindsTheRing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef spring = system.Spawn(Spring.Props(), "spring");
        BasinRef basin = system.Spawn(Basin.Props(), "basin");
        var found = new TaskCompletionSource<Exception?>();
        IAsyncEnumerable<int> items = spring.FlowAndEndAsync(async () => found.SetResult(
            await Record.ExceptionAsync(async () => await basin.DoAsync(async () => await spring.NothingAsync()))));

        await foreach (int _ in items) break;

        AssertRing(await found.Task, "/basin", "/spring");
    }

    [Fact(Timeout = 20_000)]
    public async Task EndOfAStream_AtTheStop_MayAskOthers()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef spring = system.Spawn(Spring.Props(), "spring");
        BasinRef basin = system.Spawn(Basin.Props(), "basin");
        var found = new TaskCompletionSource<Exception?>();
        await using IAsyncEnumerator<int> items = spring.FlowAndEndAsync(async () => found.SetResult(
            await Record.ExceptionAsync(async () => await basin.DoAsync(async () => await spring.NothingAsync())))).GetAsyncEnumerator();
        await items.MoveNextAsync();

        await spring.StopAsync();

        // Nobody waits for an actor that stops: it takes no asks.
        Assert.IsType<ActorStoppedException>(await found.Task);
    }

    [Fact(Timeout = 60_000)]
    public async Task Step_ThatAsksAReaderWhoWaitsForNothing_IsNoRing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef spring = system.Spawn(Spring.Props());
        BasinRef basin = system.Spawn(Basin.Props());

        for (int i = 0; i < 2_000; i++)
        {
            TaskCompletionSource asks = Signal.New();
            var asked = new TaskCompletionSource<Exception?>();
            IAsyncEnumerable<int> items = spring.FlowAsync(1, async () =>
            {
                asks.SetResult();
                asked.SetResult(await Record.ExceptionAsync(async () => await basin.NothingAsync()));
            });

            int first = await basin.FirstAsync(items, asks.Task);

            Assert.Equal(0, first);
            Assert.Null(await asked.Task);
        }
    }

    [Fact(Timeout = 20_000)]
    public async Task Step_ThatAsksAReaderWhoHasGivenUp_IsNoRing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef spring = system.Spawn(Spring.Props());
        BasinRef basin = system.Spawn(Basin.Props());
        using var cancel = new CancellationTokenSource();
        Enter step = Signal.Enter();
        var asked = new TaskCompletionSource<Exception?>();
        Task<int> reading = basin.SumAsync(spring.FlowAsync(0, async () =>
        {
            step.Entered.SetResult();
            await step.Leave.Task;
            asked.SetResult(await Record.ExceptionAsync(async () => await basin.DoAsync(async () => await Task.Yield())));
        }, cancel.Token)).AsTask();
        await step.Entered.Task;

        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        step.Leave.SetResult();

        Assert.Null(await asked.Task);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reading_InALongLine_IsNoRing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        IAsyncEnumerable<int> items = system.Spawn(Spring.Props()).FlowAsync(100, async () => await Task.Yield());
        for (int i = 0; i < 50; i++) items = system.Spawn(Spring.Props()).CopyAsync(items);

        Assert.Equal(Enumerable.Range(0, 101).Sum(), await system.Spawn(Basin.Props()).SumAsync(items));
    }

    [Fact(Timeout = 20_000)]
    public async Task AttachedStream_ThatAsksTheActor_IsNoRing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef spring = system.Spawn(Spring.Props());
        BasinRef basin = system.Spawn(Basin.Props());
        TaskCompletionSource full = Signal.New();

        await basin.FollowAsync(spring.FlowAsync(1, async () => await basin.NothingAsync()), full);

        await full.Task;
    }

    [Fact(Timeout = 120_000)]
    public async Task Reading_ManyThatEndInEveryWay_LeavesNothingBehind()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        SpringRef[] springs = [.. Enumerable.Range(0, 3).Select(_ => system.Spawn(Spring.Props()))];
        BasinRef[] basins = [.. Enumerable.Range(0, 6).Select(_ => system.Spawn(Basin.Props()))];
        CounterRef leaf = system.Spawn(Counter.Props());

        await Task.WhenAll(basins.Select((basin, index) => Task.Run(async () =>
        {
            var random = new Random(index);
            for (int i = 0; i < 500; i++)
            {
                int before = random.Next(40);
                bool fails = random.Next(4) == 0;
                var cancel = new CancellationTokenSource();
                IAsyncEnumerable<int> items = springs[random.Next(springs.Length)].FlowAsync(before, async () =>
                {
                    await Task.Yield();
                    await leaf.AskAsync(new Add(1));
                    if (fails) throw new InvalidDataException();
                }, cancel.Token);

                if (random.Next(3) == 0) _ = Task.Run(cancel.Cancel);
                try
                {
                    if (random.Next(2) == 0) await basin.SumAsync(items);
                    else await basin.FirstAsync(items, Task.CompletedTask);
                }
                catch (Exception end) when (end is InvalidDataException or OperationCanceledException)
                {
                }
            }
        })));

        // Were a reader still noted, these would be taken for rings.
        foreach (SpringRef spring in springs)
        {
            foreach (BasinRef basin in basins)
            {
                await spring.DoAsync(async () => await basin.DoAsync(async () => await Task.Yield()));
            }
        }
    }

    private static void AssertRing(Exception? failure, params string[] paths) =>
        AskCycleOutsideHandlersTests.AssertRing(failure, paths);
}
