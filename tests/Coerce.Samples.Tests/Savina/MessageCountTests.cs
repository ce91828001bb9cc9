using System.Diagnostics.Metrics;
using Coerce.Savina;

namespace Coerce.Samples.Tests.Savina;

/// <summary>Tests that listen to Coerce's meter. They run alone: a listener is the whole process's.</summary>
[CollectionDefinition(nameof(MessageCountTests), DisableParallelization = true)]
public sealed class ListeningCollection;

[Collection(nameof(MessageCountTests))]
public sealed class MessageCountTests
{
    public static TheoryData<string> Names() => SavinaTests.Names();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Program_Messages_AreThoseThatTheMeterCounts(string name)
    {
        string systemName = $"counted-{name}";
        long counted = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == CoerceTelemetry.Name && instrument.Name == "coerce.messages") self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, number, tags, _) =>
        {
            if (tags.Contains(new("coerce.system", systemName))) Interlocked.Add(ref counted, number);
        });
        listener.Start();

        Performance performance;
        await using (var system = new ActorSystem(systemName))
        {
            performance = await Stage.RunAsync(SavinaTests.Program(name).Times(0.01), system);
        }

        Assert.Equal(performance.Outcome.Messages, counted);
    }
}
