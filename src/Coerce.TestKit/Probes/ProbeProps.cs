using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>The recipe of a probe: it makes refs, and no actor.</summary>
internal sealed class ProbeProps<TRef> : Props<TRef>
    where TRef : ActorRef, IRefFactory<TRef>
{
    private ActorDescriptor? _descriptor;

    public override ActorDescriptor Descriptor => _descriptor!;

    /// <summary>Makes the probe's cell, adds it to the top of the system and starts it.</summary>
    public static TRef Spawn(ActorSystem system, string? id, ProbeInbox inbox)
    {
        if (id is not null) ActorId.Check(id);
        return TRef.NewRef(new NewCellSource(new ProbeProps<TRef>(), system, id, inbox));
    }

    internal override ActorCell NewCell(ActorSystem system, ActorCell? parent, string? id) => throw new NotSupportedException();

    internal override ActorCell NewPoolCell(ActorSystem system, ActorCell? parent, string? id, PoolRouter router) =>
        throw new NotSupportedException();

    internal override ActorCell NewEntityCell(EntityLife life) => throw new NotSupportedException();

    internal override void CreateActor(ActorCell cell)
    {
    }

    internal override ActorContext NewContext(ActorCell cell) => new ActorContext<TRef>(cell, NewRef(cell));

    internal override TRef NewRef(ActorCell cell) => TRef.NewRef(new SameCellSource(cell));

    private sealed class NewCellSource(ProbeProps<TRef> props, ActorSystem system, string? id, ProbeInbox inbox) : RefSource
    {
        public override ActorCell<TActor> Cell<TActor>(ActorDispatcher<TActor> dispatcher)
        {
            props._descriptor = dispatcher.Descriptor;
            var cell = new ActorCell<TActor>(system, null, id, props, new ProbeDispatcher<TActor>(dispatcher, inbox));
            cell.Divert(new ProbeDetour(inbox));
            ObjectDisposedException.ThrowIf(!system.ChildrenOf(null).TryAdd(cell), system);
            cell.Start();
            return cell;
        }
    }

    private sealed class SameCellSource(ActorCell cell) : RefSource
    {
        public override ActorCell<TActor> Cell<TActor>(ActorDispatcher<TActor> dispatcher) => (ActorCell<TActor>)cell;
    }
}
