namespace Coerce;

/// <summary>What stands behind a ref.</summary>
public enum ActorKind
{
    /// <summary>One actor.</summary>
    Actor,

    /// <summary>A pool: its members are its children.</summary>
    Pool,

    /// <summary>An entity that is in memory.</summary>
    Entity,
}
