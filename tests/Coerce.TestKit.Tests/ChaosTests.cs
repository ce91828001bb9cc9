namespace Coerce.TestKit.Tests;

public sealed record Work(int Number, bool Fails, bool Awaits);

/// <summary>Counts what it handled, outside of itself: restarts lose nothing.</summary>
[Actor]
public sealed partial class Counting(HashSet<int> handled)
{
    [Handles]
    async Task<int> On(Work message)
    {
        if (message.Awaits) await Task.Yield();
        Assert.True(handled.Add(message.Number), "Handled twice.");
        if (message.Fails) throw new InvalidOperationException("planted");
        return message.Number;
    }
}

/// <summary>Everything at once: nothing is lost, nothing is handled twice, nobody waits for ever.</summary>
public sealed class ChaosTests
{
    private static readonly SimulationOptions Options = new() { AutoAdvance = true, OutsidePatience = TimeSpan.Zero };

    [Fact]
    public void PlainMailbox_RestartsAndAStop_EveryMessageIsAccountedFor() => Simulation.Explore(
        seeds: 500, host => RunAsync(host, handled => host.System.Spawn(Recipe(handled))), Options);

    [Theory]
    [InlineData(MailboxPolicy.Wait)]
    [InlineData(MailboxPolicy.DropNewest)]
    [InlineData(MailboxPolicy.DropOldest)]
    [InlineData(MailboxPolicy.Fail)]
    public void BoundedMailbox_RestartsAndAStop_EveryMessageIsAccountedFor(MailboxPolicy policy) => Simulation.Explore(
        seeds: 500, host => RunAsync(host, handled => host.System.Spawn(Recipe(handled).WithMailbox(3, policy))), Options);

    [Fact]
    public void Pool_RestartsAndAStop_EveryMessageIsAccountedFor() => Simulation.Explore(
        seeds: 500, host => RunAsync(host, handled => host.System.SpawnPool(Recipe(handled), 3)), Options);

    private static Props<CountingRef> Recipe(HashSet<int> handled) =>
        Counting.Props(handled).WithSupervision(Supervision.Restart(maxRestarts: 100, backoff: TimeSpan.FromSeconds(1), jitter: 1));

    private static async Task RunAsync(SimulationHost host, Func<HashSet<int>, CountingRef> spawn)
    {
        HashSet<int> handled = [], refused = [];
        CountingRef counting = spawn(handled);
        int sent = 0;
        List<Task> all = [.. Enumerable.Range(0, 6).Select(_ => SendAsync())];
        await Task.Yield();
        all.Add(counting.StopAsync(immediately: host.Random.Next(2) == 0));
        await Task.WhenAll(all);
        await host.SettleAsync();

        // What failed after it was handled is a dead letter too.
        refused.UnionWith(host.DeadLetters.Where(letter => letter.Reason != DeadLetterReason.HandlerFailed).Select(letter => ((Work)letter.Message!).Number));
        Assert.Empty(handled.Intersect(refused));
        Assert.Equal(Enumerable.Range(1, sent), handled.Union(refused).Order());

        async Task SendAsync()
        {
            for (int count = 0; count < 5; count++)
            {
                var work = new Work(++sent, Fails: host.Random.Next(6) == 0, Awaits: host.Random.Next(2) == 0);
                try
                {
                    switch (host.Random.Next(4))
                    {
                        case 0:
                            counting.Tell(work);
                            break;
                        case 1:
                            if (!counting.TryTell(work)) refused.Add(work.Number);
                            break;
                        case 2:
                            await counting.TellAsync(work);
                            break;
                        default:
                            Assert.Equal(work.Number, await counting.AskAsync(work));
                            break;
                    }
                }
                catch (Exception refusal) when (refusal is ActorStoppedException or MailboxFullException)
                {
                    refused.Add(work.Number);
                }
                catch (InvalidOperationException failed) when (failed.Message == "planted")
                {
                }

                if (host.Random.Next(3) == 0) await Task.Yield();
            }
        }
    }
}
