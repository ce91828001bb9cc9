namespace Coerce.Analyzers.Isolation;

/// <summary>Who can reach the state of an actor.</summary>
internal enum StateFault
{
    /// <summary>Others, by a member that is not private.</summary>
    Visible,

    /// <summary>All actors of the class, by a static member.</summary>
    Shared,
}
