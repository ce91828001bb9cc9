namespace Coerce.TestKit.Tests;

public sealed class SimulationTests
{
    [Fact]
    public void Run_SameSeed_TakesTheSameSteps()
    {
        for (int seed = 0; seed < 50; seed++)
        {
            (SimulationRun run, string order) first = Order(seed);
            for (int again = 0; again < 5; again++) Assert.Equal(first, Order(seed));
        }
    }

    [Fact]
    public void Run_OtherSeeds_TakeOtherOrders()
    {
        string[] orders = [.. Enumerable.Range(0, 50).Select(seed => Order(seed).Order).Distinct()];

        Assert.InRange(orders.Length, 20, 50);
    }

    [Fact]
    public void Run_EverythingInIt_RunsInTheCallersThread()
    {
        int thread = Environment.CurrentManagedThreadId;

        Simulation.Run(1, async host =>
        {
            AccountRef[] accounts = [.. Enumerable.Range(0, 5).Select(_ => host.System.Spawn(Account.Props(1)))];
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            await Task.WhenAll(accounts.Select(account => account.GetBalanceAsync().AsTask()));
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            await Task.Yield();
            await accounts[0].GetBalanceAsync().ConfigureAwait(false);
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            await accounts[0].StopAsync();
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
            await Task.WhenAll(accounts.Select(account => account.StopAsync()));
            Assert.Equal(thread, Environment.CurrentManagedThreadId);
        });
    }

    [Fact]
    public void Run_AmbientValues_ReachTheTestAndSurvive()
    {
        var ambient = new AsyncLocal<string> { Value = "mine" };

        Simulation.Run(1, async host =>
        {
            AccountRef account = host.System.Spawn(Account.Props(1));
            await account.GetBalanceAsync();
            Assert.Equal("mine", ambient.Value);
            host.Time.Advance(TimeSpan.FromSeconds(1));
            Assert.Equal("mine", ambient.Value);
        });

        Assert.Equal("mine", ambient.Value);
    }

    [Fact]
    public void Explore_CheckThenAct_IsFoundAndReplayed()
    {
        var found = Assert.Throws<SimulationFailedException>(() => Simulation.Explore(seeds: 1000, OverdrawAsync));

        Assert.InRange(found.Seed, 0, 999);
        Assert.IsAssignableFrom<Xunit.Sdk.IAssertionException>(found.InnerException);
        for (int again = 0; again < 20; again++)
        {
            var same = Assert.Throws<SimulationFailedException>(() => Simulation.Run(found.Seed, OverdrawAsync));
            Assert.Equal(found.Trace, same.Trace);
            Assert.Equal(found.Message, same.Message);
        }
    }

    [Fact]
    public void Explore_CheckAndActInOneTurn_Passes()
    {
        Exploration exploration = Simulation.Explore(seeds: 1000, async host =>
        {
            AccountRef account = host.System.Spawn(Account.Props(balance: 100));
            TellerRef first = host.System.Spawn(Teller.Props(account)), second = host.System.Spawn(Teller.Props(account));

            bool[] paid = await Task.WhenAll(first.PayOutWellAsync(70).AsTask(), second.PayOutWellAsync(70).AsTask());

            Assert.Single(paid, true);
            Assert.Equal(30, await account.GetBalanceAsync());
        });

        Assert.Equal(1000, exploration.Simulations);
        Assert.InRange(exploration.Interleavings, 20, 1000);
    }

    [Fact]
    public void Explore_RareRace_IsFound()
    {
        // Only one of the 8 tellers looks first and takes later, while exactly the last of the money goes elsewhere.
        var found = Assert.Throws<SimulationFailedException>(() => Simulation.Explore(seeds: 1000, async host =>
        {
            AccountRef account = host.System.Spawn(Account.Props(balance: 100));
            TellerRef[] tellers = [.. Enumerable.Range(0, 8).Select(_ => host.System.Spawn(Teller.Props(account)))];

            await Task.WhenAll(
                tellers.Select((teller, index) => (index == 0 ? teller.PayOutAsync(13) : teller.PayOutWellAsync(13)).AsTask()));

            Assert.InRange(await account.GetBalanceAsync(), 0, 100);
        }));

        Assert.InRange(found.Seed, 0, 999);
    }

    [Fact]
    public void Explore_ThousandSimulationsOf20Actors_KeepTheMoney()
    {
        Exploration exploration = Simulation.Explore(seeds: 1000, async host =>
        {
            AccountRef[] accounts = [.. Enumerable.Range(0, 20).Select(number => host.System.Spawn(Account.Props(100), $"account{number}"))];

            // Always towards the higher number, or two that pay each other would wait for each other.
            await Task.WhenAll(Enumerable.Range(0, 40).Select(_ =>
            {
                int from = host.Random.Next(19);
                return accounts[from].TransferAsync(accounts[host.Random.Next(from + 1, 20)], host.Random.Next(1, 50)).AsTask();
            }));

            int sum = 0;
            foreach (AccountRef account in accounts) sum += await account.GetBalanceAsync();
            Assert.Equal(2000, sum);
        });

        Assert.Equal(1000, exploration.Interleavings);
    }

    [Fact]
    public void Failure_Message_TellsSeedStepsAndTrace()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(7, async host =>
        {
            AccountRef account = host.System.Spawn(Account.Props(100), "alice");
            account.Tell(new Deposit(1));
            account.Tell(new Account.Messages.Fail("planted"));
            Assert.Equal(100, await account.GetBalanceAsync());
        }));

        Assert.Contains($"seed 7 failed after {failure.Steps} steps", failure.Message);
        Assert.Contains("Simulation.Run(seed: 7, ...)", failure.Message);
        Assert.Contains("Account '/alice' On(Deposit)", failure.Message);
        Assert.Contains("Account '/alice' GetBalance()", failure.Message);
        Assert.Contains("planted", failure.Message);
        Assert.DoesNotContain("outside", failure.Message);
        Assert.Contains(failure.Trace, line => line.EndsWith("the test", StringComparison.Ordinal));
    }

    [Fact]
    public void Failure_InAPlainCallback_FailsTheSimulation()
    {
        var failure = Assert.Throws<SimulationFailedException>(() => Simulation.Run(1, async host =>
        {
            host.Time.CreateTimer(_ => throw new InvalidOperationException("planted"), null, TimeSpan.Zero, Timeout.InfiniteTimeSpan);
            await host.SettleAsync();
        }));

        Assert.Equal("planted", Assert.IsType<InvalidOperationException>(failure.InnerException).Message);
    }

    private static (SimulationRun Run, string Order) Order(int seed)
    {
        var order = new List<int>();
        SimulationRun run = Simulation.Run(seed, async host =>
        {
            AccountRef account = host.System.Spawn(Account.Props(0));
            await Task.WhenAll(Enumerable.Range(0, 5).Select(async number =>
            {
                await account.AskAsync(new Deposit(number));
                await Task.Yield();
                order.Add(number);
            }));
        });
        return (run, string.Join(' ', order));
    }

    private static async Task OverdrawAsync(SimulationHost host)
    {
        AccountRef account = host.System.Spawn(Account.Props(balance: 100), "account");
        TellerRef first = host.System.Spawn(Teller.Props(account), "first"), second = host.System.Spawn(Teller.Props(account), "second");

        await Task.WhenAll(first.PayOutAsync(70).AsTask(), second.PayOutAsync(70).AsTask());

        Assert.Equal(30, await account.GetBalanceAsync());
    }
}
