using System.Diagnostics;
using System.Runtime.CompilerServices;
using Coerce.Cells;
using Coerce.Telemetry;

namespace Coerce.Dispatch;

// What listeners are told of messages. Nothing here is called, and nothing is kept, while nobody listens and no activity is there.
public abstract partial class ActorCell
{
    /// <summary>A message for the mailbox, with what listeners want to know of its way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Envelope NewEnvelope<TMessage>(int tag, TMessage message) =>
        NewTrace() is { } trace
            ? new RichEnvelope<TMessage>(tag, message, null, RequestScope.Empty, trace)
            : new Envelope<TMessage>(tag, message);

    /// <summary>What an envelope keeps of its sender and of this moment; null for nothing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected object? NewTrace() => Instruments.QueueDuration.Enabled ? NewMark() : Activity.Current;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private SentMark NewMark() => new(Activity.Current, System.Options.Clock.GetTimestamp());

    /// <summary>Before a queued turn. What is open then is ended by <see cref="EndObserved"/>.</summary>
    /// <returns>True when there is a record of the turn.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected bool Observe(Envelope envelope)
    {
        Activity? sender = envelope.Trace as Activity;
        if (envelope.Trace is SentMark mark)
        {
            sender = mark.Sender;
            MeasureQueue(envelope.Tag, mark);

            // Once: a message that is put aside comes here again.
            envelope.SetTrace(sender);
        }

        if (Instruments.IsOn)
        {
            Extras.Turn().Begin(this, envelope.Tag, envelope.Ask is not null, sender);
            return true;
        }

        Activity.Current = sender;
        return false;
    }

    /// <summary>Before a turn in the caller's thread, whose activity is the current one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private protected void ObserveAsk(int tag) => Extras.Turn().Begin(this, tag, isAsk: true, Activity.Current);

    /// <summary>The message was handled, or its handler threw: before whoever asked is told. Not observed, or ended before: nothing.</summary>
    internal void EndObserved(Exception? failure)
    {
        if (_extras?.TurnOrNull is { IsOpen: true } turn) turn.End(this, failure);
    }

    /// <summary>The message was put aside, and is not handled yet.</summary>
    private protected void AbandonObserved()
    {
        if (_extras?.TurnOrNull is { IsOpen: true } turn) turn.Abandon(this);
    }

    /// <summary>The turn has ended, but the reply comes later.</summary>
    /// <returns>The span, which ends with the reply; null when there is none.</returns>
    private protected Activity? EndObservedTurn() =>
        _extras?.TurnOrNull is { IsOpen: true } turn ? turn.EndTurn(this, null) : null;

    private void MeasureQueue(int tag, SentMark mark)
    {
        try
        {
            TagList tags = Tags.Of(this, tag);
            Instruments.QueueDuration.Record(System.Options.Clock.GetElapsedTime(mark.At).TotalSeconds, in tags);
        }
        catch (Exception failure)
        {
            Diagnostics.Log.ListenerFailed(System.Logger, failure);
        }
    }
}
