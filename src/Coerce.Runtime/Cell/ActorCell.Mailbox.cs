using System.Runtime.CompilerServices;
using Coerce.Cells;

namespace Coerce.Dispatch;

// How messages get in, and what becomes of those that an actor will not handle.
public abstract partial class ActorCell : IThreadPoolWorkItem
{
    /// <summary>Sends a message.</summary>
    public void Tell<TMessage>(int tag, TMessage message)
    {
        var envelope = new Envelope<TMessage>(tag, message, null);
        if (_gate.IsClosed) Reject(envelope);
        else Post(envelope);
    }

    /// <summary>Sends a message unless the actor has stopped.</summary>
    public bool TryTell<TMessage>(int tag, TMessage message)
    {
        if (_gate.IsClosed) return false;
        Post(new Envelope<TMessage>(tag, message, null));
        return true;
    }

    /// <summary>Sends a message through the mailbox and waits for the reply.</summary>
    public ValueTask<TReply> Ask<TMessage, TReply>(int tag, TMessage message, int timeout, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<TReply>(cancellationToken);
        if (_gate.IsClosed) return ValueTask.FromException<TReply>(Stopped(MessageName(tag)));
        return Send<TMessage, TReply>(tag, message, timeout, cancellationToken).Reply;
    }

    /// <summary>Sends a message through the mailbox and waits until it was handled.</summary>
    public ValueTask Ask<TMessage>(int tag, TMessage message, int timeout, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        if (_gate.IsClosed) return ValueTask.FromException(Stopped(MessageName(tag)));
        return Send<TMessage, NoReply>(tag, message, timeout, cancellationToken).Done;
    }

    private PendingAsk<TReply> Send<TMessage, TReply>(int tag, TMessage message, int timeout, CancellationToken cancellationToken)
    {
        var ask = new PendingAsk<TReply>(this, tag);

        // Armed before it is posted: from then on the reply may come at any time, and takes the deadline back.
        ask.Arm(timeout, cancellationToken);
        Post(new Envelope<TMessage>(tag, message, ask));
        return ask;
    }

    private void Post(Envelope envelope)
    {
        switch (_gate.Post(envelope))
        {
            case Arrival.Activated:
                Schedule();
                break;
            case Arrival.Closed:
                RejectAll(_gate.TakeRejected());
                break;
        }
    }

    private protected void Schedule() => ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    /// <summary>Ends a turn. What waits goes on in a pool thread: this thread is the caller's, or belongs to whatever ended
    /// the handler's await.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void Release()
    {
        if (_gate.HasQueued || !_gate.TryRelease()) Schedule();
    }

    void IThreadPoolWorkItem.Execute() => Drain();

    /// <summary>Runs what waits. The caller owns the turn.</summary>
    private protected abstract void Drain();

    private void RejectAll(Envelope? envelope)
    {
        while (envelope is not null)
        {
            Envelope? next = envelope.Next;
            Reject(envelope);
            envelope = next;
        }
    }

    private void Reject(Envelope envelope)
    {
        if (envelope is StopSignal) return;
        if (envelope.Ask is { } ask) ask.TryFail(Stopped(MessageName(envelope.Tag)));
        else System.DeadLetters.Publish(this, envelope, DeadLetterReason.ActorStopped, null);
    }

    private ActorStoppedException Stopped(string message) => new(ToString(), Path, message, _extras?.Failure);
}
