using System.ComponentModel;

namespace Coerce;

/// <summary>The entities of one kind, to be looked up by key: for constructors and parameters that get it injected. A test can
/// pass its own.</summary>
/// <remarks>Thread-safe. <see cref="EntitiesExtensions"/> has the lookups by the kind's own type of key.</remarks>
/// <example>
/// <code>
/// app.MapPost("/carts/{customer}", async (string customer, Item item, IEntities&lt;CartRef&gt; carts) =>
///     await carts.Get(customer).AddAsync(item));
/// </code>
/// </example>
/// <typeparam name="TRef">The ref of the entity, such as <c>CartRef</c>.</typeparam>
public interface IEntities<TRef>
    where TRef : ActorRef, IEntity
{
    /// <summary>The entity with a key in the form that all kinds share.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Advanced)]
    TRef Get(EntityKey key);
}

/// <summary>Looks up entities by their own type of key. With another type it does not compile.</summary>
public static class EntitiesExtensions
{
    /// <summary>The entity with a key. It is activated by its first message, not by this.</summary>
    /// <typeparam name="TRef">The ref of the entity.</typeparam>
    /// <typeparam name="TKey">The type of its key.</typeparam>
    /// <param name="entities">The entities.</param>
    /// <param name="key">The key.</param>
    /// <exception cref="ArgumentException"><paramref name="key"/> is an empty text, or has over 256 characters.</exception>
    public static TRef Get<TRef, TKey>(this IEntities<TRef> entities, TKey key)
        where TRef : ActorRef, IEntity<TKey>
    {
        ArgumentNullException.ThrowIfNull(entities);
        return entities.Get(TRef.KeyOf(key));
    }

    /// <summary>The entity with a number as its key.</summary>
    /// <typeparam name="TRef">The ref of the entity.</typeparam>
    /// <param name="entities">The entities.</param>
    /// <param name="key">The key.</param>
    public static TRef Get<TRef>(this IEntities<TRef> entities, long key)
        where TRef : ActorRef, IEntity<long>
    {
        ArgumentNullException.ThrowIfNull(entities);
        return entities.Get(TRef.KeyOf(key));
    }
}
