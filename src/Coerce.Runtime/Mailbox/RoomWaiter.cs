using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>A sender that waits for room in a bounded mailbox. Whoever takes it out of the list of waiters, under the mailbox's
/// lock, decides how the wait ends.</summary>
internal sealed class RoomWaiter(BoundedMailbox mailbox, ActorCell cell, Envelope envelope)
    : TaskCompletionSource(cell.System.SignalOptions)
{
    private CancellationTokenRegistration _cancellation;

    /// <summary>The message that wants in.</summary>
    public Envelope Envelope { get; } = envelope;

    /// <summary>Where it stands in line; guarded by the mailbox's lock.</summary>
    public LinkedListNode<RoomWaiter>? Place { get; set; }

    /// <summary>True for a message that is told: its sender waits in <c>TellAsync</c>. An asker waits for its reply in any case.</summary>
    public bool IsTell => Envelope.Ask is null && Envelope.Tag != Work.WorkTag;

    /// <summary>True when nobody waits for the reply any more, so that the message is not to be handled.</summary>
    public bool HasLapsed => Envelope.Ask is { HasEnded: true };

    /// <summary>Lets the caller's token end the wait. Once, after the waiter stands in line.</summary>
    public void Listen(CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled) return;
        _cancellation = cancellationToken.UnsafeRegister(static (waiter, token) => ((RoomWaiter)waiter!).Cancel(token), this);

        // The wait may have ended before the registration was there to be taken back.
        if (Task.IsCompleted) _cancellation.Unregister();
    }

    /// <summary>There is room, and the message is in.</summary>
    public void Admitted()
    {
        TrySetResult();
        _cancellation.Unregister();
    }

    /// <summary>The actor has stopped.</summary>
    public void Refuse(Exception stopped)
    {
        TrySetException(stopped);
        _cancellation.Unregister();
    }

    private void Cancel(CancellationToken token)
    {
        if (mailbox.GiveUp(this)) TrySetCanceled(token);
    }
}
