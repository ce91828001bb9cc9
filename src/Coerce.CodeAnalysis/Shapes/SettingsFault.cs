namespace Coerce.CodeAnalysis;

/// <summary>Why an argument of <c>[Actor]</c> does nothing, or could not.</summary>
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

    /// <summary>Only behaviours stash.</summary>
    WithoutBehaviors,
}
