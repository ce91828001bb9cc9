using Coerce.Savina;
using Coerce.Savina.Big;
using Coerce.Savina.DiningPhilosophers;
using Coerce.Savina.ForkJoin;
using Coerce.Savina.SleepingBarber;
using Coerce.TestKit;

namespace Coerce.Samples.Tests.Savina;

/// <summary>What single actors do not let pass.</summary>
public sealed class RuleTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Worker_MessageOutOfOrder_Fails(int number)
    {
        await using var host = new TestHost();
        WorkerRef worker = host.System.Spawn(Worker.Props());
        await worker.AskAsync(new Compute(0));

        var failure = await Assert.ThrowsAsync<InvariantException>(async () => await worker.AskAsync(new Compute(number)));

        Assert.Equal($"Message {number} came in place 1.", failure.Message);
    }

    [Fact]
    public async Task Player_PongThatNobodyAwaits_Fails()
    {
        await using var host = new TestHost();
        PlayerRef player = host.System.Spawn(Player.Props(0, 10, host.Probe<SinkRef>().Ref));
        Probe<PlayerRef> other = host.Probe<PlayerRef>();
        await player.AskAsync(new Begin([other.Ref]));

        await Assert.ThrowsAsync<InvariantException>(async () => await player.AskAsync(new Pong(1)));

        await player.AskAsync(new Pong(0));
        Assert.Equal(new PlayerReport(Pings: 2, Pongs: 1, Answered: 0), await player.LeaveAsync());
    }

    [Fact]
    public async Task Customer_DoneWithoutStart_Fails()
    {
        await using var host = new TestHost();
        CustomerRef customer = host.System.Spawn(Customer.Props(3, host.Probe<CustomerFactoryRef>().Ref));

        await Assert.ThrowsAsync<InvariantException>(async () => await customer.AskAsync(new Done()));
        await customer.AskAsync(new Start());
        await Assert.ThrowsAsync<InvariantException>(async () => await customer.AskAsync(new Start()));

        await customer.AskAsync(new Done());
        await host.ExpectTerminatedAsync(customer);
    }

    [Fact]
    public async Task WaitingRoom_AllSeatsTaken_TurnsTheNextAway()
    {
        await using var host = new TestHost();
        Probe<BarberRef> barber = host.Probe<BarberRef>();
        Probe<CustomerRef> customer = host.Probe<CustomerRef>();
        WaitingRoomRef room = host.System.Spawn(WaitingRoom.Props(2, barber.Ref));

        for (int i = 0; i < 4; i++) await room.AskAsync(new Enter(customer.Ref));

        await barber.ExpectMessageAsync<Serve>();
        await customer.ExpectMessageAsync<Wait>();
        await customer.ExpectMessageAsync<Wait>();
        await customer.ExpectMessageAsync<Full>();
        Assert.Equal(new RoomReport(Seated: 2, TurnedAway: 1, MostWaiting: 2, Naps: 0), await room.GetReportAsync());
    }

    [Fact]
    public void Table_Neighbours_MayNotEatTogether()
    {
        var table = new Table(4);
        table.BeginToEat(0);
        table.BeginToEat(2);

        Assert.Throws<InvariantException>(() => table.BeginToEat(1));
        Assert.Throws<InvariantException>(() => table.BeginToEat(3));
        Assert.Throws<InvariantException>(() => table.BeginToEat(0));
    }

    [Fact]
    public void Table_NeighbourHasEnded_MayEat()
    {
        var table = new Table(2);
        table.BeginToEat(0);
        table.EndEating(0);

        table.BeginToEat(1);

        Assert.Throws<InvariantException>(() => table.BeginToEat(0));
    }

    [Fact]
    public async Task Arbitrator_NeighbourHasAFork_Denies()
    {
        await using var host = new TestHost();
        Probe<PhilosopherRef> first = host.Probe<PhilosopherRef>(), second = host.Probe<PhilosopherRef>(), third = host.Probe<PhilosopherRef>();
        ArbitratorRef arbitrator = host.System.Spawn(Arbitrator.Props(4));

        await arbitrator.AskAsync(new Hungry(0, first.Ref));
        await arbitrator.AskAsync(new Hungry(1, second.Ref));
        await arbitrator.AskAsync(new Hungry(2, third.Ref));

        await first.ExpectMessageAsync<Eat>();
        await second.ExpectMessageAsync<Denied>();
        await third.ExpectMessageAsync<Eat>();
    }

    [Fact]
    public void Invariant_Texts_SayWhatIsAndWhatIsRight()
    {
        Invariant.Equal(3, 3, "the count");
        Invariant.AtMost(3, 3, "the guests");

        Assert.Equal("the count: 1,002, but 3 is right.", Assert.Throws<InvariantException>(() => Invariant.Equal(3, 1_002, "the count")).Message);
        Assert.Equal("the guests: 4, but 3 is the most there may be.", Assert.Throws<InvariantException>(() => Invariant.AtMost(3, 4, "the guests")).Message);
    }
}
