namespace Coerce.TestKit.Tests;

/// <summary>Descriptions in simulations.</summary>
public sealed class DescribeSimulationTests
{
    [Fact]
    public void Describe_SameSeed_IsTheSame()
    {
        string[] first = [.. Enumerable.Range(0, 50).Select(Run)];

        Assert.Equal(first, Enumerable.Range(0, 50).Select(Run));
        Assert.InRange(first.Distinct().Count(), 5, 50);
    }

    [Fact]
    public void Describe_HandlerThatAwaits_ShowsHowLongInVirtualTime() => Simulation.Run(seed: 1, async host =>
    {
        PackerRef packer = host.System.Spawn(Packer.Props([]), "packer");
        Probe<PackerRef> probe = host.Probe<PackerRef>("probe");
        TaskCompletionSource leave = new();
        ValueTask held = packer.RunAsync(_ => leave.Task);
        await host.SettleAsync();
        host.Time.Advance(TimeSpan.FromMinutes(90));
        probe.Ref.Tell(new Placed(0, 1));
        packer.Tell(new Placed(0, 1));
        using IDisposable fault = host.Faults.Drop<Placed>(packer);

        SystemDescription description = host.System.Describe();
        leave.SetResult();
        await held;

        Assert.Equal(
            """
            test: 2 actors
            ├─ Packer '/packer' in RunAsync for 1:30:00, 1 of 2 waiting (Wait)
            └─ Packer '/probe' idle, 1 waiting
            topics
            └─ orders (Placed): 1 subscriber

            """.ReplaceLineEndings("\n"),
            description.ToString());
    });

    private static string Run(int seed)
    {
        List<string> descriptions = [];
        Simulation.Run(seed, async host =>
        {
            host.System.Spawn(Packer.Props([]), "packer");
            Task[] sold = [.. Enumerable.Range(0, 3).Select(publisher => host.System.Spawn(Shop.Props(publisher)).SellAsync(3).AsTask())];
            while (!Array.TrueForAll(sold, static task => task.IsCompleted))
            {
                descriptions.Add(host.System.Describe().ToString());
                await Task.Yield();
            }
        });
        return string.Concat(descriptions);
    }
}
