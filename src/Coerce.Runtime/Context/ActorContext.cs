using System.Diagnostics;
using Coerce.Cells;
using Coerce.Dispatch;
using Microsoft.Extensions.Logging;

namespace Coerce;

/// <summary>What an actor knows of itself and of its surroundings. See <see cref="ActorContext{TRef}"/>.</summary>
[DebuggerDisplay("Context of {Cell}")]
public abstract class ActorContext
{
    internal readonly ActorCell Cell;
    private ILogger? _logger;

    private protected ActorContext(ActorCell cell) => Cell = cell;

    /// <summary>The actor's id.</summary>
    public string Id => Cell.Id;

    /// <summary>The ids from the top of the system down to the actor, as in <c>/teller/alice</c>.</summary>
    public string Path => Cell.Path;

    /// <summary>The system the actor lives in.</summary>
    public ActorSystem System => Cell.System;

    /// <summary>The actor that spawned this one; null for an actor spawned by <see cref="ActorSystem.Spawn"/>.</summary>
    public ActorRef? Parent => Cell.Parent is { } parent ? parent.Props.NewUntypedRef(parent) : null;

    /// <summary>The children that are alive at this moment.</summary>
    public IReadOnlyList<ActorRef> Children =>
        Cell.ExtrasOrNull?.ChildrenOrNull is { } children
            ? Array.ConvertAll(children.Snapshot(), static child => child.Props.NewUntypedRef(child))
            : [];

    /// <summary>A logger whose category is the actor's class.</summary>
    public ILogger Logger => _logger ??= System.Options.LoggerFactory.CreateLogger(
        Cell.Descriptor.ActorType.FullName ?? Cell.Descriptor.Name);

    /// <summary>The system's clock: use it rather than <see cref="DateTime"/>, and tests can set the time.</summary>
    public TimeProvider Clock => System.Options.Clock;

    /// <summary>Spawns a child: it is stopped before this actor is.</summary>
    /// <typeparam name="TRef">The child's ref.</typeparam>
    /// <param name="props">The child's recipe.</param>
    /// <param name="id">The child's id among its siblings; null for an anonymous child.</param>
    /// <returns>The child's ref.</returns>
    /// <exception cref="ActorAlreadyExistsException">A live child has that id.</exception>
    /// <exception cref="ActorStoppedException">This actor is stopping.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not usable as an id.</exception>
    public TRef Spawn<TRef>(Props<TRef> props, string? id = null)
        where TRef : ActorRef => System.SpawnUnder(Cell, props, id);

    /// <summary>Spawns a child and waits until its <c>[OnStart]</c> has ended.</summary>
    /// <inheritdoc cref="Spawn"/>
    /// <param name="props">The child's recipe.</param>
    /// <param name="id">The child's id among its siblings; null for an anonymous child.</param>
    /// <param name="cancellationToken">Ends the wait and stops the child.</param>
    /// <exception cref="ActorStartException">The child's <c>[OnStart]</c> failed.</exception>
    public ValueTask<TRef> SpawnAsync<TRef>(
        Props<TRef> props, string? id = null, CancellationToken cancellationToken = default)
        where TRef : ActorRef => System.SpawnUnderAsync(Cell, props, id, cancellationToken);

    /// <summary>Spawns a pool of like actors under this one: see <see cref="ActorSystem.SpawnPool"/>.</summary>
    /// <typeparam name="TRef">The actors' ref, and the pool's.</typeparam>
    /// <param name="props">The recipe of each member.</param>
    /// <param name="size">How many members, at least 1.</param>
    /// <param name="routing">Which member gets a message; null for <see cref="Routing.RoundRobin"/>.</param>
    /// <param name="id">The pool's id among this actor's children; null for an anonymous one.</param>
    /// <returns>The pool's ref.</returns>
    /// <exception cref="ActorAlreadyExistsException">A live child has that id.</exception>
    /// <exception cref="ActorStoppedException">This actor is stopping.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> is not usable as an id.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    public TRef SpawnPool<TRef>(Props<TRef> props, int size, Routing? routing = null, string? id = null)
        where TRef : ActorRef => PoolRouter.Spawn(System, Cell, props, size, routing, id);

    /// <summary>Spawns a pool under this actor and waits until the <c>[OnStart]</c> of each of its members has ended.</summary>
    /// <inheritdoc cref="SpawnPool"/>
    /// <param name="props">The recipe of each member.</param>
    /// <param name="size">How many members, at least 1.</param>
    /// <param name="routing">Which member gets a message; null for <see cref="Routing.RoundRobin"/>.</param>
    /// <param name="id">The pool's id among this actor's children; null for an anonymous one.</param>
    /// <param name="cancellationToken">Ends the wait and stops the pool.</param>
    /// <exception cref="ActorStartException">The <c>[OnStart]</c> of a member failed; the pool has stopped and its id is free.</exception>
    public ValueTask<TRef> SpawnPoolAsync<TRef>(
        Props<TRef> props, int size, Routing? routing = null, string? id = null, CancellationToken cancellationToken = default)
        where TRef : ActorRef => PoolRouter.SpawnAsync(System, Cell, props, size, routing, id, cancellationToken);

    /// <summary>Stops the actor after the messages that wait now. The handler that runs ends first.</summary>
    /// <remarks>An entity is passivated: the next message activates it again.</remarks>
    public void Stop() => _ = Cell.Stop(immediately: false);

    internal abstract ActorRef UntypedSelf { get; }
}

/// <summary>What an actor knows of itself and of its surroundings. Handlers, lifecycle methods and the constructor take one
/// as parameter.</summary>
/// <remarks>Its members may be used from any thread, but belong to the actor: do not hand the context to others.</remarks>
/// <typeparam name="TRef">The actor's own ref.</typeparam>
public sealed class ActorContext<TRef> : ActorContext
    where TRef : ActorRef
{
    internal ActorContext(ActorCell cell, TRef self)
        : base(cell) => Self = self;

    /// <summary>The actor's own ref, to send messages to itself or to give to others.</summary>
    public TRef Self { get; }

    internal override ActorRef UntypedSelf => Self;
}
