namespace Coerce.TestKit.Tests;

public sealed class SimulatedTimeTests
{
    [Fact]
    public void Advance_SystemStillBusy_RunsItFirst() => Simulation.Run(1, async host =>
    {
        SleeperRef sleeper = host.System.Spawn(Sleeper.Props());
        Task<TimeSpan> slept = sleeper.SleepAsync(TimeSpan.FromSeconds(10)).AsTask();

        // The message is still in the mailbox: its timer is set before the time moves.
        host.Time.Advance(TimeSpan.FromSeconds(9));
        await host.SettleAsync();
        Assert.False(slept.IsCompleted);

        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(TimeSpan.FromSeconds(10), await slept);
    });

    [Fact]
    public void Advance_TimersAtDifferentTimes_SystemSettlesInBetween() => Simulation.Run(1, async host =>
    {
        SleeperRef sleeper = host.System.Spawn(Sleeper.Props());
        Task<TimeSpan> first = sleeper.SleepAsync(TimeSpan.FromSeconds(1)).AsTask();
        Task<TimeSpan> second = sleeper.SleepAsync(TimeSpan.FromSeconds(2)).AsTask();

        // The second sleep begins when the first has ended, in the middle of the advance.
        host.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal(TimeSpan.FromSeconds(1), await first);
        Assert.Equal(TimeSpan.FromSeconds(2), await second);
    });

    [Fact]
    public void Timers_AtTheSameInstant_FireInTheOrderOfTheSeed()
    {
        var orders = new HashSet<string>();

        for (int seed = 0; seed < 20; seed++)
        {
            Simulation.Run(seed, async host =>
            {
                var order = new List<int>();
                await Task.WhenAll(Enumerable.Range(0, 3).Select(async number =>
                {
                    await Task.Delay(TimeSpan.FromSeconds(1), host.Time);
                    order.Add(number);
                }).Append(AdvanceAsync(host)));
                orders.Add(string.Join(' ', order));
            });
        }

        Assert.InRange(orders.Count, 3, 6);
    }

    [Fact]
    public void AutoAdvance_Idle_MovesToTheNextTimer() => Simulation.Run(1, async host =>
    {
        SleeperRef sleeper = host.System.Spawn(Sleeper.Props());
        DateTimeOffset start = host.Time.GetUtcNow();

        Assert.Equal(TimeSpan.FromDays(30), await sleeper.SleepAsync(TimeSpan.FromDays(30)));

        Assert.Equal(TimeSpan.FromDays(30), host.Time.GetUtcNow() - start);
    }, new SimulationOptions { AutoAdvance = true });

    [Fact]
    public void Teardown_HandlerThatWaits_IsCancelledInVirtualTime()
    {
        DateTimeOffset? end = null;
        var options = new SimulationOptions();

        Simulation.Run(1, async host =>
        {
            host.System.Spawn(Sleeper.Props()).Tell(new Sleeper.Messages.Sleep(TimeSpan.FromDays(1)));
            await host.SettleAsync();
            host.Time.CreateTimer(_ => end = host.Time.GetUtcNow(), null, TimeSpan.FromSeconds(7.5), Timeout.InfiniteTimeSpan);
        }, options);

        Assert.Equal(options.Start + TimeSpan.FromSeconds(7.5), end);
    }

    [Fact]
    public void Start_Given_IsWhereTheTimeBegins()
    {
        var start = new DateTimeOffset(2030, 2, 3, 4, 5, 6, TimeSpan.FromHours(7));

        Simulation.Run(1, host =>
        {
            Assert.Equal(start, host.Time.GetUtcNow());
            return Task.CompletedTask;
        }, new SimulationOptions { Start = start });
    }

    private static async Task AdvanceAsync(SimulationHost host)
    {
        await host.SettleAsync();
        host.Time.Advance(TimeSpan.FromSeconds(1));
    }
}
