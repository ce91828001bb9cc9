using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Takes its place in the mailbox, so that what was sent before a stop is still handled.</summary>
internal sealed class StopSignal : Work
{
    internal override bool Run(ActorCell cell)
    {
        cell.BeginStop(immediately: false);
        return false;
    }

    /// <summary>Who settles this sees by the flag that the actor is to stop.</summary>
    internal override bool TrySettle(ActorCell cell) => true;
}
