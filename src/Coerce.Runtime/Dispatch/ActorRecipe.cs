using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Coerce.Cells;

namespace Coerce.Dispatch;

/// <summary>The generated part of <see cref="Props{TRef}"/>: makes the actor's object and its refs.</summary>
/// <typeparam name="TActor">The actor's class.</typeparam>
/// <typeparam name="TRef">Its ref.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ActorRecipe<TActor, TRef> : Props<TRef>
    where TActor : class
    where TRef : ActorRef
{
    private readonly ActorDispatcher<TActor> _dispatcher;

    /// <summary>For generated recipes.</summary>
    /// <param name="dispatcher">The actor's dispatcher.</param>
    protected ActorRecipe(ActorDispatcher<TActor> dispatcher) => _dispatcher = dispatcher;

    /// <inheritdoc/>
    public sealed override ActorDescriptor Descriptor => _dispatcher.Descriptor;

    /// <summary>Calls the actor's constructor.</summary>
    protected abstract TActor Create(ActorCell<TActor> cell);

    /// <summary>Makes a ref.</summary>
    protected abstract TRef Wrap(ActorCell<TActor> cell);

    internal sealed override ActorCell NewCell(ActorSystem system, ActorCell? parent, string? id) =>
        new ActorCell<TActor>(system, parent, id, this, _dispatcher);

    internal sealed override ActorCell NewPoolCell(ActorSystem system, ActorCell? parent, string? id, PoolRouter router) =>
        new ActorCell<TActor>(system, parent, id, this, new PoolDispatcher<TActor>(_dispatcher), router);

    internal sealed override ActorCell NewEntityCell(EntityLife life) => new EntityCell<TActor>(life, this, _dispatcher);

    internal sealed override void CreateActor(ActorCell cell)
    {
        ActorCell<TActor> typed = Typed(cell);
        typed.Actor = Create(typed);
    }

    internal sealed override TRef NewRef(ActorCell cell) => Wrap(Typed(cell));

    private static ActorCell<TActor> Typed(ActorCell cell)
    {
        // Every cell that comes here was made by a recipe of this type.
        Debug.Assert(cell is ActorCell<TActor>, "The cell is another actor's.");
        return Unsafe.As<ActorCell<TActor>>(cell);
    }

    internal sealed override ActorContext NewContext(ActorCell cell) => new ActorContext<TRef>(cell, NewRef(cell));
}
