using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

public readonly record struct ForCustomer(Guid Customer);

/// <summary>Takes a key of each kind, and a message without one.</summary>
[Actor]
public sealed partial class Desk(ActorContext<DeskRef> context)
{
    [Handles] string On(ForCustomer message) => context.Id;

    [Handles] string On(WhoAmI message) => context.Id;
}

/// <summary>What a pool promises about its members.</summary>
public sealed class PoolMemberTests
{
    private static readonly SimulationOptions Still = new() { OutsidePatience = TimeSpan.Zero };

    [Fact]
    public async Task ByKey_GuidOrNoKey_StaysOrGoesRound()
    {
        await using var system = new ActorSystem("pool");
        DeskRef pool = system.SpawnPool(Desk.Props(), 4, Routing.ByKey<ForCustomer>(message => message.Customer));
        var random = new Random(1);
        byte[] bytes = new byte[16];

        var members = new HashSet<string>();
        for (int i = 0; i < 50; i++)
        {
            random.NextBytes(bytes);
            var customer = new ForCustomer(new Guid(bytes));
            members.Add(await pool.AskAsync(customer));
            Assert.Equal(await pool.AskAsync(customer), await pool.AskAsync(customer));
        }

        string[] round = new string[8];
        for (int i = 0; i < round.Length; i++) round[i] = await pool.AskAsync(new WhoAmI());
        Assert.Equal(4, members.Count);
        Assert.Equal(4, round[..4].Distinct().Count());
        Assert.Equal(round[..4], round[4..]);
    }

    [Fact(Timeout = 60_000)]
    public async Task ByKey_ManySenders_KeepTheOrderOfEachKey()
    {
        const int Keys = 8, Each = 20_000;
        await using var system = new ActorSystem("pool");
        var ledger = new Ledger(Keys) { KeepsNumbers = false };
        IntakeRef pool = system.SpawnPool(Intake.Props(ledger), 4, Routing.ByKey<Item>(item => item.Sender));

        await Task.WhenAll(Enumerable.Range(0, Keys).Select(key => Task.Run(() =>
        {
            for (int i = 0; i < Each; i++) pool.Tell(new Item(key, i));
        })));
        await pool.StopAsync();

        Assert.Equal((Keys * Each, 0), (ledger.Handled, ledger.Disorders));
    }

    [Fact]
    public async Task Resize_Smaller_TheYoungestLeaveAndOnlyTheirKeysMove()
    {
        await using var system = new ActorSystem("pool");
        PoolMemberRef pool = system.SpawnPool(PoolMember.Props(new PoolLog()), 5, Routing.ByKey<ForNumber>(message => message.Number));
        string[] before = await MembersOfKeysAsync(pool);

        await Pool.Of(pool).ResizeAsync(3);

        Assert.Equal(["0", "1", "2"], Pool.Of(pool).Members.Select(member => member.Id));
        string[] after = await MembersOfKeysAsync(pool);
        Assert.All(Enumerable.Range(0, before.Length), i => Assert.Equal(before[i] is "3" or "4", before[i] != after[i]));
    }

    [Fact]
    public void Resize_Smaller_MembersThatLeaveHandleWhatTheyWereSent() => Simulation.Explore(seeds: 50, async host =>
    {
        var log = new PoolLog();
        PoolMemberRef pool = host.System.SpawnPool(PoolMember.Props(log), 4);
        for (int i = 0; i < 40; i++) pool.Tell(new WhoAmI());

        await Pool.Of(pool).ResizeAsync(1);
        await host.SettleAsync();

        Assert.Equal([10, 10, 10, 10], log.Counts.Values);
        Assert.Empty(host.DeadLetters);
    }, Still);

    [Fact]
    public void Member_FailsOnceTooOften_IsLeftOutAndWhatWaitedIsRefused() => Simulation.Explore(seeds: 50, async host =>
    {
        var log = new PoolLog();
        PoolMemberRef pool = host.System.SpawnPool(PoolMember.Props(log).WithSupervision(Supervision.Restart(maxRestarts: 1)), 2);
        PoolMemberRef weak = Pool.Of(pool).Members[0];
        weak.Tell(new Fail("once"));
        weak.Tell(new Fail("twice"));
        weak.Tell(new WhoAmI());
        Task<string> waiting = weak.AskAsync(new WhoAmI()).AsTask();

        await Assert.ThrowsAsync<ActorStoppedException>(() => waiting);
        await host.SettleAsync();

        Assert.Equal(["1"], Pool.Of(pool).Members.Select(member => member.Id));
        Assert.Equal(["1", "1", "1"], [await pool.AskAsync(new WhoAmI()), await pool.AskAsync(new WhoAmI()), await pool.AskAsync(new WhoAmI())]);
        Assert.Equal((new WhoAmI(), DeadLetterReason.ActorStopped), (host.DeadLetters[^1].Message, host.DeadLetters[^1].Reason));
        Assert.Equal(3, log.Made);
    }, Still);

    [Fact(Timeout = 60_000)]
    public async Task Ask_IdlePool_RunsBesideItsCaller()
    {
        await using var system = new ActorSystem("pool");
        CounterRef pool = system.SpawnPool(Counter.Props(), 1);
        using var until = new ManualResetEventSlim();

        // In the caller's thread this would never come back.
        Task<int> ask = pool.AskAsync(new Block(until)).AsTask();
        until.Set();

        Assert.Equal(0, await ask);
    }

    private static async Task<string[]> MembersOfKeysAsync(PoolMemberRef pool)
    {
        var members = new string[1_000];
        for (int i = 0; i < members.Length; i++) members[i] = await pool.AskAsync(new ForNumber(i));
        return members;
    }
}
