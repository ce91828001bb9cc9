using Coerce.Savina;
using Coerce.Savina.BankTransaction;
using Coerce.Savina.Big;
using Coerce.Savina.ConcurrentDictionary;
using Coerce.Savina.DiningPhilosophers;
using Coerce.Savina.SleepingBarber;
using Coerce.Savina.ThreadRing;
using Coerce.TestKit;

namespace Coerce.Samples.Tests.Savina;

/// <summary>Programs under the seeded scheduler: fifty orders of steps each, that a thread pool may never come to.</summary>
public sealed class SimulatedSavinaTests
{
    private const int Seeds = 50;

    [Fact]
    public void ThreadRing_AnyOrder_InvariantsHold() => Explore(new ThreadRingProgram(Nodes: 4, Hops: 10));

    [Fact]
    public void ConcurrentDictionary_AnyOrder_InvariantsHold() =>
        Explore(new ConcurrentDictionaryProgram(Workers: 4, Operations: 15, WritePercent: 40, Keys: 3));

    [Fact]
    public void BankTransaction_AnyOrder_InvariantsHold() => Explore(new BankTransactionProgram(Accounts: 5, Transfers: 20));

    [Fact]
    public void SleepingBarber_AnyOrder_InvariantsHoldAndSomeComeAgain()
    {
        long retries = Explore(new SleepingBarberProgram(Customers: 10, Seats: 2, WorkPerCustomer: 0, WorkPerHaircut: 0));

        Assert.InRange(retries, Seeds, long.MaxValue);
    }

    [Fact]
    public void DiningPhilosophers_AnyOrder_InvariantsHoldAndSomeWait()
    {
        long retries = Explore(new DiningPhilosophersProgram(Philosophers: 4, Rounds: 5));

        Assert.InRange(retries, Seeds, long.MaxValue);
    }

    [Fact]
    public void Big_AnyOrder_InvariantsHold() => Explore(new BigProgram(Players: 4, Pings: 6));

    /// <summary>How often somebody was refused and tried again, in all orders together.</summary>
    private static long Explore(SavinaProgram program)
    {
        long retries = 0;

        Exploration exploration = Simulation.Explore(Seeds, async host =>
        {
            Performance performance = await Stage.RunAsync(program, host.System);
            await host.SettleAsync();

            Assert.Empty(host.DeadLetters);
            Assert.Empty(host.Logs);
            retries += performance.Outcome.Retries ?? 0;
        });

        Assert.Equal(Seeds, exploration.Simulations);
        Assert.InRange(exploration.Interleavings, Seeds * 9 / 10, Seeds);
        return retries;
    }
}
