using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>What <see cref="ActorAttribute"/> says of an actor beside its name. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ActorSettings
{
    /// <summary>The settings of an actor that says nothing.</summary>
    public static ActorSettings Default { get; } = new();

    /// <summary>What happens when a handler throws.</summary>
    public Supervision Supervision { get; init; } = Supervision.Resume;

    /// <summary>How many messages may wait; 0 for any number.</summary>
    public int MailboxCapacity { get; init; }

    /// <summary>What happens to a message for which there is no room.</summary>
    public MailboxPolicy WhenFull { get; init; }

    /// <summary>How many messages may be stashed; 0 for any number, -1 for as many as may wait in the mailbox.</summary>
    public int StashCapacity { get; init; } = -1;
}
