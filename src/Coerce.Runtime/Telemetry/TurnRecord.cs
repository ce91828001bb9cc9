using System.Diagnostics;
using Coerce.Cells;
using Coerce.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.Telemetry;

/// <summary>What is observed of one message while it is handled. An actor has one at most, and uses it again for the next message.</summary>
/// <remarks>The owner's of the turn. A handler that goes on beside the turn takes its record along.</remarks>
internal sealed class TurnRecord
{
    private int _tag;
    private long _began;
    private Activity? _span;

    /// <summary>True from the beginning of a message to its end.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>A message is about to be handled. Its span, if there is one, is the current activity from here on.</summary>
    /// <param name="cell">The actor.</param>
    /// <param name="tag">The handler.</param>
    /// <param name="isAsk">An ask goes on with the sender's trace; a tell begins one of its own, with a link to the sender's.</param>
    /// <param name="sender">The sender's activity.</param>
    public void Begin(ActorCell cell, int tag, bool isAsk, Activity? sender)
    {
        _tag = tag;
        _span = null;
        IsOpen = true;
        try
        {
            if (Instruments.Source.HasListeners()) _span = isAsk ? StartChild(cell, tag, sender) : StartLinked(cell, tag, sender);
        }
        catch (Exception failure)
        {
            // A listener's: the actor must not suffer for being looked at.
            Log.ListenerFailed(cell.System.Logger, failure);
        }

        // The message handled by an unsampled span still knows where it came from.
        if (_span is null) Activity.Current = sender;
        _began = cell.System.Options.Clock.GetTimestamp();
    }

    /// <summary>The message was handled, or its handler threw.</summary>
    public void End(ActorCell cell, Exception? failure)
    {
        Activity? span = EndTurn(cell, failure);
        if (span is not null) Stop(cell, span, failure);
    }

    /// <summary>The turn has ended, but the reply comes later: what remains is the span.</summary>
    public Activity? EndTurn(ActorCell cell, Exception? failure)
    {
        IsOpen = false;
        Activity? span = _span;
        _span = null;
        try
        {
            Measure(cell, failure);
        }
        catch (Exception thrown)
        {
            Log.ListenerFailed(cell.System.Logger, thrown);
        }

        return span;
    }

    /// <summary>The message was put aside: whoever handles it later begins anew, and nobody hears of this.</summary>
    public void Abandon(ActorCell cell)
    {
        IsOpen = false;
        if (_span is not { } span) return;
        _span = null;
        span.IsAllDataRequested = false;
        span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
        Stop(cell, span, null);
    }

    /// <summary>Ends a span.</summary>
    public static void Stop(ActorCell cell, Activity span, Exception? failure)
    {
        try
        {
            if (failure is not null && span.IsAllDataRequested)
            {
                span.AddException(failure);
                span.SetTag(Tags.ErrorType, Tags.TypeOf(failure));
                span.SetStatus(ActivityStatusCode.Error, failure.Message);
            }

            span.Stop();
        }
        catch (Exception thrown)
        {
            Log.ListenerFailed(cell.System.Logger, thrown);
        }
    }

    private void Measure(ActorCell cell, Exception? failure)
    {
        bool count = Instruments.Messages.Enabled, measure = Instruments.ProcessDuration.Enabled;
        if (!count && !measure) return;

        TagList tags = Tags.Of(cell, _tag);
        tags.Add(Tags.Outcome, failure is null ? Tags.Success : Tags.Failure);
        if (count) Instruments.Messages.Add(1, in tags);
        if (measure) Instruments.ProcessDuration.Record(cell.System.Options.Clock.GetElapsedTime(_began).TotalSeconds, in tags);
    }

    private static Activity? StartChild(ActorCell cell, int tag, Activity? sender)
    {
        // By its object rather than its context, so that baggage comes along.
        Activity.Current = sender;
        return Describe(Instruments.Source.StartActivity(NameOf("ask", cell, tag), ActivityKind.Consumer), cell, tag, "ask");
    }

    private static Activity? StartLinked(ActorCell cell, int tag, Activity? sender)
    {
        Activity.Current = null;
        ActivityLink[]? links = sender is null ? null : [new(sender.Context)];
        return Describe(
            Instruments.Source.StartActivity(NameOf("tell", cell, tag), ActivityKind.Consumer, default(ActivityContext), links: links),
            cell,
            tag,
            "tell");
    }

    private static string NameOf(string operation, ActorCell cell, int tag) =>
        $"{operation} {cell.Descriptor.DisplayName}.{Tags.HandlerOf(cell, tag)}";

    private static Activity? Describe(Activity? span, ActorCell cell, int tag, string operation)
    {
        if (span is not { IsAllDataRequested: true }) return span;
        return span
            .SetTag(Tags.MessagingSystem, "coerce")
            .SetTag(Tags.OperationName, operation)
            .SetTag(Tags.OperationType, "process")
            .SetTag(Tags.Destination, cell.Descriptor.Name)
            .SetTag(Tags.System, cell.System.Name)
            .SetTag(Tags.Path, cell.Path)
            .SetTag(Tags.Handler, Tags.HandlerOf(cell, tag));
    }
}
