namespace Coerce.TestKit.Tests;

public sealed record Job(int Number, bool Fails, TimeSpan Takes);

/// <summary>An entity that is idle as soon as it can be. What it handled is known outside of it.</summary>
[Actor("test.clerk", OnFailure = FailureAction.Stop), Entity(IdleSeconds = 0.001)]
public sealed partial class Clerk : IDisposable
{
    private readonly string _key;
    private readonly Ledger _ledger;
    private readonly TimeProvider _clock;
    private readonly HashSet<int> _handled;

    public Clerk([EntityKey] string key, [FromServices] Ledger ledger, [FromServices] HashSet<int> handled, ActorContext<ClerkRef> context)
    {
        _key = key;
        _ledger = ledger;
        _clock = context.Clock;
        _handled = handled;
        if (ledger.Broken.Count > 0 && ledger.Activations % 50 == 49)
        {
            ledger.Begin("nobody");
            ledger.End("nobody");
            throw ledger.Broken["some"];
        }

        ledger.Begin(key);
    }

    [Handles]
    async Task<int> On(Job message)
    {
        if (message.Takes > TimeSpan.Zero) await Task.Delay(message.Takes, _clock);
        _ledger.Handle(_key);
        Assert.True(_handled.Add(message.Number), "Handled twice.");
        if (message.Fails) throw new InvalidOperationException("planted");
        return message.Number;
    }

    [Handles(Reentrant = true)]
    async Task<int> Share(int number, TimeSpan takes)
    {
        await Task.Delay(takes, _clock);
        _ledger.Handle(_key);
        Assert.True(_handled.Add(number), "Handled twice.");
        return number;
    }

    [OnStop]
    async Task Stopping()
    {
        await Task.Yield();
        Dispose();
    }

    public void Dispose() => _ledger.End(_key);
}

/// <summary>Everything at once: nothing is lost, nothing is handled twice, no key has two activations, nobody waits for ever.</summary>
public sealed class EntityChaosTests
{
    [Fact]
    public void FiftySeeds_IdleAfterAMillisecond_EachMessageIsHandledOnce() => Explore(seeds: 50, each: 200_000, keys: 1_000);

    [Fact]
    public void FiftySeeds_TenLiveAtMost_EachMessageIsHandledOnce() => Explore(seeds: 50, each: 1_000, keys: 200, maxLive: 10);

    [Fact]
    public void FiveHundredSeeds_FewKeysThatFailAndBreak_EachMessageIsAccountedFor() => Explore(seeds: 500, each: 60, keys: 3, maxLive: 2, breaks: true);

    private static void Explore(int seeds, int each, int keys, int maxLive = 0, bool breaks = false)
    {
        Ledger ledger = null!;
        HashSet<int> handled = null!;
        Simulation.Explore(seeds, host => RunAsync(host, ledger, handled, each, keys, breaks), new SimulationOptions
        {
            AutoAdvance = true,
            OutsidePatience = TimeSpan.Zero,
            MaxSteps = 20_000_000,
            Configure = options =>
            {
                ledger = new Ledger();
                handled = [];
                if (breaks) ledger.Broken["some"] = new TimeoutException("planted");
                options.Services = new Services(ledger, handled);
                options.ConfigureEntities<ClerkRef>(maxLive: maxLive);
            },
        });
    }

    private static async Task RunAsync(SimulationHost host, Ledger ledger, HashSet<int> handled, int each, int keys, bool breaks)
    {
        const int Senders = 8;
        int sent = 0;
        int refused = 0;
        await Task.WhenAll(Enumerable.Range(0, Senders).Select(_ => SendAsync()));
        await Task.Delay(TimeSpan.FromSeconds(1), host.Time);

        refused += host.DeadLetters.Count(static letter => letter.Reason == DeadLetterReason.ActivationFailed);
        Assert.Equal(each, sent);
        Assert.Equal(sent, handled.Count + refused);
        Assert.All(host.DeadLetters, static letter => Assert.NotEqual(DeadLetterReason.ActorStopped, letter.Reason));
        Assert.Equal(0, ledger.LiveCount);
        Assert.Equal(0, host.System.Entities<ClerkRef>().LiveCount);
        Assert.InRange(ledger.Activations, 2 * Math.Min(keys, each / 10), int.MaxValue);
        if (!breaks) Assert.Equal(0, refused);

        async Task SendAsync()
        {
            for (int count = 0; count < each / Senders + (each % Senders == 0 ? 0 : 1) && sent < each; count++)
            {
                ClerkRef clerk = host.System.Entity<ClerkRef>($"{host.Random.Next(keys)}");
                int number = ++sent;
                TimeSpan takes = host.Random.Next(4) == 0 ? TimeSpan.FromMilliseconds(host.Random.Next(3)) : TimeSpan.Zero;
                var job = new Job(number, Fails: breaks && host.Random.Next(8) == 0, takes);
                try
                {
                    switch (host.Random.Next(5))
                    {
                        case 0:
                            clerk.Tell(job);
                            break;
                        case 1:
                            await clerk.TellAsync(job);
                            break;
                        case 2:
                            Assert.Equal(number, await clerk.ShareAsync(number, takes));
                            break;
                        default:
                            Assert.Equal(number, await clerk.AskAsync(job));
                            break;
                    }
                }
                catch (ActorStartException)
                {
                    refused++;
                }
                catch (InvalidOperationException failed) when (failed.Message == "planted")
                {
                }

                if (host.Random.Next(10) == 0) await clerk.StopAsync(immediately: host.Random.Next(2) == 0);
                if (host.Random.Next(4) == 0) await Task.Delay(TimeSpan.FromMilliseconds(host.Random.NextDouble() * 3), host.Time);
            }
        }
    }

    private sealed class Services(Ledger ledger, HashSet<int> handled) : IServiceProvider
    {
        public object? GetService(Type serviceType) =>
            serviceType == typeof(Ledger) ? ledger : serviceType == typeof(HashSet<int>) ? handled : null;
    }
}
