using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce;

// Actors that are looked up by key and are there when they are needed.
public sealed partial class ActorSystem
{
    /// <summary>The entity with a key. Whether it is in memory or not makes no difference: its first message activates it.</summary>
    /// <remarks>Never fails for an entity that cannot be activated, nor when the system has stopped: asking it does.</remarks>
    /// <typeparam name="TRef">The ref of the entity, such as <c>CartRef</c>.</typeparam>
    /// <param name="key">The key: a text that is not empty, of at most 256 characters.</param>
    /// <returns>The entity's ref.</returns>
    /// <exception cref="ArgumentException"><paramref name="key"/> is not usable as a key.</exception>
    /// <exception cref="ActorAlreadyExistsException">An actor at the top of the system has the wire name of the kind as its
    /// id.</exception>
    public TRef Entity<TRef>(string key)
        where TRef : ActorRef, IEntity<string> => Entity<TRef, string>(key);

    /// <inheritdoc cref="Entity{TRef}(string)"/>
    /// <param name="key">The key.</param>
    public TRef Entity<TRef>(Guid key)
        where TRef : ActorRef, IEntity<Guid> => Entity<TRef, Guid>(key);

    /// <inheritdoc cref="Entity{TRef}(string)"/>
    /// <param name="key">The key.</param>
    public TRef Entity<TRef>(long key)
        where TRef : ActorRef, IEntity<long> => Entity<TRef, long>(key);

    /// <summary>The entity with a key of any type. For a type of your own there is a generated <c>Entity</c> beside it, which is
    /// shorter to call: <c>system.Entity&lt;CartRef&gt;(id)</c>.</summary>
    /// <inheritdoc cref="Entity{TRef}(string)"/>
    /// <typeparam name="TRef">The ref of the entity, such as <c>CartRef</c>.</typeparam>
    /// <typeparam name="TKey">The type of its key.</typeparam>
    /// <param name="key">The key.</param>
    public TRef Entity<TRef, TKey>(TKey key)
        where TRef : ActorRef, IEntity<TKey> => (TRef)EntityKinds.Of(TRef.Kind).RefOf(TRef.KeyOf(key));

    /// <summary>The entities of a kind: to hand on to whoever looks them up by key.</summary>
    /// <typeparam name="TRef">The ref of the entity, such as <c>CartRef</c>.</typeparam>
    public Entities<TRef> Entities<TRef>()
        where TRef : ActorRef, IEntity => new(this);

    /// <summary>The entity that others name by the wire name of its kind and the text of its key: tools, other processes.</summary>
    /// <param name="kind">The wire name of the actor. Its module must be one of <see cref="ActorSystemOptions.Modules"/>.</param>
    /// <param name="key">What <see cref="EntityKey.ToString"/> gives for the key.</param>
    /// <returns>Its ref; null when the system knows no such kind, or <paramref name="key"/> is no key of it.</returns>
    public ActorRef? FindEntity(string kind, string key)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(key);
        return Catalog.FindEntities(kind) is { } found && EntityKey.TryParse(found.KeyType, key, out EntityKey read)
            ? EntityKinds.Of(found).RefOf(read)
            : null;
    }

    /// <summary>The actor of a path that came from outside; an entity need not be live.</summary>
    internal ActorRef? Resolve(string path)
    {
        string[] parts = path.TrimStart('/').Split('/');
        if (parts.Any(static part => part.Length == 0)) return null;
        return parts.Length == 2 && PathPart.Read(parts[0]) is { } kind && PathPart.Read(parts[1]) is { } key && FindEntity(kind, key) is { } entity
            ? entity
            : FindCell(path) is { } cell ? cell.Props.NewUntypedRef(cell) : null;
    }

    internal EntityDirectories EntityKinds { get; }

    /// <summary>The actors that stop with the system itself: those at the top, and the entities that are live.</summary>
    internal ActorCell[] Top() => [.. _children.Snapshot(), .. EntityKinds.Live()];
}
