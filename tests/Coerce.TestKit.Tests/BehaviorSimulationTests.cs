namespace Coerce.TestKit.Tests;

/// <summary>Behaviours under many orders of events: nothing is lost, nothing is handled twice, and of each sender and kind the order holds.</summary>
public sealed class BehaviorSimulationTests
{
    private const int Senders = 3;
    private const int Each = 12;

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 0)]
    [InlineData(0, 1)]
    [InlineData(4, 1)]
    public void Stash_ManySenders_HandlesEachOnceAndInOrder(int mailbox, int failing)
    {
        Exploration exploration = Simulation.Explore(seeds: 500, host => RunAsync(host, mailbox, failing));

        Assert.InRange(exploration.Interleavings, 400, 500);
    }

    [Fact]
    public void Stash_SimulatedTwice_IsTheSame()
    {
        List<(string, int, int)> Run()
        {
            List<(string, int, int)> handled = [];
            Simulation.Run(seed: 7, async host => handled = await RunAsync(host, mailbox: 0, failing: 0));
            return handled;
        }

        Assert.Equal(Run(), Run());
    }

    [Fact]
    public void Ask_StashedForEver_IsNamedInTheReport()
    {
        var stuck = Assert.Throws<SimulationFailedException>(() => Simulation.Run(seed: 1, async host =>
            await host.System.Spawn(Station.Props([]), "station").CAsync(0, 1)));

        Assert.Contains("Station '/station' behaves as Red and has 1 stashed", stuck.Message);
    }

    private static async Task<List<(string, int, int)>> RunAsync(SimulationHost host, int mailbox, int failing)
    {
        var handled = new List<(string Kind, int Sender, int Number)>();
        StationRef station = host.System.Spawn(Station.Props(handled).WithMailbox(mailbox), "station");

        Task[] senders = [.. Enumerable.Range(0, Senders).Select(sender => SendAsync(host, station, sender))];
        await SwitchAsync(host, station, failing);
        for (int i = 0; i < 3 * Senders * Each && handled.Count < 3 * Senders * Each; i++)
        {
            foreach (int to in new[] { 2, 1, 0 }) await station.TurnAsync(to, failing: 0);
            await host.SettleAsync();
        }

        await Task.WhenAll(senders);

        Assert.Equal(3 * Senders * Each, handled.Count);
        Assert.Equal(handled.Count, handled.Distinct().Count());
        foreach (IGrouping<(string, int), (string, int, int Number)> line in handled.GroupBy(entry => (entry.Kind, entry.Sender)))
            Assert.Equal(Enumerable.Range(1, Each), line.Select(entry => entry.Number));
        return handled;
    }

    private static async Task SendAsync(SimulationHost host, StationRef station, int sender)
    {
        var asks = new List<Task<int>>();
        for (int number = 1; number <= Each; number++)
        {
            asks.Add(station.BAsync(sender, number).AsTask());
            await station.TellAsync(new Station.Messages.A(sender, number));
            if (host.Random.Next(2) == 0) await Task.Yield();
            await station.TellAsync(new Station.Messages.C(sender, number));
        }

        int[] replies = await Task.WhenAll(asks);
        Assert.Equal(Enumerable.Range(1, Each), replies);
    }

    private static async Task SwitchAsync(SimulationHost host, StationRef station, int failing)
    {
        for (int i = 0; i < 20; i++)
        {
            int fails = failing > 0 && host.Random.Next(3) == 0 ? 1 : 0;
            try
            {
                await station.TurnAsync(host.Random.Next(3), fails);
            }
            catch (InvalidOperationException) when (fails > 0)
            {
                // The station is made anew, and begins as Red.
            }
        }
    }
}
