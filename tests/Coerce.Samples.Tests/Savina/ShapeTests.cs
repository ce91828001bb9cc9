using Coerce.Savina;
using Coerce.Savina.BankTransaction;
using Coerce.Savina.Big;
using Coerce.Savina.ConcurrentDictionary;
using Coerce.Savina.Counting;
using Coerce.Savina.DiningPhilosophers;
using Coerce.Savina.ForkJoin;
using Coerce.Savina.SleepingBarber;
using Coerce.Savina.ThreadRing;

namespace Coerce.Samples.Tests.Savina;

/// <summary>Programs in shapes that are not those of the suite: the smallest, the most crowded. Their numbers of messages are known.</summary>
public sealed class ShapeTests
{
    [Fact]
    public Task Counting_OneIncrement_IsCounted() => AssertMessagesAsync(3, new CountingProgram(Increments: 1));

    [Fact]
    public Task ForkJoin_OneWorker_HandlesAll() => AssertMessagesAsync(101, new ForkJoinProgram(Messages: 100, Workers: 1));

    [Theory]
    [InlineData(1, 0, 6)]
    [InlineData(1, 10, 16)]
    [InlineData(7, 3, 27)]
    [InlineData(7, 7, 31)]
    [InlineData(7, 1_000, 1_024)]
    public Task ThreadRing_AnySize_EndsWhereItShould(int nodes, int hops, int messages) =>
        AssertMessagesAsync(messages, new ThreadRingProgram(nodes, hops));

    [Theory]
    [InlineData(1, 0)]
    [InlineData(1, 100)]
    [InlineData(8, 50)]
    public Task ConcurrentDictionary_FewKeys_EveryoneSeesTheNewest(int workers, int writePercent) =>
        AssertMessagesAsync(2 + workers * 202, new ConcurrentDictionaryProgram(workers, Operations: 200, writePercent, Keys: 3));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(10)]
    public Task BankTransaction_FewAccounts_KeepTheMoney(int accounts) =>
        AssertMessagesAsync(1 + 3 * 500 + accounts, new BankTransactionProgram(accounts, Transfers: 500));

    [Fact]
    public async Task SleepingBarber_OneSeatAndACrowd_AllAreServedInTheEnd()
    {
        var program = new SleepingBarberProgram(Customers: 200, Seats: 1, WorkPerCustomer: 0, WorkPerHaircut: 5_000);

        Performance performance = await Stage.RunAsync(program, SavinaTests.Patience);

        // One to open, six for each customer who need not wait, one to let the barber sleep, two questions; three for each retry.
        Assert.InRange(performance.Outcome.Messages, 1 + 6 * 200 + 1 + 2 + 3 * performance.Outcome.Retries!.Value, long.MaxValue);
    }

    [Fact]
    public async Task DiningPhilosophers_Two_TakeTurns()
    {
        Performance performance = await Stage.RunAsync(new DiningPhilosophersProgram(Philosophers: 2, Rounds: 500), SavinaTests.Patience);

        Assert.Equal(1 + 4 * 1_000 + 2 * performance.Outcome.Retries + 2, performance.Outcome.Messages);
    }

    [Fact]
    public Task Big_OnePlayer_PlaysWithItself() => AssertMessagesAsync(204, new BigProgram(Players: 1, Pings: 100));

    private static async Task AssertMessagesAsync(long messages, SavinaProgram program) =>
        Assert.Equal(new Outcome(messages), (await Stage.RunAsync(program, SavinaTests.Patience)).Outcome);
}
