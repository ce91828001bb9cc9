using Coerce.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>One actor's part in one topic.</summary>
internal abstract class Subscription : IDisposable
{
    public abstract void Dispose();
}

/// <summary>Hands the events of a topic to one actor, whatever becomes of them there.</summary>
internal abstract class Subscription<TEvent>(Topic<TEvent> topic, ActorCell cell) : Subscription
{
    private volatile bool _ended;

    public ActorCell Cell => cell;

    public bool HasEnded => _ended;

    /// <summary>Must not throw: other subscribers come after this one.</summary>
    public void Deliver(TEvent message)
    {
        if (_ended) return;
        try
        {
            if (!TryTell(message)) Refuse(message);
        }
        catch (Exception failure)
        {
            Fail(message, failure);
        }
    }

    /// <summary>Waits for room. Throws only when that was cancelled.</summary>
    public ValueTask DeliverAsync(TEvent message, CancellationToken cancellationToken)
    {
        if (_ended || cell.IsClosed) return default;
        ValueTask sent;
        try
        {
            sent = TellAsync(message, cancellationToken);
        }
        catch (Exception failure)
        {
            Fail(message, failure);
            return default;
        }

        return sent.IsCompletedSuccessfully ? default : FinishAsync(sent, message, cancellationToken);
    }

    public sealed override void Dispose()
    {
        if (!topic.Remove(this)) return;
        _ended = true;
        cell.ExtrasOrNull?.SubscriptionsOrNull?.Remove(this);
    }

    private protected abstract bool TryTell(TEvent message);

    private protected abstract ValueTask TellAsync(TEvent message, CancellationToken cancellationToken);

    private protected abstract Envelope NewEnvelope(TEvent message);

    private async ValueTask FinishAsync(ValueTask sent, TEvent message, CancellationToken cancellationToken)
    {
        try
        {
            await sent.ConfigureAwait(cell.System.KeepsContext);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception failure) when (failure is MailboxFullException or ActorStoppedException)
        {
            cell.Refuse(NewEnvelope(message));
        }
        catch (Exception failure)
        {
            Fail(message, failure);
        }
    }

    private void Refuse(TEvent message)
    {
        // The subscription of an actor ends when it takes no more messages, a moment before it has left the topic.
        if (!cell.IsClosed) cell.Refuse(NewEnvelope(message));
    }

    /// <summary>Code of the user on the way into the mailbox threw, such as the key of a pool's routing.</summary>
    private void Fail(TEvent message, Exception failure)
    {
        Log.EventNotDelivered(cell.System.Logger, topic.Name, cell.ToString(), failure);
        cell.System.DeadLetters.Publish(cell, NewEnvelope(message), DeadLetterReason.HandlerFailed, failure);
    }
}

/// <summary>A subscription by <c>[Subscribes]</c>.</summary>
internal sealed class HandlerSubscription<TEvent>(Topic<TEvent> topic, ActorCell cell, int tag) : Subscription<TEvent>(topic, cell)
{
    private protected override bool TryTell(TEvent message) => Cell.TryTell(tag, message);

    private protected override ValueTask TellAsync(TEvent message, CancellationToken cancellationToken) =>
        Cell.TellAsync(tag, message, cancellationToken);

    private protected override Envelope NewEnvelope(TEvent message) => new Envelope<TEvent>(tag, message);
}

/// <summary>A subscription by a ref. Its handler may be one for a base type of the event.</summary>
internal sealed class RefSubscription<TEvent>(Topic<TEvent> topic, ActorCell cell, IReceive<TEvent> subscriber)
    : Subscription<TEvent>(topic, cell)
{
    private protected override bool TryTell(TEvent message) => subscriber.TryTell(message);

    private protected override ValueTask TellAsync(TEvent message, CancellationToken cancellationToken) =>
        subscriber.TellAsync(message, cancellationToken);

    /// <summary>Not to be handled, so that its tag is there to name the message and no more.</summary>
    private protected override Envelope NewEnvelope(TEvent message) => new Envelope<TEvent>(Cell.TagOf(typeof(TEvent)), message);
}
