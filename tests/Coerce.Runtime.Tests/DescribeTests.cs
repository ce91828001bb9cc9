using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Coerce.Runtime.Tests;

/// <summary>Spawns what it is told to, and does what it is told to.</summary>
[Actor]
public sealed partial class Branch(ActorContext<BranchRef> context)
{
    [Handles] BranchRef Grow(string? id) => context.Spawn(Props(), id);

    [Handles] Task Hold(Task until) => until;

    [Handles]
    void Block(Action entered, ManualResetEventSlim until)
    {
        entered();
#pragma warning disable COERCE0301 // the test holds the thread on purpose
        until.Wait();
#pragma warning restore COERCE0301
    }

    [Handles] void Fail(string why) => throw new InvalidOperationException(why);
}

/// <summary>Does not end by itself.</summary>
[Actor]
public sealed partial class Lingerer(Task until)
{
    [Handles] void Fail(string why) => throw new InvalidOperationException(why);

    [OnStop] Task Stopping() => until;
}

public sealed class DescribeTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Describe_TreeInEveryState_ReadsWell()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("bank", new ActorSystemOptions { Clock = clock, LoggerFactory = Quiet.Options().LoggerFactory });
        TaskCompletionSource leave = Signal.New();
        BranchRef north = system.Spawn(Branch.Props(), "north");
        BranchRef shop = await north.GrowAsync("shop", Token);
        BranchRef anonymous = await shop.GrowAsync(null, Token);
        await north.GrowAsync("mill", Token);
        ValueTask held = shop.HoldAsync(leave.Task, Token);
        clock.Advance(TimeSpan.FromSeconds(12.4));
        for (int i = 0; i < 3; i++) shop.Tell(new Branch.Messages.Grow("x"));
        CounterRef narrow = system.Spawn(Counter.Props(1).WithMailbox(10, MailboxPolicy.DropOldest), "narrow");
        CounterRef pool = system.SpawnPool(Counter.Props(1), 2, id: "pool");
        Task<BookkeeperRef> starting = system.SpawnAsync(Bookkeeper.Props(new Heard(), leave.Task), "books", Token).AsTask();
        LingererRef ends = system.Spawn(Lingerer.Props(leave.Task).WithSupervision(Supervision.Stop), "ends");
        ends.Tell(new Lingerer.Messages.Fail("all\nis lost"));
        CounterRef restarts = system.Spawn(
            Counter.Props(1).WithSupervision(Supervision.Restart(backoff: TimeSpan.FromMinutes(1))), "restarts");
        restarts.Tell(new Fail("again"));
        await UntilAsync(system, description => Find(description, "/ends").Status == ActorStatus.Stopping
            && Find(description, "/restarts").Status == ActorStatus.Restarting && Find(description, "/restarts").Restarts == 1
            && Find(description, "/books").CurrentHandler is not null && Find(description, "/books").Since is not null);

        SystemDescription description = system.Describe();
        clock.Advance(TimeSpan.FromHours(1));
        leave.SetResult();
        await held;
        await starting;
        GC.KeepAlive(anonymous);

        Assert.Equal(
            """
            bank: 11 actors
            ├─ Branch '/north' idle
            │  ├─ Branch '/north/shop' in Hold(Task) for 12.4 s, 3 waiting
            │  │  └─ Branch '/north/shop/$1' idle
            │  └─ Branch '/north/mill' idle
            ├─ Counter '/narrow' idle, 0 of 10 waiting (DropOldest)
            ├─ pool of Counter '/pool' idle
            │  ├─ Counter '/pool/0' idle
            │  └─ Counter '/pool/1' idle
            ├─ Bookkeeper '/books' starts for 0.0 s
            ├─ Lingerer '/ends' stops for 0.0 s, failed with InvalidOperationException: all is lost
            └─ Counter '/restarts' restarts for 0.0 s, 1 restart
            topics
            ├─ more orders (Placed): 1 subscriber
            ├─ orders (Placed): 1 subscriber
            └─ payments (Paid): 1 subscriber

            """.ReplaceLineEndings("\n"),
            description.ToString());
        Assert.False(description.IsCut);
        Assert.Equal(clock.GetUtcNow() - TimeSpan.FromHours(1), description.Time);
        ActorDescription shown = Find(description, "/north/shop");
        Assert.Equal(description.Time - TimeSpan.FromSeconds(12.4), shown.Since);
        Assert.Equal(("shop", typeof(Branch).FullName, "Branch", ActorKind.Actor), (shown.Id, shown.ActorType, shown.ClassName, shown.Kind));
        Assert.Equal((10, MailboxPolicy.DropOldest), (Find(description, "/narrow").MailboxCapacity, Find(description, "/narrow").WhenFull));
        Assert.Equal("test.counter", Find(description, "/pool").ActorType);
    }

    [Fact]
    public async Task Describe_HandlersThatBlockTheirThreads_AreShownAtOnce()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        using var until = new ManualResetEventSlim();
        TaskCompletionSource first = Signal.New(), second = Signal.New();
        BranchRef told = system.Spawn(Branch.Props(), "told");
        BranchRef asked = system.Spawn(Branch.Props(), "asked");
        told.Tell(new Branch.Messages.Block(first.SetResult, until));
        Task asking = Task.Run(() => asked.BlockAsync(second.SetResult, until).AsTask(), Token);
        await Task.WhenAll(first.Task, second.Task);
        told.Tell(new Branch.Messages.Fail("never"));

        SystemDescription description = system.Describe();
        until.Set();
        await asking;

        ActorDescription stuck = Find(description, "/told");
        Assert.Equal(("Block(Action, ManualResetEventSlim)", 1), (stuck.CurrentHandler, stuck.QueueLength));
        Assert.InRange(description.Time - stuck.Since!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(1));

        // In the thread of its caller, where no clock is read.
        Assert.Equal("Block(Action, ManualResetEventSlim)", Find(description, "/asked").CurrentHandler);
        Assert.Null(Find(description, "/asked").Since);
    }

    [Fact]
    public async Task Describe_HandlerThatHasEnded_ShowsNothingOfIt()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("test", new ActorSystemOptions { Clock = clock });
        TaskCompletionSource leave = Signal.New();
        BranchRef branch = system.Spawn(Branch.Props(), "branch");
        ValueTask held = branch.HoldAsync(leave.Task, Token);
        clock.Advance(TimeSpan.FromSeconds(5));
        leave.SetResult();
        await held;
        await UntilAsync(system, description => Find(description, "/branch").CurrentHandler is null);

        using var until = new ManualResetEventSlim();
        TaskCompletionSource entered = Signal.New();
        Task asking = Task.Run(() => branch.BlockAsync(entered.SetResult, until).AsTask(), Token);
        await entered.Task;
        ActorDescription blocked = Find(system.Describe(), "/branch");
        until.Set();
        await asking;

        Assert.Null(blocked.Since);     // the time of the handler before must not show
        Assert.StartsWith("Block", blocked.CurrentHandler);
    }

    [Fact]
    public async Task Describe_Limits_CutAndSaySo()
    {
        await using var system = new ActorSystem("test");
        for (int i = 0; i < 3; i++)
        {
            BranchRef top = system.Spawn(Branch.Props(), $"top{i}");
            for (int j = 0; j < 2; j++) await (await top.GrowAsync($"child{j}", Token)).GrowAsync("grandchild", Token);
        }

        SystemDescription all = system.Describe(new DescribeOptions { MaxActors = 15, MaxDepth = 3 });
        SystemDescription flat = system.Describe(new DescribeOptions { MaxDepth = 1 });
        SystemDescription few = system.Describe(new DescribeOptions { MaxActors = 5 });
        SystemDescription fewer = system.Describe(new DescribeOptions { MaxActors = 2 });

        Assert.Equal((15, false), (all.ActorCount, all.IsCut));
        Assert.Equal((3, true, false), (flat.ActorCount, flat.IsCut, flat.HasMoreActors));
        Assert.Equal(
            """
            test: 5 actors, and more that are left out
            ├─ Branch '/top0' idle
            │  ├─ Branch '/top0/child0' idle
            │  │  └─ ...
            │  └─ Branch '/top0/child1' idle
            │     └─ ...
            ├─ Branch '/top1' idle
            │  └─ ...
            └─ Branch '/top2' idle
               └─ ...

            """.ReplaceLineEndings("\n"),
            few.ToString());
        Assert.Equal((2, true, true), (fewer.ActorCount, fewer.IsCut, fewer.HasMoreActors));
        Assert.EndsWith("└─ ...\n", fewer.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Options_NotPositive_AreRefused(int value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DescribeOptions { MaxActors = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DescribeOptions { MaxDepth = value });
    }

    [Fact]
    public async Task Describe_AsJson_ComesBackTheSame()
    {
        await using var system = new ActorSystem("test");
        BranchRef top = system.Spawn(Branch.Props(), "top");
        await top.GrowAsync("child", Token);
        system.Topic<Placed>("orders");
        SystemDescription description = system.Describe();

        string json = JsonSerializer.Serialize(description);
        SystemDescription back = JsonSerializer.Deserialize<SystemDescription>(json)!;

        Assert.Equal(description.ToString(), back.ToString());
        Assert.Equal(json, JsonSerializer.Serialize(back));
    }

    [Fact]
    public async Task Describe_AnonymousActors_AreNotKeptAlive()
    {
        await using var system = new ActorSystem("test");
        (WeakReference actor, SystemDescription description) = DescribeOne(system);

        for (int i = 0; i < 1_000 && actor.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.False(actor.IsAlive);
        Assert.Single(description.Actors);
        Assert.Empty(system.Describe().Actors);
    }

    [Fact]
    public async Task Describe_100000Actors_ShowsAll()
    {
        await using var system = new ActorSystem("test");
        const int Count = 100_000;
        CounterRef[] actors = [.. Enumerable.Range(0, Count).Select(i => system.Spawn(Counter.Props(), i % 2 == 0 ? $"actor{i}" : null))];

        var watch = Stopwatch.StartNew();
        SystemDescription description = system.Describe(new DescribeOptions { MaxActors = int.MaxValue });
        TimeSpan all = watch.Elapsed;
        watch.Restart();
        SystemDescription cut = system.Describe();
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{Count:N0} actors described in {all.TotalMilliseconds:0} ms, 10,000 of them in {watch.Elapsed.TotalMilliseconds:0} ms");

        Assert.Equal((Count, false), (description.ActorCount, description.IsCut));
        Assert.Equal((10_000, true), (cut.ActorCount, cut.HasMoreActors));
        GC.KeepAlive(actors);
    }

    [Fact(Timeout = 60_000)]
    public async Task Describe_WhileActorsComeAndGo_NeverFails()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        using var done = new CancellationTokenSource();
        Task churn = Task.WhenAll(Enumerable.Range(0, 3).Select(number => Task.Run(async () =>
        {
            for (int i = 0; !done.IsCancellationRequested; i++)
            {
                BranchRef top = system.Spawn(Branch.Props().WithSupervision(Supervision.Restart()), $"top{number}");
                BranchRef child = await top.GrowAsync(i % 2 == 0 ? "child" : null);
                await child.HoldAsync(Task.CompletedTask);
                child.Tell(new Branch.Messages.Fail("now and then"));
                await top.StopAsync(immediately: i % 3 == 0);
            }
        })));

        for (int i = 0; i < 20_000; i++)
        {
            SystemDescription description = system.Describe();
            Assert.InRange(description.Actors.Count, 0, 3);
            Assert.All(description.Actors, actor => Assert.InRange(actor.Children.Count, 0, 1));
            Assert.NotEmpty(description.ToString());
        }

        await done.CancelAsync();
        await churn;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (WeakReference Actor, SystemDescription Description) DescribeOne(ActorSystem system)
    {
        PlanktonRef plankton = system.Spawn(Plankton.Props());
        return (plankton.TraceAsync().GetAwaiter().GetResult(), system.Describe());
    }

    private static ActorDescription Find(SystemDescription description, string path)
    {
        IReadOnlyList<ActorDescription> level = description.Actors;
        ActorDescription? found = null;
        foreach (string id in path.Split('/').Skip(1))
        {
            found = level.Single(actor => actor.Id == id);
            level = found.Children;
        }

        return found!;
    }

    private static async Task UntilAsync(ActorSystem system, Func<SystemDescription, bool> condition)
    {
        while (!condition(system.Describe())) await Task.Yield();
    }
}
