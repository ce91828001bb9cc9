using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>What a bounded mailbox has in the gate while it holds anything: one object, however many messages wait.</summary>
/// <remarks>
/// <para>It is in the gate, or being run by the owner of the turn, exactly while the mailbox is not empty. Posted by a sender
/// under the mailbox's lock, put back by the owner, never in the gate twice.</para>
/// <para>It is pushed more than once, which no other envelope is. A sender that sees it on top of the arrivals, sleeps, and
/// swaps successfully after it was taken and pushed again, has still pushed onto what is the top at that moment; only the
/// <see cref="Envelope.Depth"/> that it read may be old, and that is for diagnostics.</para>
/// </remarks>
internal sealed class MailboxPump(BoundedMailbox mailbox) : Work
{
    internal override bool Run(ActorCell cell)
    {
        // Before the turn, which may go on in another thread. As long as there is more, the owner's queue is not empty: the turn
        // is handed on and never given back, so no caller's thread can get in ahead of what waits.
        return TakeFor(cell) is not { } next || cell.RunTurn(next);
    }

    /// <summary>Takes the next message, and goes back into the gate if it was not the last one. Null when there is none any more.</summary>
    public Envelope? TakeFor(ActorCell cell)
    {
        Envelope? next = mailbox.Take(cell, out bool isLast);
        if (!isLast) cell.PutBack(this);
        return next;
    }

    internal override bool TrySettle(ActorCell cell)
    {
        // Work is never dropped for want of room, so what is first stays first until it is taken.
        while (mailbox.FirstWork is { } work && work.TrySettle(cell))
        {
            mailbox.Take(cell, out bool isLast);
            if (isLast) return true;
        }

        return false;
    }
}
