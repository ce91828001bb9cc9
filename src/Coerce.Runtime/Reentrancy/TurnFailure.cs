using Coerce.Dispatch;
using Coerce.Telemetry;

namespace Coerce.Cells;

/// <summary>A handler failed outside of a turn that it owns: the actor is told in one.</summary>
internal sealed class TurnFailure(TurnContext context, Envelope message, int tag, Exception failure) : Work
{
    internal override bool Run(ActorCell cell)
    {
        // An entity that has another object by now has nothing to do with it.
        if (cell.Life is not null && cell.ExtrasOrNull?.TurnContext != context) return TrySettle(cell);
        cell.BeginStep(tag);
        return cell.Failed(message, message.Ask, failure);
    }

    /// <summary>The object whose handler failed is gone, and supervision has nothing left to decide.</summary>
    internal override bool TrySettle(ActorCell cell)
    {
        Instruments.Failed(cell, tag, failure);
        cell.Report(message, message.Ask, tag, failure);
        return true;
    }

    internal override void Reject(ActorCell cell) => message.Ask?.TryFail(failure);
}
