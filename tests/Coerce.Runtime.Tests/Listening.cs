using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Coerce.Runtime.Tests;

/// <summary>Tests that listen to Coerce's meter and spans. They run alone: a listener is the whole process's.</summary>
[CollectionDefinition(nameof(Listening), DisableParallelization = true)]
public sealed class ListeningCollection;

/// <summary>Keeps what the meter and the source tell of one system.</summary>
internal sealed class Listening : IDisposable
{
    private readonly ConcurrentQueue<Measured> _measured = new();
    private readonly ConcurrentQueue<Activity> _stopped = new();
    private readonly MeterListener _meter = new();
    private readonly ActivityListener _activities;
    private readonly string _system;

    private Listening(string system, string[] instruments, ActivitySamplingResult sampling)
    {
        _system = system;
        _meter.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == CoerceTelemetry.Name && instruments.Contains(instrument.Name)) listener.EnableMeasurementEvents(instrument);
        };
        _meter.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meter.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meter.Start();
        _activities = new ActivityListener
        {
            ShouldListenTo = source => source.Name == CoerceTelemetry.Name,
            Sample = (ref _) => sampling,
            ActivityStopped = _stopped.Enqueue,
        };
        if (sampling != ActivitySamplingResult.None) ActivitySource.AddActivityListener(_activities);
    }

    public IEnumerable<Measured> Measured => _measured;

    /// <summary>The spans that have ended, of this system, in the order of their ends.</summary>
    public IReadOnlyList<Activity> Spans => [.. _stopped.Where(span => (string?)span.GetTagItem("coerce.system") == _system)];

    public static Listening ToMetrics(string system, params string[] instruments) => new(system, instruments, ActivitySamplingResult.None);

    public static Listening ToSpans(string system, ActivitySamplingResult sampling = ActivitySamplingResult.AllDataAndRecorded) =>
        new(system, [], sampling);

    public static Listening ToAll(string system, params string[] instruments) =>
        new(system, instruments, ActivitySamplingResult.AllDataAndRecorded);

    /// <summary>The sum of an instrument, of the measurements with all of the tags, each as <c>name=value</c>.</summary>
    public double Sum(string instrument, params string[] tags) => Of(instrument, tags).Sum(measured => measured.Value);

    public int Count(string instrument, params string[] tags) => Of(instrument, tags).Count();

    /// <summary>Collects what is measured only when somebody asks.</summary>
    public void Collect()
    {
        _measured.Clear();
        _meter.RecordObservableInstruments();
    }

    public void Dispose()
    {
        _meter.Dispose();
        _activities.Dispose();
    }

    private IEnumerable<Measured> Of(string instrument, string[] tags) =>
        _measured.Where(measured => measured.Instrument == instrument && tags.All(measured.Tags.Contains));

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string[] texts = new string[tags.Length];
        for (int i = 0; i < tags.Length; i++) texts[i] = $"{tags[i].Key}={tags[i].Value}";
        if (texts.Contains($"coerce.system={_system}")) _measured.Enqueue(new Measured(instrument.Name, value, texts));
    }
}

internal sealed record Measured(string Instrument, double Value, string[] Tags);
