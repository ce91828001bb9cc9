using System.Diagnostics;
using Coerce.Cells;

namespace Coerce.Dispatch;

// Replies that come after the turn has ended.
public partial class ActorCell<TActor>
{
    /// <summary>Ends a queued turn whose reply comes later.</summary>
    /// <returns>True: the turn has ended.</returns>
    public bool ReplyLater<TReply>(Envelope envelope, Deferred<TReply> reply)
    {
        Checked(reply).Deliver(this, HandlerName(CurrentTag), (PendingAsk<TReply>?)envelope.Ask, EndObservedTurn());
        return true;
    }

    /// <summary>Ends a turn in the caller's thread whose reply comes later.</summary>
    public ValueTask<TReply> LeaveLater<TReply>(Deferred<TReply> reply, int timeout, CancellationToken cancellationToken)
    {
        Checked(reply);
        Activity? span = EndObservedTurn();
        ReturnToCaller();
        var ask = new PendingAsk<TReply>(this, CurrentTag);
        ask.Arm(timeout, cancellationToken);
        reply.Deliver(this, HandlerName(CurrentTag), ask, span);
        Release();
        return ask.Reply;
    }

    private Deferred<TReply> Checked<TReply>(Deferred<TReply>? reply) => reply ?? throw new InvalidOperationException(
        $"{this} returned null from {HandlerName(CurrentTag)}: return Deferred.Run(...) or a new Deferred<T>() to be answered later.");
}
