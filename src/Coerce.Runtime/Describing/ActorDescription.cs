using System.Diagnostics;

namespace Coerce;

/// <summary>One actor in a <see cref="SystemDescription"/>: text and numbers of that moment. It keeps no actor alive.</summary>
[DebuggerDisplay("{ClassName,nq} '{Path,nq}' ({Status}, {QueueLength} waiting)")]
public sealed record ActorDescription
{
    /// <summary>The id, or a made-up one that starts with <c>$</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The ids from the top of the system down to the actor, as in <c>/teller/alice</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The wire name of the actor's type.</summary>
    public required string ActorType { get; init; }

    /// <summary>The name of the actor's class; of a pool, that of its members.</summary>
    public required string ClassName { get; init; }

    /// <summary>What stands behind the ref.</summary>
    public ActorKind Kind { get; init; }

    /// <summary>Where the actor is in its life.</summary>
    public ActorStatus Status { get; init; }

    /// <summary>How many messages wait; of a pool, those of its members.</summary>
    public int QueueLength { get; init; }

    /// <summary>How many messages may wait; 0 for any number.</summary>
    public int MailboxCapacity { get; init; }

    /// <summary>What happens to a message for which there is no room; null when there always is.</summary>
    public MailboxPolicy? WhenFull { get; init; }

    /// <summary>The handler that holds the actor, or <c>[OnStart]</c>; null when none does.</summary>
    public string? CurrentHandler { get; init; }

    /// <summary>Since when <see cref="CurrentHandler"/> has held the actor, or since when it restarts or stops; null when it does none of
    /// this, and when that is not known.</summary>
    /// <remarks>
    /// No clock is read for a message that is handled at once, so this is: for a handler that awaits, when it first did; for one that does
    /// not, when the actor last began to work off its mailbox, some messages earlier perhaps. For a handler that runs in the thread of
    /// its caller and has not awaited it is not known. It is as exact as the machine's coarse clock, some 16 ms, and counts 49 days at most.
    /// </remarks>
    public DateTimeOffset? Since { get; init; }

    /// <summary>How often the actor was made anew after a failure.</summary>
    public int Restarts { get; init; }

    /// <summary>Why the actor stops, when it failed; null otherwise.</summary>
    public string? Failure { get; init; }

    /// <summary>The children; those that are within the limits of <see cref="DescribeOptions"/>.</summary>
    public IReadOnlyList<ActorDescription> Children { get; init; } = [];

    /// <summary>True when there are children beyond these.</summary>
    public bool HasMoreChildren { get; init; }
}
