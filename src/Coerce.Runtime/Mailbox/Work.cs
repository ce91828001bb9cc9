using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>What lies in a mailbox and is no message: the runtime's own steps, each a turn.</summary>
internal abstract class Work(PendingAsk? ask = null) : Envelope(WorkTag, ask is null ? EnvelopeKind.Plain : EnvelopeKind.Rich)
{
    internal const int WorkTag = -1;

    private protected sealed override PendingAsk? AskOrNull => ask;

    internal override object? BoxedMessage => null;

    /// <summary>True for what every member of a broadcast pool gets a copy of.</summary>
    internal virtual bool IsForAll => false;

    /// <summary>Takes the turn. It must not throw.</summary>
    /// <returns>True when the turn has ended; false when it goes on, and whoever goes on with it ends it.</returns>
    internal abstract bool Run(ActorCell cell);

    /// <summary>Takes the turn of an entity that is not in memory, if that can be done without its object. It must not throw.</summary>
    /// <returns>True when there is nothing more to do; false when the entity has to be activated for it.</returns>
    internal virtual bool TrySettle(ActorCell cell) => false;

    /// <summary>The actor has stopped and will not come to it.</summary>
    internal virtual void Reject(ActorCell cell)
    {
    }
}

/// <summary>Makes an idle actor look at its signals.</summary>
internal sealed class WakeUp : Work
{
    internal override bool Run(ActorCell cell) => true;

    internal override bool TrySettle(ActorCell cell) => true;
}

/// <summary>Lets no caller's thread enter the actor any more. Until its turn it keeps them out by waiting.</summary>
internal sealed class ShutEntry : Work
{
    internal override bool Run(ActorCell cell)
    {
        cell.ShutEntryForGood();
        return true;
    }

    internal override bool TrySettle(ActorCell cell) => Run(cell);
}
