using Coerce.Cells;
using Coerce.Telemetry;

namespace Coerce.Dispatch;

// Sending with a scope. What has none takes the ways of ActorCell.Mailbox.cs, and pays nothing for it.
public abstract partial class ActorCell
{
    /// <summary>Sends a message with a scope.</summary>
    public void Tell<TMessage>(int tag, TMessage message, RequestScope scope) => Send(NewEnvelope(tag, message, scope));

    /// <summary>Sends a message with a scope unless the actor has stopped or has no room for it.</summary>
    public bool TryTell<TMessage>(int tag, TMessage message, RequestScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return !_gate.IsClosed && TrySend(NewEnvelope(tag, message, scope));
    }

    /// <summary>Sends a message with a scope, and waits where there is no room for it.</summary>
    public ValueTask TellAsync<TMessage>(int tag, TMessage message, RequestScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        Envelope envelope = NewEnvelope(tag, message, scope);
        if (_detour is not null && !_gate.IsClosed) return _detour.TellAsync(this, envelope, cancellationToken);
        Send(envelope);
        return default;
    }

    /// <summary>Sends a message with a scope through the mailbox and waits for the reply.</summary>
    public ValueTask<TReply> Ask<TMessage, TReply>(
        int tag, TMessage message, RequestScope scope, int timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<TReply>(cancellationToken);
        if (_gate.IsClosed) return ValueTask.FromException<TReply>(Refused(tag));
        return Send<TMessage, TReply>(tag, message, scope, timeout, cancellationToken).Reply;
    }

    /// <summary>Sends a message with a scope through the mailbox and waits until it was handled.</summary>
    public ValueTask Ask<TMessage>(int tag, TMessage message, RequestScope scope, int timeout, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        if (_gate.IsClosed) return ValueTask.FromException(Refused(tag));
        return Send<TMessage, NoReply>(tag, message, scope, timeout, cancellationToken).Done;
    }

    private PendingAsk<TReply> Send<TMessage, TReply>(
        int tag, TMessage message, RequestScope scope, int timeout, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(scope, RequestScope.Empty)) return Send<TMessage, TReply>(tag, message, timeout, cancellationToken);
        var ask = new PendingAsk<TReply>(this, tag);
        ask.Arm(timeout, cancellationToken);
        if (!ask.IsInRing) PostAsk(NewEnvelope(tag, message, ask, scope));
        return ask;
    }

    private Envelope NewEnvelope<TMessage>(int tag, TMessage message, RequestScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return ReferenceEquals(scope, RequestScope.Empty) ? NewEnvelope(tag, message) : NewEnvelope(tag, message, null, scope);
    }

    private protected Envelope NewEnvelope<TMessage>(int tag, TMessage message, PendingAsk? ask, RequestScope scope) =>
        new RichEnvelope<TMessage>(tag, message, ask, scope, NewTrace());
}
