using Coerce.Cells;
using Coerce.Diagnostics;

namespace Coerce.Dispatch;

// A handler threw: whoever asked gets the exception. Where nobody asked, or nobody waits any more, it is logged and the
// message goes to the dead letters. The actor goes on with the state that it has.
public abstract partial class ActorCell
{
    /// <param name="envelope">The message; null when the turn began in the caller's thread, which keeps none.</param>
    /// <param name="ask">Who waits; null for a tell.</param>
    /// <param name="failure">What the handler threw.</param>
    private protected void Failed(Envelope? envelope, PendingAsk? ask, Exception failure)
    {
        if (ask?.TryFail(failure) == true) return;

        Log.HandlerFailed(System.Logger, ToString(), Descriptor.Handlers[CurrentTag].Name, failure);
        if (envelope is not null) System.DeadLetters.Publish(this, envelope, DeadLetterReason.HandlerFailed, failure);
    }
}
