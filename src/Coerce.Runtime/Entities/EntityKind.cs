using System.ComponentModel;
using System.Diagnostics;

namespace Coerce.Dispatch;

/// <summary>A kind of entities: how to make one from its key, and how long it stays. For generated code; one for each class.</summary>
/// <param name="descriptor">The actor.</param>
/// <param name="keyType">What the keys are made of.</param>
/// <param name="recipe">Makes the recipe of the entity with a key.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("Entities of {Descriptor.Name,nq}")]
public sealed class EntityKind(ActorDescriptor descriptor, EntityKeyType keyType, Func<EntityKey, Props> recipe)
{
    /// <summary>The actor.</summary>
    public ActorDescriptor Descriptor => descriptor;

    /// <summary>What the keys are made of.</summary>
    public EntityKeyType KeyType => keyType;

    /// <summary>How long an entity is idle before it is passivated; zero for never.</summary>
    public TimeSpan IdleTime { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How many are live at most; 0 for any number.</summary>
    public int MaxLive { get; init; }

    internal Props PropsOf(EntityKey key) => recipe(key);
}
