using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

public readonly record struct WhoAmI;

public readonly record struct ForAccount(string Account);

public readonly record struct ForNumber(long Number);

/// <summary>What all members of a pool write down, each under its id.</summary>
public sealed class PoolLog
{
    private readonly Dictionary<string, int> _counts = [];

    public int Made;

    public int Stopped;

    public Dictionary<string, int> Counts
    {
        get
        {
            lock (_counts) return new(_counts);
        }
    }

    public int Total => Counts.Values.Sum();

    public void Add(string id)
    {
        lock (_counts) _counts[id] = _counts.GetValueOrDefault(id) + 1;
    }
}

/// <summary>A member of a pool: tells who it is, and can be held, failed and stopped.</summary>
[Actor]
public sealed partial class PoolMember
{
    private readonly PoolLog _log;
    private readonly ActorContext<PoolMemberRef> _context;

    public PoolMember(PoolLog log, ActorContext<PoolMemberRef> context, int failAt = -1)
    {
        _log = log;
        _context = context;
        if (Interlocked.Increment(ref log.Made) - 1 == failAt) throw new InvalidOperationException("It is this one's turn to fail.");
    }

    [Handles]
    string On(WhoAmI message)
    {
        _log.Add(_context.Id);
        return _context.Id;
    }

    [Handles] string On(ForAccount message) => _context.Id;

    [Handles] string On(ForNumber message) => _context.Id;

    [Handles] void On(Fail message) => throw new InvalidOperationException(message.Why);

    [Handles] async Task<string> AskThrough(PoolMemberRef pool) => await pool.AskAsync(new WhoAmI());

    [Handles] void Leave() => _context.Stop();

    [Handles]
    async Task On(Enter message, CancellationToken cancellationToken)
    {
        message.Entered.SetResult();
        await message.Leave.Task.WaitAsync(cancellationToken);
    }

    [OnStop] void Stopping() => Interlocked.Increment(ref _log.Stopped);
}

/// <summary>Spawns a pool below itself, watches it, and is asked by it.</summary>
[Actor]
public sealed partial class Foreman(PoolLog log, ActorContext<ForemanRef> context, TaskCompletionSource<Terminated> gone)
{
    [Handles] PoolMemberRef Hire(int size)
    {
        PoolMemberRef pool = context.SpawnPool(PoolMember.Props(log), size, id: "workers");
        context.Watch(pool);
        return pool;
    }

    [Handles] void On(Terminated message) => gone.SetResult(message);
}

public sealed class PoolTests
{
    [Fact]
    public async Task RoundRobin_100AsksTo4_EachAnswers25()
    {
        await using var system = new ActorSystem("pool");
        var log = new PoolLog();

        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log), 4, id: "workers");
        for (int i = 0; i < 100; i++) await pool.AskAsync(new WhoAmI());

        Assert.Equal(["0", "1", "2", "3"], log.Counts.Keys.Order());
        Assert.All(log.Counts.Values, count => Assert.Equal(25, count));
        Assert.Equal("/workers", pool.Path);
        Assert.Equal(ActorStatus.Started, pool.Status);
        Assert.Equal(pool, system.Find<PoolMemberRef>("workers"));
        Assert.Equal("/workers/2", system.Find<PoolMemberRef>("workers/2")?.Path);
    }

    [Fact]
    public async Task Pool_AskedWhileIdle_DoesNotEnterItself()
    {
        await using var system = new ActorSystem("pool");
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(new PoolLog()), 1);

        string[] ids = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => pool.AskAsync(new WhoAmI()).AsTask()));

        Assert.All(ids, id => Assert.Equal("0", id));
    }

    [Fact]
    public async Task LeastLoaded_OneMemberIsBusy_TheOthersGetTheWork()
    {
        await using var system = new ActorSystem("pool");
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log), 3, Routing.LeastLoaded);
        Enter enter = Signal.Enter();
        Pool.Of(pool).Members.Single(member => member.Id == "1").Tell(enter);
        await enter.Entered.Task;

        for (int i = 0; i < 30; i++) await pool.AskAsync(new WhoAmI());
        enter.Leave.SetResult();

        Assert.Equal(["0", "2"], log.Counts.Keys.Order());
    }

    [Fact]
    public async Task ByKey_SameKey_SameMember()
    {
        await using var system = new ActorSystem("pool");
        Routing routing = Routing.ByKey<ForAccount>(message => message.Account).And<ForNumber>(message => message.Number);
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(new PoolLog()), 4, routing);
        PoolMemberRef other = system.SpawnPool(PoolMember.Props(new PoolLog()), 4, routing);

        var members = new HashSet<string>();
        for (int i = 0; i < 50; i++)
        {
            string member = await pool.AskAsync(new ForAccount($"account-{i}"));
            members.Add(member);
            Assert.Equal(member, await pool.AskAsync(new ForAccount($"account-{i}")));
            Assert.Equal(member, await other.AskAsync(new ForAccount($"account-{i}")));
            Assert.Equal(await pool.AskAsync(new ForNumber(i)), await other.AskAsync(new ForNumber(i)));
        }

        Assert.Equal(4, members.Count);
    }

    [Fact]
    public async Task ByKey_Hash_IsTheSameInEveryProcess()
    {
        await using var system = new ActorSystem("pool");
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(new PoolLog()), 4, Routing.ByKey<ForAccount>(message => message.Account));

        var found = new List<string>();
        foreach (string name in (string[])["alice", "bob", "carol", "dave", "erin", "frank", "", "ä€"]) found.Add(await pool.AskAsync(new ForAccount(name)));

        Assert.Equal("1 2 1 2 3 0 3 1", string.Join(' ', found));
    }

    [Fact]
    public async Task ByKey_MemberIsAdded_OnlyKeysThatItWinsMove()
    {
        await using var system = new ActorSystem("pool");
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(new PoolLog()), 4, Routing.ByKey<ForNumber>(message => message.Number));

        string[] before = await MembersOfKeysAsync(pool);
        await Pool.Of(pool).ResizeAsync(5);
        string[] after = await MembersOfKeysAsync(pool);

        int[] moved = [.. Enumerable.Range(0, before.Length).Where(i => before[i] != after[i])];
        Assert.All(moved, i => Assert.Equal("4", after[i]));
        Assert.InRange(moved.Length, before.Length / 10, before.Length * 3 / 10);
    }

    [Fact]
    public async Task ByKey_SelectorThrows_TheSenderGetsIt()
    {
        await using var system = new ActorSystem("pool");
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(new PoolLog()), 2, Routing.ByKey<ForAccount>(message => message.Account[..100]));

        Assert.Throws<ArgumentOutOfRangeException>(() => pool.Tell(new ForAccount("short")));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => pool.AskAsync(new ForAccount("short")).AsTask());
    }

    [Fact]
    public async Task Broadcast_Tell_ReachesEveryMemberAndAsksAreRefused()
    {
        await using var system = new ActorSystem("pool");
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log), 3, Routing.Broadcast);

        pool.Tell(new WhoAmI());
        bool taken = pool.TryTell(new WhoAmI());
        InvalidOperationException refused = await Assert.ThrowsAsync<InvalidOperationException>(() => pool.AskAsync(new WhoAmI()).AsTask());
        await pool.StopAsync();

        Assert.True(taken);
        Assert.Contains("Members", refused.Message);
        Assert.Equal([2, 2, 2], log.Counts.Values);
        Assert.False(pool.TryTell(new WhoAmI()));
    }

    [Fact]
    public async Task Broadcast_OneMemberIsFull_TheOthersGetTheirs()
    {
        await using var system = new ActorSystem("pool", Quiet.Options());
        var log = new PoolLog();
        using var letters = new Letters(system);
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log).WithMailbox(2, MailboxPolicy.Fail), 2, Routing.Broadcast);
        Enter enter = Signal.Enter();
        PoolMemberRef busy = Pool.Of(pool).Members[0];
        busy.Tell(enter);
        await enter.Entered.Task;
        busy.Tell(new WhoAmI());
        busy.Tell(new WhoAmI());

        Assert.True(pool.TryTell(new WhoAmI()));
        Assert.Equal("1", await Pool.Of(pool).Members[1].AskAsync(new WhoAmI()));
        Assert.Throws<MailboxFullException>(() => pool.Tell(new WhoAmI()));
        enter.Leave.SetResult();
        await pool.StopAsync();

        Assert.Equal((2, 3), (log.Counts["0"], log.Counts["1"]));
        Assert.Equal((DeadLetterReason.MailboxFull, busy.Path), letters.All.Select(letter => (letter.Reason, letter.Path)).Single());
    }

    [Fact]
    public async Task Member_StopsByItself_IsLeftOut()
    {
        await using var system = new ActorSystem("pool", Quiet.Options());
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log), 3);
        Pool<PoolMemberRef> handle = Pool.Of(pool);

        await handle.Members[1].StopAsync();
        for (int i = 0; i < 10; i++) await pool.AskAsync(new WhoAmI());

        Assert.Equal(2, handle.Size);
        Assert.Equal(["0", "2"], log.Counts.Keys.Order());
        await handle.ResizeAsync(3);
        Assert.Equal(["0", "2", "3"], handle.Members.Select(member => member.Id));
    }

    [Fact]
    public async Task Member_LastOneStops_ThePoolStops()
    {
        await using var system = new ActorSystem("pool", Quiet.Options());
        var gone = new TaskCompletionSource<Terminated>();
        ForemanRef foreman = system.Spawn(Foreman.Props(new PoolLog(), gone));
        PoolMemberRef pool = await foreman.HireAsync(2);

        foreach (PoolMemberRef member in Pool.Of(pool).Members) await member.LeaveAsync();

        Assert.Equal(pool, (await gone.Task).Actor);
        await Assert.ThrowsAsync<ActorStoppedException>(() => pool.AskAsync(new WhoAmI()).AsTask());
        await Assert.ThrowsAsync<ActorStoppedException>(() => Pool.Of(pool).ResizeAsync(2));
    }

    [Fact]
    public async Task Member_Fails_IsSupervisedAsItsPropsSay()
    {
        await using var system = new ActorSystem("pool", Quiet.Options());
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log).WithSupervision(Supervision.Restart()), 2);

        await Assert.ThrowsAsync<InvalidOperationException>(() => pool.AskAsync(new Fail("once")).AsTask());
        for (int i = 0; i < 4; i++) await pool.AskAsync(new WhoAmI());

        Assert.Equal(3, log.Made);
        Assert.Equal(2, Pool.Of(pool).Size);
    }

    [Fact(Timeout = 60_000)]
    public async Task Member_Escalates_ThePoolStopsAndTheFailureGoesUp()
    {
        var lines = new CapturingLoggerFactory();
        await using var system = new ActorSystem("pool", new() { LoggerFactory = lines });
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(new PoolLog()).WithSupervision(Supervision.Escalate), 2, id: "workers");

        pool.Tell(new Fail("up"));
        while (lines.Lines.All(line => line.EventId != 1012)) await Task.Yield();

        LogLine line = Assert.Single(lines.Lines, line => line.EventId == 1012);
        Assert.Contains("'/workers'", line.Text);
        Assert.Equal(ActorStatus.Stopped, pool.Status);
    }

    [Fact]
    public async Task Stop_Pool_HandlesWhatWasSentAndStopsEveryMember()
    {
        await using var system = new ActorSystem("pool");
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log), 4, id: "workers");

        for (int i = 0; i < 1_000; i++) pool.Tell(new WhoAmI());
        await pool.StopAsync();

        Assert.Equal((1_000, 4), (log.Total, log.Stopped));
        Assert.Equal(0, Pool.Of(pool).Size);
        Assert.Null(system.Find<PoolMemberRef>("workers"));
        Assert.Equal(4, Pool.Of(system.SpawnPool(PoolMember.Props(log), 4, id: "workers")).Size);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task SpawnPool_AConstructorThrows_LeavesNothingBehind(int failAt)
    {
        await using var system = new ActorSystem("pool", Quiet.Options());
        var log = new PoolLog();

        Assert.Throws<InvalidOperationException>(() => system.SpawnPool(PoolMember.Props(log, failAt), 4, id: "workers"));
        await system.StopAsync();

        Assert.Equal((failAt + 1, failAt), (log.Made, log.Stopped));
    }

    [Fact]
    public async Task SpawnPool_WrongArguments_Throws()
    {
        await using var system = new ActorSystem("pool");
        Props<PoolMemberRef> props = PoolMember.Props(new PoolLog());
        PoolMemberRef pool = system.SpawnPool(props, 1, id: "workers");

        Assert.Throws<ArgumentOutOfRangeException>(() => system.SpawnPool(props, 0));
        Assert.Throws<ActorAlreadyExistsException>(() => system.SpawnPool(props, 1, id: "workers"));
        Assert.Throws<ArgumentException>(() => Pool.Of(Pool.Of(pool).Members[0]));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Pool.Of(pool).ResizeAsync(0));
    }

    [Theory(Timeout = 120_000)]
    [InlineData(0)]
    [InlineData(3)]
    public async Task Resize_WhileOthersSend_LosesNothing(int capacity)
    {
        await using var system = new ActorSystem("pool", new() { AskTimeout = TimeSpan.FromMinutes(2) });
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log).WithMailbox(capacity), 4);
        const int senders = 4, each = 50_000;
        bool sending = true;

        Task[] all = [.. Enumerable.Range(0, senders).Select(sender => Task.Run(async () =>
        {
            for (int i = 0; i < each; i++)
            {
                // A bounded one would drop what is told.
                if (capacity > 0 || i % 4 == 0) await pool.AskAsync(new WhoAmI());
                else pool.Tell(new WhoAmI());
            }
        }))];
        Task resizing = Task.Run(async () =>
        {
            var random = new Random(capacity);
            while (Volatile.Read(ref sending)) await Pool.Of(pool).ResizeAsync(random.Next(1, 9));
        });
        await Task.WhenAll(all);
        Volatile.Write(ref sending, false);
        await resizing;
        await pool.StopAsync();

        Assert.Equal(senders * each, log.Total);
        Assert.Equal(0, system.DeadLetters.Count);
        Assert.Equal(log.Made, log.Stopped);
    }

    [Fact(Timeout = 60_000)]
    public async Task Ask_MemberIsHeld_TheTimeoutNamesTheMember()
    {
        var time = new VirtualTime();
        await using var system = new ActorSystem("pool", new() { DeadlineClock = time });
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(new PoolLog()), 1, id: "workers");
        Enter enter = Signal.Enter();
        pool.Tell(enter);
        await enter.Entered.Task;

        Task<string> ask = pool.AskAsync(new WhoAmI()).AsTask();
        time.Advance(TimeSpan.FromSeconds(30));
        AskTimeoutException late = await Assert.ThrowsAsync<AskTimeoutException>(() => ask);
        enter.Leave.SetResult();

        Assert.Equal(("/workers/0", 1), (late.Path, late.QueueLength));
        Assert.StartsWith("On(Enter)", late.CurrentHandler);
    }

    [Fact]
    public async Task Schedule_OnAPool_TicksGoToTheMembersInTurn()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("pool", new() { Clock = clock });
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log), 2);

        using ActorTimer timer = pool.Schedule(new WhoAmI(), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        for (int i = 1; i <= 4; i++)
        {
            clock.Advance(TimeSpan.FromSeconds(1));
            while (log.Total < i) await Task.Yield();
        }

        Assert.Equal([2, 2], log.Counts.Values);
    }

    [Fact]
    public async Task Schedule_OnABroadcastPool_EachTickGoesToEveryMember()
    {
        var clock = new ManualClock();
        await using var system = new ActorSystem("pool", new() { Clock = clock });
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log), 3, Routing.Broadcast);

        using ActorTimer timer = pool.Schedule(new WhoAmI(), TimeSpan.FromSeconds(1));
        clock.Advance(TimeSpan.FromSeconds(1));
        while (log.Total < 3) await Task.Yield();

        Assert.Equal(["0", "1", "2"], log.Counts.Keys.Order());
    }

    [Fact]
    public async Task RunAsync_OnAPool_RunsOnOneOfTheMembers()
    {
        await using var system = new ActorSystem("pool");
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log), 2);

        PoolMember[] ran = await Task.WhenAll(pool.RunAsync(static member => member).AsTask(), pool.RunAsync(static member => member).AsTask());

        Assert.NotSame(ran[0], ran[1]);
    }

    [Fact(Timeout = 20_000)]
    public async Task Ask_MemberAsksItsOwnPoolAndItIsItsTurn_FailsAtOnce()
    {
        await using var system = new ActorSystem("pool", Quiet.Options());
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(new PoolLog()), 1, id: "workers");

        AskCycleException ring = await Assert.ThrowsAsync<AskCycleException>(() => pool.AskThroughAsync(pool).AsTask());

        Assert.Contains("/workers/0", ring.Message);
    }

    [Fact]
    public async Task TellAsync_MembersAreFull_WaitsForRoomInOneOfThem()
    {
        await using var system = new ActorSystem("pool");
        var log = new PoolLog();
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(log).WithMailbox(1), 2);
        Enter[] held = [Signal.Enter(), Signal.Enter()];
        foreach (Enter enter in held) await pool.TellAsync(enter);
        await Task.WhenAll(held.Select(enter => enter.Entered.Task));

        Task[] tells = [.. Enumerable.Range(0, 4).Select(_ => pool.TellAsync(new WhoAmI()).AsTask())];
        bool[] before = [.. tells.Select(tell => tell.IsCompleted)];
        foreach (Enter enter in held) enter.Leave.SetResult();
        await Task.WhenAll(tells);
        await pool.StopAsync();

        Assert.Equal([true, true, false, false], before);
        Assert.Equal([2, 2], log.Counts.Values);
    }

    private static async Task<string[]> MembersOfKeysAsync(PoolMemberRef pool)
    {
        var members = new string[1_000];
        for (int i = 0; i < members.Length; i++) members[i] = await pool.AskAsync(new ForNumber(i));
        return members;
    }
}
