namespace Coerce.CodeAnalysis;

/// <summary>Why an argument of <c>[Actor]</c> or <c>[Handles]</c> does nothing, or could not.</summary>
internal enum SettingsFault
{
    Negative,
    NotPositive,
    NotAShare,
    NotAMember,

    /// <summary>Only restarts have it, and the actor is not restarted.</summary>
    WithoutRestart,

    /// <summary>Only a mailbox with a capacity can be full.</summary>
    WithoutCapacity,

    /// <summary>Only a handler that awaits can let others in.</summary>
    WithoutAwait,

    /// <summary>Only behaviours stash.</summary>
    WithoutBehaviors,
}
