using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>A handler failed outside of a turn that it owns: the actor is told in one.</summary>
internal sealed class TurnFailure(Envelope message, int tag, Exception failure) : Work
{
    internal override bool Run(ActorCell cell)
    {
        cell.BeginStep(tag);
        return cell.Failed(message, message.Ask, failure);
    }

    internal override void Reject(ActorCell cell) => message.Ask?.TryFail(failure);
}
