using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Takes the messages of a ref on another way than into the plain mailbox: to a bounded one, to one of a pool.</summary>
internal abstract class Detour
{
    /// <summary>How many messages wait on this way. Approximate while senders and owner are at work.</summary>
    public abstract int Length { get; }

    /// <summary>How many messages may wait, and what happens to the next one; null for any number.</summary>
    public virtual (int Capacity, MailboxPolicy WhenFull)? Bound => null;

    /// <summary>True for the way to the members of a pool.</summary>
    public virtual bool IsPool => false;

    /// <summary>Takes a message that was told.</summary>
    /// <returns>False when it was not taken. With <paramref name="isTry"/> it is then the caller's to deal with; without, it was
    /// dealt with.</returns>
    /// <exception cref="MailboxFullException">There was no room, and the policy says so; never with
    /// <paramref name="isTry"/>.</exception>
    public abstract bool Tell(ActorCell cell, Envelope envelope, bool isTry);

    /// <summary>Takes a message that was asked. Where there is no room, the ask fails or waits.</summary>
    public abstract void Ask(ActorCell cell, Envelope envelope);

    /// <summary>Takes a message that was told, and waits for room.</summary>
    public abstract ValueTask TellAsync(ActorCell cell, Envelope envelope, CancellationToken cancellationToken);

    /// <summary>Takes what needs no room: a stop, a tick, the runtime's own steps. It keeps its place among the messages.</summary>
    public abstract void Post(ActorCell cell, Envelope envelope);

    /// <summary>A message for which there was no room, and that nobody else will deal with, becomes a dead letter.</summary>
    public virtual void Refuse(ActorCell cell, Envelope envelope) =>
        cell.System.DeadLetters.Publish(cell, envelope, DeadLetterReason.MailboxFull, null);

    /// <summary>The actor has stopped: what waits is rejected, oldest first, and so is what comes from now on.</summary>
    public abstract void Close(ActorCell cell);

    /// <summary>Takes out of what waits all that is wanted. For the owner of the turn.</summary>
    public virtual List<Envelope> Extract(Predicate<Envelope> isWanted) => [];

    /// <summary>A child of the actor takes no more messages from now on.</summary>
    public virtual void ChildStops(ActorCell child)
    {
    }
}
