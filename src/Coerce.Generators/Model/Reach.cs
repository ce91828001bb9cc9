namespace Coerce.Generators.Model;

/// <summary>Where a type can be named, seen from the ref of the actor in whose signature it stands.</summary>
internal enum Reach
{
    /// <summary>Wherever the ref can: members of the ref that mention it are public.</summary>
    AsRef,

    /// <summary>Wherever the ref can within this assembly: such members are internal.</summary>
    Internal,

    /// <summary>Only inside the actor, or not even there.</summary>
    Private,
}
