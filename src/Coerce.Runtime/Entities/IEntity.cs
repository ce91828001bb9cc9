using System.ComponentModel;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>A ref of an entity, whatever its key is. Implemented by the refs that the generator writes.</summary>
public interface IEntity
{
    /// <summary>The kind of the entity. For generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract EntityKind Kind { get; }
}

/// <summary>A ref of an entity with a key of type <typeparamref name="TKey"/>. Implemented by the refs that the generator
/// writes.</summary>
/// <typeparam name="TKey">The type of the constructor parameter that is marked <see cref="EntityKeyAttribute"/>.</typeparam>
public interface IEntity<TKey> : IEntity
{
    /// <summary>The key in the form that all kinds share. For generated code.</summary>
    /// <param name="key">The key.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract EntityKey KeyOf(TKey key);
}
