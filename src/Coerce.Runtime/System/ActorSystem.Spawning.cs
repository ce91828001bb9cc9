using Coerce.Cells;
using Coerce.Diagnostics;
using Coerce.Dispatch;

namespace Coerce;

// How actors come into the tree.
public sealed partial class ActorSystem
{
    internal TRef SpawnUnder<TRef>(ActorCell? parent, Props<TRef> props, string? id)
        where TRef : ActorRef
    {
        ActorCell cell = id is null ? StartAnonymous(parent, props) : Add(parent, props, id);
        if (id is not null) cell.Start();
        return props.NewRef(cell);
    }

    private ActorCell StartAnonymous(ActorCell? parent, Props props)
    {
        ArgumentNullException.ThrowIfNull(props);
        ChildTable table = ChildrenOf(parent);
        if (!table.IsClosed)
        {
            ActorCell cell = props.NewCell(this, parent, null);
            if (cell.TryStart(table)) return cell;
        }

        throw NotTaken(parent, props);
    }

    internal async ValueTask<TRef> SpawnUnderAsync<TRef>(
        ActorCell? parent, Props<TRef> props, string? id, CancellationToken cancellationToken)
        where TRef : ActorRef
    {
        cancellationToken.ThrowIfCancellationRequested();
        ActorCell cell = Add(parent, props, id);
        await StartAsync(cell, cancellationToken).ConfigureAwait(KeepsContext);
        return props.NewRef(cell);
    }

    /// <summary>Starts an actor that was added, and waits until its <c>[OnStart]</c> has ended.</summary>
    internal async ValueTask StartAsync(ActorCell cell, CancellationToken cancellationToken)
    {
        if (StartWait.Start(cell) is not { } start) return;

        try
        {
            await start.EndAsync(cancellationToken).ConfigureAwait(KeepsContext);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The caller never gets the ref: nobody else could stop the actor.
            cell.RequestStop(immediately: true);
            throw;
        }
    }

    /// <summary>Makes a cell and gives it its place in the tree; the caller starts it.</summary>
    internal ActorCell Add(ActorCell? parent, Props props, string? id, PoolRouter? router = null)
    {
        ArgumentNullException.ThrowIfNull(props);
        if (id is not null) ActorId.Check(id);
        ActorCell cell = router is null ? props.NewCell(this, parent, id) : props.NewPoolCell(this, parent, id, router);
        if (ChildrenOf(parent).TryAdd(cell))
        {
            // Only the parent can reach it then, and only the parent's end can stop it; an anonymous child minds its own.
            if (id is not null) parent?.MindLastRef();
            return cell;
        }

        throw NotTaken(parent, props);
    }

    private Exception NotTaken(ActorCell? parent, Props props) => parent is null
        ? new ObjectDisposedException(
            nameof(ActorSystem), $"The actor system '{Name}' is stopping: no actor can be spawned in it any more.")
        : ActorStoppedException.ForSpawn(parent.ToString(), parent.Path, props.Descriptor.DisplayName);
}
