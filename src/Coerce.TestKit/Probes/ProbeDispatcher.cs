using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>The dispatcher of a probe: it has the actor's handlers by name, and none of its code.</summary>
internal sealed class ProbeDispatcher<TActor>(ActorDispatcher<TActor> actor, ProbeInbox inbox) : ActorDispatcher<TActor>
    where TActor : class
{
    public override ActorDescriptor Descriptor => actor.Descriptor;

    /// <summary>Whoever sends to a probe passes the interceptors that stand around sending to the actor.</summary>
    internal override ActorDispatcher<TActor> Origin => actor;

    /// <summary>A message that did not come by the detour: the tick of a timer.</summary>
    public override bool Run(ActorCell<TActor> cell, Envelope envelope)
    {
        inbox.Receive(envelope);
        return true;
    }
}
