using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Runtime.CompilerServices;
using Coerce.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.Telemetry;

/// <summary>The meter, the source of spans, and what the rest of the runtime tells them. One set for all systems of the process.</summary>
/// <remarks>Listeners come and go at any time. Nobody is told of that, so each measurement asks its instrument.</remarks>
internal static class Instruments
{
    private static readonly Meter Meter = new(CoerceTelemetry.Name);

    // From a microsecond on: most handlers end within a few of them.
    private static readonly InstrumentAdvice<double> Buckets = new()
    {
        HistogramBucketBoundaries =
        [
            0.000_001, 0.000_01, 0.000_1, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
        ],
    };

    public static readonly ActivitySource Source = new(CoerceTelemetry.Name);

    public static readonly Counter<long> Messages = Meter.CreateCounter<long>(
        "coerce.messages", "{message}", "Messages that were sent, by what became of them.");

    public static readonly Histogram<double> ProcessDuration = Meter.CreateHistogram(
        "coerce.process.duration", "s", "How long handlers took, with what they awaited.", tags: null, Buckets);

    public static readonly Histogram<double> QueueDuration = Meter.CreateHistogram(
        "coerce.queue.duration", "s", "How long messages waited in a mailbox.", tags: null, Buckets);

    private static readonly Counter<long> Failures = Meter.CreateCounter<long>(
        "coerce.failures", "{failure}", "Failures of actors, before supervision acts.");

    private static readonly Counter<long> Restarts = Meter.CreateCounter<long>(
        "coerce.restarts", "{restart}", "Actors that were made anew after a failure.");

    private static readonly Counter<long> DeadLetters = Meter.CreateCounter<long>(
        "coerce.dead_letters", "{message}", "Told messages that no actor handled.");

    private static readonly Counter<long> Activations = Meter.CreateCounter<long>(
        "coerce.activations", "{activation}", "Entities that were activated.");

    private static readonly Counter<long> Passivations = Meter.CreateCounter<long>(
        "coerce.passivations", "{passivation}", "Entities that were passivated.");

    static Instruments()
    {
        Meter.CreateObservableUpDownCounter(
            "coerce.queue.length", Census.QueueLengths, "{message}", "Messages that wait in mailboxes.");
        Meter.CreateObservableUpDownCounter(
            "coerce.actor.count", Census.Actors, "{actor}", "Actors that are alive.");
    }

    /// <summary>True when somebody listens to what a turn has to tell.</summary>
    public static bool IsOn
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Source.HasListeners() || Messages.Enabled || ProcessDuration.Enabled;
    }

    /// <summary>An actor will not handle a message: it has stopped, or has no room.</summary>
    public static void Refused(ActorCell cell, int tag)
    {
        if (Messages.Enabled) Count(Messages, cell, Tags.Of(cell, tag), Tags.Outcome, Tags.Refused);
    }

    public static void Failed(ActorCell cell, int tag, Exception failure)
    {
        if (Failures.Enabled) Count(Failures, cell, Tags.Of(cell, tag), Tags.ErrorType, Tags.TypeOf(failure));
    }

    public static void DeadLetter(ActorCell cell, int tag, DeadLetterReason reason)
    {
        if (DeadLetters.Enabled) Count(DeadLetters, cell, Tags.Of(cell, tag), Tags.Reason, Tags.Of(reason));
    }

    public static void Restarted(ActorCell cell) => Count(Restarts, cell.System, cell.Descriptor);

    /// <summary>An entity has been activated: its first message came.</summary>
    public static void Activated(ActorSystem system, ActorDescriptor actor) => Count(Activations, system, actor);

    /// <summary>An entity has been passivated: it has stopped, and its next message activates it again.</summary>
    public static void Passivated(ActorSystem system, ActorDescriptor actor) => Count(Passivations, system, actor);

    private static void Count(Counter<long> counter, ActorCell cell, TagList tags, string lastTag, string value)
    {
        tags.Add(lastTag, value);
        Count(counter, cell.System, in tags);
    }

    private static void Count(Counter<long> counter, ActorSystem system, ActorDescriptor actor)
    {
        if (counter.Enabled) Count(counter, system, new TagList { { Tags.System, system.Name }, { Tags.Actor, actor.Name } });
    }

    private static void Count(Counter<long> counter, ActorSystem system, in TagList tags)
    {
        try
        {
            counter.Add(1, in tags);
        }
        catch (Exception failure)
        {
            // A listener's: nobody must suffer for being looked at.
            Log.ListenerFailed(system.Logger, failure);
        }
    }
}
