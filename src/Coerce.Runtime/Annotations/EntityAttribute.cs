namespace Coerce;

/// <summary>How long an entity stays in memory, and how many of its kind do. An actor is an entity by its
/// <see cref="EntityKeyAttribute"/>; without this attribute it has the settings that stand here as defaults.</summary>
/// <example>
/// <code>
/// [Actor("shop.cart"), Entity(IdleSeconds = 300, MaxLive = 10_000)]
/// public sealed partial class Cart([EntityKey] string customer)
/// </code>
/// </example>
/// <remarks><see cref="ActorSystemOptions.ConfigureEntities"/> says otherwise for one system.</remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EntityAttribute : Attribute
{
    /// <summary>How long an entity is idle before it is passivated; 0 for never. 120. At most 24 days.</summary>
    public double IdleSeconds { get; set; } = 120;

    /// <summary>How many entities of the kind are live at most; 0 for any number. 0. One more, and the one that was used least
    /// recently is passivated.</summary>
    public int MaxLive { get; set; }
}

/// <summary>Marks the constructor parameter that is the key of an entity: a <see cref="string"/>, a <see cref="Guid"/>, a
/// <see cref="long"/>, or a readonly struct around one of them, such as <c>readonly record struct CartId(Guid Value)</c>.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EntityKeyAttribute : Attribute;
