using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>Makes refs of a kind for something else than an actor that was spawned: a pool, a probe.</summary>
/// <typeparam name="TRef">The generated ref, which implements this.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IRefFactory<TRef>
    where TRef : ActorRef, IRefFactory<TRef>
{
    /// <summary>Makes a ref.</summary>
    /// <param name="source">Makes its cell.</param>
    static abstract TRef NewRef(RefSource source);
}

/// <summary>Makes the cell for <see cref="IRefFactory{TRef}"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RefSource
{
    private protected RefSource()
    {
    }

    /// <summary>The cell behind the ref.</summary>
    /// <typeparam name="TActor">The actor's class.</typeparam>
    /// <param name="dispatcher">The actor's dispatcher.</param>
    public abstract ActorCell<TActor> Cell<TActor>(ActorDispatcher<TActor> dispatcher)
        where TActor : class;
}
