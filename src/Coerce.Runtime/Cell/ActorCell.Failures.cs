using Coerce.Cells;
using Coerce.Diagnostics;

namespace Coerce.Dispatch;

// A handler threw: whoever asked gets the exception. Where nobody asked, or nobody waits any more, it is logged and the
// message goes to the dead letters. The actor goes on with the state that it has.
public abstract partial class ActorCell
{
    private protected void Failed(Envelope envelope, Exception failure)
    {
        if (envelope.Ask?.TryFail(failure) == true) return;

        Log.HandlerFailed(System.Logger, ToString(), Descriptor.Handlers[envelope.Tag].Name, failure);
        System.DeadLetters.Publish(this, envelope, DeadLetterReason.HandlerFailed, failure);
    }

    /// <summary>The same for a turn that began in the caller's thread, which keeps no message.</summary>
    private protected void Failed(PendingAsk ask, Exception failure)
    {
        if (!ask.TryFail(failure)) Log.HandlerFailed(System.Logger, ToString(), CurrentHandler ?? "?", failure);
    }
}
