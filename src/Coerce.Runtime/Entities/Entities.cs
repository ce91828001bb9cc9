using System.Diagnostics;
using Coerce.Cells;

namespace Coerce;

/// <summary>The entities of one kind in a system.</summary>
/// <remarks>Thread-safe.</remarks>
/// <typeparam name="TRef">The ref of the entity, such as <c>CartRef</c>.</typeparam>
[DebuggerDisplay("{LiveCount} live")]
public sealed class Entities<TRef> : IEntities<TRef>
    where TRef : ActorRef, IEntity
{
    private readonly EntityDirectory _directory;

    /// <summary>The entities of a kind in <paramref name="system"/>.</summary>
    /// <param name="system">The system.</param>
    /// <exception cref="ActorAlreadyExistsException">An actor at the top of the system has the wire name of the kind as its
    /// id.</exception>
    public Entities(ActorSystem system)
    {
        ArgumentNullException.ThrowIfNull(system);
        _directory = system.EntityKinds.Of(TRef.Kind);
    }

    /// <summary>How many are in memory as objects at this moment.</summary>
    public int LiveCount => _directory.LiveCount;

    /// <inheritdoc/>
    /// <exception cref="ArgumentException"><paramref name="key"/> is not of the kind's type.</exception>
    public TRef Get(EntityKey key) => (TRef)_directory.RefOf(key);
}
