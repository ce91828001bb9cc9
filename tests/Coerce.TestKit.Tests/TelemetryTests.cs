using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Coerce.TestKit.Tests;

/// <summary>Fails, awaits and replies, as the message says; known by its name among all that is measured in this process.</summary>
[Actor("telemetry.counting")]
public sealed partial class Measured
{
    [Handles]
    async Task<int> On(Work message)
    {
        if (message.Awaits) await Task.Yield();
        if (message.Fails) throw new InvalidOperationException("planted");
        return message.Number;
    }

    [Handles(Reentrant = true)]
    async Task<int> Reenter(Work message)
    {
        await Task.Yield();
        return await On(message);
    }
}

/// <summary>Whatever becomes of them, messages are counted once each, and spans end.</summary>
public sealed class TelemetryTests
{
    private static readonly SimulationOptions Options = new() { AutoAdvance = true, OutsidePatience = TimeSpan.Zero };

    [Theory]
    [InlineData(0, 1)]
    [InlineData(2, 1)]
    [InlineData(0, 3)]
    public void Messages_RestartsAndAStop_AddUpToWhatWasSent(int capacity, int pool)
    {
        long counted = 0;
        int started = 0, stopped = 0;
        using var meter = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "coerce.messages") self.EnableMeasurementEvents(instrument);
            },
        };
        meter.SetMeasurementEventCallback<long>((_, number, tags, _) =>
        {
            if (tags.ToArray().Contains(new("coerce.actor.type", "telemetry.counting"))) Interlocked.Add(ref counted, number);
        });
        meter.Start();
        using var activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CoerceTelemetry.Name,
            Sample = (ref options) => options.Name.Contains(" Measured.") ? ActivitySamplingResult.AllData : ActivitySamplingResult.None,
            ActivityStarted = _ => Interlocked.Increment(ref started),
            ActivityStopped = _ => Interlocked.Increment(ref stopped),
        };
        ActivitySource.AddActivityListener(activities);

        long sent = 0;
        Simulation.Explore(seeds: 200, async host =>
        {
            Props<MeasuredRef> props = Measured.Props()
                .WithSupervision(Supervision.Restart(maxRestarts: 2, backoff: TimeSpan.FromSeconds(1)))
                .WithMailbox(capacity, MailboxPolicy.Wait);
            MeasuredRef actor = pool == 1 ? host.System.Spawn(props) : host.System.SpawnPool(props, pool);
            List<Task> all = [.. Enumerable.Range(0, 4).Select(_ => SendAsync(host, actor))];
            await Task.Yield();
            if (host.Random.Next(2) == 0) all.Add(actor.StopAsync(immediately: host.Random.Next(2) == 0));
            await Task.WhenAll(all);
            await actor.StopAsync();
            await host.SettleAsync();

            Assert.Equal(sent, Interlocked.Read(ref counted));
            Assert.Equal(started, stopped);
        }, Options);
        Assert.InRange(sent, 1_000, long.MaxValue);
        Assert.InRange(started, 1_000, int.MaxValue);

        async Task SendAsync(SimulationHost host, MeasuredRef actor)
        {
            for (int count = 0; count < 4; count++)
            {
                var work = new Work(count, Fails: host.Random.Next(5) == 0, Awaits: host.Random.Next(2) == 0);
                sent++;
                try
                {
                    switch (host.Random.Next(5))
                    {
                        case 0:
                            actor.Tell(work);
                            break;
                        case 1:
                            if (!actor.TryTell(work)) sent--;
                            break;
                        case 2:
                            await actor.TellAsync(work);
                            break;
                        case 3:
                            await actor.ReenterAsync(work);
                            break;
                        default:
                            await actor.AskAsync(work);
                            break;
                    }
                }
                catch (Exception refusal) when (refusal is ActorStoppedException or InvalidOperationException { Message: "planted" })
                {
                }

                if (host.Random.Next(3) == 0) await Task.Yield();
            }
        }
    }
}
