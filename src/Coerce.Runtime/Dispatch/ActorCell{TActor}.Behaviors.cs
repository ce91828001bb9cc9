using System.Diagnostics;
using Coerce.Cells;

namespace Coerce.Dispatch;

// Turns in the caller's thread that meet a behaviour which puts the message aside.
public partial class ActorCell<TActor>
{
    /// <summary>Ends a turn in the caller's thread by stashing what was asked; the caller waits for the reply.</summary>
    public ValueTask<TReply> LeaveStashed<TMessage, TReply>(int tag, TMessage message, int timeout, CancellationToken cancellationToken) =>
        StashAsk<TMessage, TReply>(tag, message, timeout, cancellationToken).Reply;

    /// <inheritdoc cref="LeaveStashed{TMessage, TReply}(int, TMessage, int, CancellationToken)"/>
    public ValueTask LeaveStashed<TMessage>(int tag, TMessage message, int timeout, CancellationToken cancellationToken) =>
        StashAsk<TMessage, NoReply>(tag, message, timeout, cancellationToken).Done;

    private PendingAsk<TReply> StashAsk<TMessage, TReply>(int tag, TMessage message, int timeout, CancellationToken cancellationToken)
    {
        AbandonObserved();
        ReturnToCaller();
        var ask = new QueuedAsk<TMessage, TReply>(this, tag, message, Activity.Current);
        ask.Arm(timeout, cancellationToken);

        // As in Send: one that would close a ring has failed and is not kept.
        if (!ask.IsInRing) Stash(ask);
        Release();
        return ask;
    }
}
