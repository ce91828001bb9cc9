namespace Coerce.Runtime.Tests;

/// <summary>What the members of a pool wait for in their start, each by its id.</summary>
[Sendable]
public sealed class StartGates(int count)
{
    private readonly TaskCompletionSource[] _entered = [.. Enumerable.Range(0, count).Select(_ => Signal.New())];
    private readonly TaskCompletionSource[] _gates = [.. Enumerable.Range(0, count).Select(_ => Signal.New())];

    public int Made;

    public int FailAt { get; init; } = -1;

    public Task AllEntered => Task.WhenAll(_entered.Select(entered => entered.Task));

    public TaskCompletionSource this[int member] => _gates[member];

    public Task EnterAsync(string id)
    {
        _entered[int.Parse(id)].SetResult();
        return _gates[int.Parse(id)].Task;
    }
}

/// <summary>A member of a pool that waits in its start.</summary>
[Actor]
public sealed partial class SlowStarter
{
    private readonly StartGates _gates;
    private readonly ActorContext<SlowStarterRef> _context;

    public SlowStarter(StartGates gates, ActorContext<SlowStarterRef> context)
    {
        _gates = gates;
        _context = context;
        if (Interlocked.Increment(ref gates.Made) - 1 == gates.FailAt) throw new InvalidOperationException("It is this one's turn to fail.");
    }

    [OnStart] Task Started(CancellationToken cancellationToken) => _gates.EnterAsync(_context.Id).WaitAsync(cancellationToken);

    [Handles] string WhoAreYou() => _context.Id;
}

/// <summary>Spawns pools below itself.</summary>
[Actor]
public sealed partial class Contractor
{
    [Handles]
    async Task<SlowStarterRef> Hire(StartGates gates, int size, ActorContext<ContractorRef> context) =>
        await context.SpawnPoolAsync(SlowStarter.Props(gates), size, id: "pool");

    [Handles]
    async Task<DoerRef> HireDoers(Doer.Plan plan, int size, ActorContext<ContractorRef> context) =>
        await context.SpawnPoolAsync(Doer.Props(plan), size);

    [Handles]
    void Nothing()
    {
    }
}

public sealed class PoolStartTests
{
    [Fact]
    public async Task SpawnPoolAsync_SlowMembers_WaitsForTheLastOne()
    {
        await using var system = new ActorSystem("test");
        var gates = new StartGates(3);
        Task<SlowStarterRef> spawning = system.SpawnPoolAsync(SlowStarter.Props(gates), 3, id: "pool").AsTask();
        await gates.AllEntered;

        gates[2].SetResult();
        gates[0].SetResult();
        Assert.Equal("0", await system.Find<SlowStarterRef>("pool/0")!.WhoAreYouAsync());
        Assert.Equal("2", await system.Find<SlowStarterRef>("pool/2")!.WhoAreYouAsync());
        Assert.False(spawning.IsCompleted);
        gates[1].SetResult();

        SlowStarterRef pool = await spawning;
        Assert.Equal("/pool", pool.Path);
        Assert.Equal(3, Pool.Of(pool).Size);
        Assert.All(Pool.Of(pool).Members, member => Assert.Equal(ActorStatus.Started, member.Status));
    }

    [Fact]
    public async Task SpawnPoolAsync_NoOnStart_GivesThePoolWithItsRouting()
    {
        await using var system = new ActorSystem("test");

        PoolMemberRef pool = await system.SpawnPoolAsync(PoolMember.Props(new PoolLog()), 4, Routing.LeastLoaded, "pool");

        Assert.Equal(4, Pool.Of(pool).Size);
        Assert.Same(Routing.LeastLoaded, Pool.Of(pool).Routing);
        Assert.Equal(pool, system.Find<PoolMemberRef>("pool"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task SpawnPoolAsync_AnOnStartFails_StopsThePoolAndFreesTheId(int failing)
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var gates = new StartGates(3);
        Task<SlowStarterRef> spawning = system.SpawnPoolAsync(SlowStarter.Props(gates), 3, id: "pool").AsTask();
        await gates.AllEntered;
        SlowStarterRef pool = system.Find<SlowStarterRef>("pool")!;
        gates[1].SetResult();

        // Another one still waits in its start: its token is cancelled.
        gates[failing].SetException(new InvalidOperationException("It could not start."));

        var failure = await Assert.ThrowsAsync<ActorStartException>(() => spawning);
        Assert.Equal($"/pool/{failing}", failure.Path);
        Assert.Equal("It could not start.", failure.InnerException!.Message);
        Assert.Equal(ActorStatus.Stopped, pool.Status);
        Assert.Null(system.Find<SlowStarterRef>("pool"));
        var stopped = await Assert.ThrowsAsync<ActorStoppedException>(async () => await pool.WhoAreYouAsync());
        Assert.Same(failure.InnerException, stopped.InnerException);
        await system.SpawnPoolAsync(PoolMember.Props(new PoolLog()), 1, id: "pool");
    }

    [Fact]
    public async Task SpawnPool_AnOnStartFails_LeavesTheMemberOut()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var gates = new StartGates(3);
        SlowStarterRef pool = system.SpawnPool(SlowStarter.Props(gates), 3, id: "pool");
        SlowStarterRef failed = system.Find<SlowStarterRef>("pool/1")!;
        gates[1].SetException(new InvalidOperationException("It could not start."));
        await failed.StopAsync();
        gates[0].SetResult();
        gates[2].SetResult();

        var replies = new HashSet<string>();
        for (int i = 0; i < 4; i++) replies.Add(await pool.WhoAreYouAsync());

        Assert.Equal(["0", "2"], replies.Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task SpawnPoolAsync_AConstructorThrows_LeavesNothingBehind(int failAt)
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var gates = new StartGates(3) { FailAt = failAt };

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await system.SpawnPoolAsync(SlowStarter.Props(gates), 3, id: "pool"));

        Assert.Equal("It is this one's turn to fail.", failure.Message);
        await system.SpawnPoolAsync(PoolMember.Props(new PoolLog()), 1, id: "pool");
    }

    [Fact]
    public async Task SpawnPoolAsync_Cancelled_StopsThePool()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        using var cancel = new CancellationTokenSource();
        var gates = new StartGates(2);
        Task<SlowStarterRef> spawning = system.SpawnPoolAsync(SlowStarter.Props(gates), 2, id: "pool", cancellationToken: cancel.Token).AsTask();
        await gates.AllEntered;
        SlowStarterRef pool = system.Find<SlowStarterRef>("pool")!;

        await cancel.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => spawning);
        await pool.StopAsync();
        Assert.Null(system.Find<SlowStarterRef>("pool"));
    }

    [Fact]
    public async Task SpawnPoolAsync_CancelledBefore_SpawnsNothing()
    {
        await using var system = new ActorSystem("test");
        var gates = new StartGates(1);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await system.SpawnPoolAsync(SlowStarter.Props(gates), 1, cancellationToken: new CancellationToken(true)));

        Assert.Equal(0, gates.Made);
    }

    [Fact]
    public async Task SpawnPoolAsync_WrongArguments_Throws()
    {
        await using var system = new ActorSystem("test");
        system.Spawn(Counter.Props(), "taken");

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
            async () => await system.SpawnPoolAsync(PoolMember.Props(new PoolLog()), 0));
        await Assert.ThrowsAsync<ActorAlreadyExistsException>(
            async () => await system.SpawnPoolAsync(PoolMember.Props(new PoolLog()), 1, id: "taken"));
    }

    [Fact]
    public async Task SpawnPoolAsync_OfAContext_SpawnsBelowTheActor()
    {
        await using var system = new ActorSystem("test");
        ContractorRef contractor = system.Spawn(Contractor.Props(), "contractor");
        var gates = new StartGates(2);
        Task<SlowStarterRef> hiring = contractor.HireAsync(gates, 2).AsTask();
        await gates.AllEntered;
        Assert.False(hiring.IsCompleted);

        gates[0].SetResult();
        gates[1].SetResult();

        Assert.Equal("/contractor/pool", (await hiring).Path);
        Assert.NotNull(system.Find<SlowStarterRef>("contractor/pool/1"));
    }

    [Fact(Timeout = 20_000)]
    public async Task SpawnPoolAsync_AMemberAsksWhoeverSpawnsThePool_FailsWithTheRing()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        ContractorRef contractor = system.Spawn(Contractor.Props(), "contractor");

        var failure = await Assert.ThrowsAsync<ActorStartException>(async () => await contractor.HireDoersAsync(
            new Doer.Plan(Start: async _ => await contractor.NothingAsync()), 3));

        Assert.Contains("/contractor", Assert.IsType<AskCycleException>(failure.InnerException).Ring);
        await contractor.NothingAsync();
    }
}
