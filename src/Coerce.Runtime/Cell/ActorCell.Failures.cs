using Coerce.Cells;
using Coerce.Diagnostics;
using Coerce.Telemetry;

namespace Coerce.Dispatch;

// A handler threw: whoever asked gets the exception. Where nobody asked, or nobody waits any more, it is logged and the
// message goes to the dead letters. Then supervision acts.
public abstract partial class ActorCell
{
    /// <param name="envelope">The message; null when the turn began in the caller's thread, which keeps none.</param>
    /// <param name="ask">Who waits; null for a tell.</param>
    /// <param name="failure">What the handler threw.</param>
    /// <returns>True when the turn has ended; false when supervision goes on with it.</returns>
    internal bool Failed(Envelope? envelope, PendingAsk? ask, Exception failure)
    {
        CountFailure(failure);
        Report(envelope, ask, CurrentTag, failure);
        if (System.Lifecycles is not null) PublishFailure(HandlerName(CurrentTag), failure, envelope);
        return Supervise(failure);
    }

    /// <summary>Tells listeners of a failure, before anybody else hears of it.</summary>
    internal void CountFailure(Exception failure)
    {
        EndObserved(failure);
        Instruments.Failed(this, CurrentTag, failure);
    }

    /// <summary>Tells of a failure whoever asked; if nobody did or waits, everybody.</summary>
    internal void Report(Envelope? envelope, PendingAsk? ask, int tag, Exception failure)
    {
        if (ask?.TryFail(failure) == true) return;
        Log.HandlerFailed(System.Logger, ToString(), HandlerName(tag), failure);
        if (envelope is not null) System.DeadLetters.Publish(this, envelope, DeadLetterReason.HandlerFailed, failure);
    }

    /// <summary>Lets supervision act. The caller owns the turn.</summary>
    /// <returns>True when the actor goes on as it is; false when supervision took the turn over.</returns>
    internal bool Supervise(Exception failure)
    {
        Supervision supervision = Props.Supervision ?? Settings.Supervision;
        bool parentDecides = Parent is { Descriptor.ChildFailedTag: >= 0 };
        if (supervision.Action == FailureAction.Resume && !parentDecides) return true;

        // Not here: this may be the thread of a caller, who is to get the exception now.
        System.Schedule(new Supervisor(this, supervision, failure, parentDecides));
        return false;
    }
}
