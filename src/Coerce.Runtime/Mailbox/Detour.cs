using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Takes the messages of a ref on another way than into the plain mailbox: to a bounded one, to one of a pool.</summary>
/// <remarks>A cell with a detour is never entered by a caller's thread: its messages all come here.</remarks>
internal abstract class Detour
{
    /// <summary>Takes a message that was told.</summary>
    /// <returns>False when there was no room; the message is then the caller's to deal with.</returns>
    public abstract bool Tell(ActorCell cell, Envelope envelope, bool isTry);

    /// <summary>Takes a message that was asked. Where there is no room, the ask fails or waits.</summary>
    public abstract void Ask(ActorCell cell, Envelope envelope);

    /// <summary>Takes a message that was told, and waits for room.</summary>
    public abstract ValueTask TellAsync(ActorCell cell, Envelope envelope, CancellationToken cancellationToken);

    /// <summary>How many messages wait on this way.</summary>
    public abstract int Length { get; }

    /// <summary>The actor has stopped: what waits is taken out, oldest first, for the cell to reject.</summary>
    public abstract IEnumerable<Envelope> Close();
}
