using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>Puts what is sent to a probe into its inbox, in the sender's thread.</summary>
internal sealed class ProbeDetour(ProbeInbox inbox) : Detour
{
    public override int Length => inbox.Count;

    public override bool Tell(ActorCell cell, Envelope envelope, bool isTry)
    {
        inbox.Receive(envelope);
        return true;
    }

    public override void Ask(ActorCell cell, Envelope envelope)
    {
        if (envelope is Work)
        {
            envelope.Ask!.TryFail(new InvalidOperationException(
                $"{cell} is a probe: there is no actor behind it on which RunAsync could run something."));
            return;
        }

        inbox.Receive(envelope);
    }

    public override ValueTask TellAsync(ActorCell cell, Envelope envelope, CancellationToken cancellationToken)
    {
        inbox.Receive(envelope);
        return default;
    }

    public override void Post(ActorCell cell, Envelope envelope) => cell.Enqueue(envelope);

    public override void Close(ActorCell cell)
    {
        foreach (Envelope ask in inbox.TakeAsks()) cell.Reject(ask);
    }
}
