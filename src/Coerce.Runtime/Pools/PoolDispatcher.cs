using System.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The dispatcher of a pool's cell, which has no actor: messages never come here, they go to the members.</summary>
internal sealed class PoolDispatcher<TActor>(ActorDispatcher<TActor> member) : ActorDispatcher<TActor>
    where TActor : class
{
    public override ActorDescriptor Descriptor { get; } = member.Descriptor.OfPool();

    /// <summary>A failure reaches a pool only when its members' recipe says that failures go up: so it goes further up.</summary>
    public override ActorSettings Settings { get; } = new() { Supervision = Supervision.Escalate };

    internal override ActorDispatcher<TActor> Origin => member;

    public override bool Run(ActorCell<TActor> cell, Envelope envelope) =>
        throw new UnreachableException($"{cell} is a pool, and was about to handle a message by itself.");
}
