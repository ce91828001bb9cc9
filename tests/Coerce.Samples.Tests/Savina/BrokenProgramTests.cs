using Coerce.Savina;
using Coerce.Savina.BankTransaction;
using Coerce.Savina.Big;
using Coerce.Savina.ConcurrentDictionary;
using Coerce.Savina.Counting;
using Coerce.Savina.DiningPhilosophers;
using Coerce.Savina.SleepingBarber;
using Coerce.Savina.ThreadRing;
using Coerce.TestKit;

namespace Coerce.Samples.Tests.Savina;

/// <summary>Messages that are lost or come twice: no program ends as if nothing had happened.</summary>
public sealed class BrokenProgramTests
{
    private const int Seeds = 10;

    private static readonly CountingProgram Counting = new(Increments: 20);
    private static readonly ThreadRingProgram ThreadRing = new(Nodes: 3, Hops: 16);
    private static readonly ConcurrentDictionaryProgram Dictionary = new(Workers: 3, Operations: 20, WritePercent: 50, Keys: 5);
    private static readonly BankTransactionProgram Bank = new(Accounts: 4, Transfers: 20);
    private static readonly SleepingBarberProgram Barber = new(Customers: 8, Seats: 2, WorkPerCustomer: 0, WorkPerHaircut: 0);
    private static readonly DiningPhilosophersProgram Dinner = new(Philosophers: 3, Rounds: 3);
    private static readonly BigProgram Big = new(Players: 3, Pings: 10);

    [Fact]
    public void Counting_IncrementLost_Fails() =>
        AssertFails(Counting, Lost<CounterRef, Increment>("counter"), "the count: 19, but 20 is right.");

    [Fact]
    public void Counting_IncrementTwice_Fails() =>
        AssertFails(Counting, Twice<CounterRef, Increment>("counter"), "the count: 21, but 20 is right.");

    [Fact]
    public void ThreadRing_TokenTwice_Fails() =>
        AssertFails(ThreadRing, Twice<NodeRef, Token>("ring/node-1"), "The token ended at node 1 and again|not handled|the visits of");

    [Fact]
    public void ThreadRing_EndTwice_Fails() =>
        AssertFails(ThreadRing, Twice<RingRef, Ended>("ring"), "The token ended at node 1 and again at node 1");

    [Fact]
    public void ThreadRing_ExitTwice_Fails() => AssertFails(ThreadRing, Twice<RingRef, Left>("ring"), "has left twice");

    [Fact]
    public void ThreadRing_ExitLost_Fails() => AssertStuck(ThreadRing, Lost<RingRef, Left>("ring"), "waits for Ring '/ring' to reply");

    [Fact]
    public void ConcurrentDictionary_WriteTwice_Fails() =>
        AssertFails(Dictionary, Twice<SharedDictionaryRef, Write>("dictionary"), "the writes that the dictionary handled");

    [Fact]
    public void ConcurrentDictionary_ReadTwice_Fails() =>
        AssertFails(Dictionary, Twice<SharedDictionaryRef, Read>("dictionary"), "the reads that the dictionary handled");

    [Fact]
    public void ConcurrentDictionary_WriteLost_Fails() => AssertStuck(
        Dictionary, Lost<SharedDictionaryRef, Write>("dictionary"), "waits for SharedDictionary '/dictionary' to reply to Write");

    [Fact]
    public void BankTransaction_DepositTwice_Fails() =>
        AssertFails(Bank, Twice<AccountRef, Deposit>("teller/account-3"), "the money in the bank");

    [Fact]
    public void BankTransaction_NoticeTwice_Fails() =>
        AssertFails(Bank, Twice<TellerRef, Transferred>("teller"), "was carried out twice");

    [Fact]
    public void BankTransaction_NoticeLost_Fails() =>
        AssertStuck(Bank, Lost<TellerRef, Transferred>("teller"), "waits for Teller '/teller' to reply");

    [Fact]
    public void SleepingBarber_HaircutTwice_Fails() =>
        AssertFails(Barber, Twice<BarberRef, Serve>("barber"), "in the barber's chair already|not handled|in his sleep");

    [Fact]
    public void SleepingBarber_CustomerEntersTwice_Fails() =>
        AssertFails(Barber, Twice<WaitingRoomRef, Enter>("room"), "in the barber's chair already|not handled|the haircuts");

    [Fact]
    public void SleepingBarber_BarberFreeTwice_Fails() =>
        AssertFails(Barber, Twice<WaitingRoomRef, Next>("room"), "The barber calls for a customer in his sleep.");

    [Fact]
    public void SleepingBarber_NoticeTwice_Fails() =>
        AssertFails(Barber, Twice<CustomerFactoryRef, Served>("factory"), "was served twice");

    [Fact]
    public void DiningPhilosophers_ForksBackTwice_Fails() =>
        AssertFails(Dinner, Twice<ArbitratorRef, GiveBack>("arbitrator"), "gives back forks that it does not have");

    [Fact]
    public void DiningPhilosophers_ForksLost_Fails() =>
        AssertFails(Dinner, Lost<ArbitratorRef, GiveBack>("arbitrator"), "is hungry, but has a fork");

    [Fact]
    public void DiningPhilosophers_HungryTwice_Fails() =>
        AssertFails(Dinner, Twice<ArbitratorRef, Hungry>("arbitrator"), "is hungry, but has a fork|out of turn|not handled");

    [Fact]
    public void DiningPhilosophers_EatTwice_Fails() =>
        AssertFails(Dinner, Twice<PhilosopherRef, Eat>("philosopher-0"), "out of turn|gives back forks|sit side by side");

    [Fact]
    public void Big_PongTwice_Fails() => AssertFails(Big, Twice<PlayerRef, Pong>("sink/player-0"), "got a pong from");

    [Fact]
    public void Big_PingTwice_Fails() => AssertFails(Big, Twice<PlayerRef, Ping>("sink/player-0"), "got a pong from");

    [Fact]
    public void Big_PingLost_Fails() => AssertStuck(Big, Lost<PlayerRef, Ping>("sink/player-0"), "waits for Sink '/sink' to reply");

    [Fact]
    public void Big_NoticeTwice_Fails() => AssertFails(Big, Twice<SinkRef, LastPong>("sink"), "is done twice");

    private static void AssertFails(SavinaProgram program, Func<SimulationHost, Task> fault, string pattern)
    {
        for (int seed = 0; seed < Seeds; seed++)
            Assert.Matches(pattern, Assert.IsType<InvariantException>(Failure(seed, program, fault).InnerException).Message);
    }

    /// <summary>What waits for a message that was lost is found by the simulation.</summary>
    private static void AssertStuck(SavinaProgram program, Func<SimulationHost, Task> fault, string text)
    {
        for (int seed = 0; seed < Seeds; seed++)
        {
            SimulationFailedException failure = Failure(seed, program, fault);
            Assert.Null(failure.InnerException);
            Assert.Contains(text, failure.Message);
        }
    }

    private static SimulationFailedException Failure(int seed, SavinaProgram program, Func<SimulationHost, Task> fault) =>
        Assert.Throws<SimulationFailedException>(() => Simulation.Run(
            seed,
            async host =>
            {
                Task<Performance> run = Stage.RunAsync(program, host.System);
                await fault(host);
                await run;
            },
            new SimulationOptions { MaxSteps = 10_000, OutsidePatience = TimeSpan.Zero }));

    private static Func<SimulationHost, Task> Lost<TRef, TMessage>(string path)
        where TRef : ActorRef
    {
        return async host =>
        {
            bool lost = false;
            host.Faults.Drop<TMessage>(await FindAsync<TRef>(host, path), _ => !lost && (lost = true));
        };
    }

    private static Func<SimulationHost, Task> Twice<TRef, TMessage>(string path)
        where TRef : ActorRef, IReceive<TMessage>
    {
        return async host =>
        {
            TRef target = await FindAsync<TRef>(host, path);
            bool repeated = false;
            host.Faults.Drop<TMessage>(target, message =>
            {
                if (!repeated)
                {
                    repeated = true;
                    target.Tell(message);
                }

                return false;
            });
        };
    }

    // An actor at the top is there when the program first waits, before it has handled anything; a child some steps later.
    private static async Task<TRef> FindAsync<TRef>(SimulationHost host, string path)
        where TRef : ActorRef
    {
        TRef? found;
        while ((found = host.System.Find<TRef>(path)) is null) await Task.Yield();
        return found;
    }
}
