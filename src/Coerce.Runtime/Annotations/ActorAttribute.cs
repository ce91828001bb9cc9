namespace Coerce;

/// <summary>Makes a <c>partial</c> class an actor: the generator writes its ref, its recipe and its dispatcher.</summary>
/// <example>
/// <code>
/// [Actor]
/// public sealed partial class Counter
/// {
///     private int _count;
///
///     [Handles] int On(Add message) => _count += message.Amount;
/// }
/// </code>
/// </example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ActorAttribute : Attribute
{
    /// <summary>The actor's wire name is the full name of its class.</summary>
    public ActorAttribute()
    {
    }

    /// <summary>Fixes the actor's wire name, so that the class can be renamed or moved.</summary>
    /// <param name="name">A name that no other actor of the program has, such as <c>"bank.account"</c>.</param>
    public ActorAttribute(string name) => Name = name;

    /// <summary>The wire name, or null for the full name of the class.</summary>
    public string? Name { get; }

    /// <summary>The protocol that the actor speaks: an abstract class with its cases, each of which needs a handler. The ref is
    /// then an <see cref="IActorRef{TProtocol}"/>. Null for none.</summary>
    public Type? Protocol { get; set; }

    /// <summary>Whether the actor is never reached from outside of this process, though it has a name or is an entity: its messages and replies need
    /// no contracts then, and may hold what cannot be written down. False.</summary>
    public bool Local { get; set; }

    /// <summary>What becomes of the actor when a handler throws. <see cref="FailureAction.Resume"/>.</summary>
    public FailureAction OnFailure { get; set; }

    /// <summary>With <see cref="FailureAction.Restart"/>: how many restarts within
    /// <see cref="RestartWindowMilliseconds"/>; one more failure stops the actor. 10.</summary>
    public int MaxRestarts { get; set; } = 10;

    /// <summary>With <see cref="FailureAction.Restart"/>: the time in which restarts are counted. 60,000.</summary>
    public int RestartWindowMilliseconds { get; set; } = 60_000;

    /// <summary>With <see cref="FailureAction.Restart"/>: how long the first restart waits, doubled for each further one. 0.</summary>
    public int BackoffMilliseconds { get; set; }

    /// <summary>With <see cref="FailureAction.Restart"/>: the longest wait. 30,000.</summary>
    public int MaxBackoffMilliseconds { get; set; } = 30_000;

    /// <summary>With <see cref="FailureAction.Restart"/>: by how much a wait is lengthened at random, from 0 to 1. 0.</summary>
    public double BackoffJitter { get; set; }

    /// <summary>How many messages may wait for the actor; 0 for any number. 0.</summary>
    public int MailboxCapacity { get; set; }

    /// <summary>What happens to a message for which there is no room. <see cref="MailboxPolicy.Wait"/>.</summary>
    public MailboxPolicy WhenFull { get; set; }

    /// <summary>How many messages may be stashed by behaviours; 0 for any number, -1 for as many as may wait in the mailbox,
    /// which are counted apart. -1.</summary>
    public int StashCapacity { get; set; } = -1;
}
