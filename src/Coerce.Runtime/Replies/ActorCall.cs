using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Somebody's delegate, run in a turn of the actor.</summary>
internal sealed class ActorCall<TActor, TReply>(PendingAsk<TReply> ask, Func<TActor, ValueTask<TReply>> work, bool mayAsk)
    : Work(ask)
    where TActor : class
{
    internal override bool Run(ActorCell cell)
    {
        var typed = (ActorCell<TActor>)cell;
        typed.BeginStep(ActorCell.RunTag);
        if (mayAsk) typed.BeginAsking();
        try
        {
            return typed.ReplyAfter(this, work(typed.Actor));
        }
        catch (Exception failure)
        {
            return cell.Failed(null, ask, failure);
        }
    }
}
