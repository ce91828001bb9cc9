using System.Diagnostics;
using Coerce.Cells;

namespace Coerce;

/// <summary>Gives access to the pool behind a ref.</summary>
public static class Pool
{
    /// <summary>The pool that a ref of <see cref="ActorSystem.SpawnPool"/> refers to.</summary>
    /// <typeparam name="TRef">The ref.</typeparam>
    /// <param name="pool">The pool's ref.</param>
    /// <exception cref="ArgumentException"><paramref name="pool"/> refers to a single actor.</exception>
    public static Pool<TRef> Of<TRef>(TRef pool)
        where TRef : ActorRef
    {
        ArgumentNullException.ThrowIfNull(pool);
        return pool.Cell.Detour is PoolRouter router
            ? new Pool<TRef>(pool, router)
            : throw new ArgumentException($"{pool} is a single actor and no pool: spawn it with SpawnPool.", nameof(pool));
    }
}

/// <summary>A pool of like actors behind one ref. See <see cref="Pool.Of"/>.</summary>
/// <remarks>Thread-safe.</remarks>
/// <typeparam name="TRef">The ref of the pool and of its members.</typeparam>
[DebuggerDisplay("{Ref} ({Size} members)")]
public sealed class Pool<TRef>
    where TRef : ActorRef
{
    private readonly PoolRouter _router;

    internal Pool(TRef pool, PoolRouter router)
    {
        Ref = pool;
        _router = router;
    }

    /// <summary>The ref that all members share.</summary>
    public TRef Ref { get; }

    /// <summary>Which member gets a message.</summary>
    public Routing Routing => _router.Routing;

    /// <summary>How many members there are at this moment.</summary>
    public int Size => _router.Members.Length;

    /// <summary>The members of this moment, to send something to each or to one of them.</summary>
    public IReadOnlyList<TRef> Members =>
        Array.ConvertAll(_router.Members, static member => (TRef)member.Cell.Props.NewUntypedRef(member.Cell));

    /// <summary>Changes the number of members. Those that came last leave first, after they have handled what they were
    /// sent: nothing is lost. One change at a time; a second one waits for its turn.</summary>
    /// <param name="size">The new number, at least 1.</param>
    /// <param name="cancellationToken">Ends the wait. Members that leave already leave all the same.</param>
    /// <returns>Ends when those that leave have stopped. Messages go to the new members before.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="size"/> is less than 1.</exception>
    /// <exception cref="ActorStoppedException">The pool is stopping or has stopped.</exception>
    public Task ResizeAsync(int size, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return _router.ResizeAsync(size, cancellationToken);
    }

    /// <summary>The pool's type and path, as in <c>Worker '/workers'</c>.</summary>
    public override string ToString() => Ref.ToString();
}
