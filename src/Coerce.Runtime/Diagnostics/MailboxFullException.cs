using Coerce.Dispatch;

namespace Coerce;

/// <summary>There was no room in a bounded mailbox, and its policy is not to wait; or none in the stash.</summary>
public sealed class MailboxFullException : InvalidOperationException
{
    internal MailboxFullException(string actor, string path, string message, int capacity, MailboxPolicy policy)
        : this(
            $"The mailbox of {actor} is full ({capacity} messages; {policy}) and did not take {message}. " +
            "Send less, raise MailboxCapacity, or let senders wait: WhenFull = MailboxPolicy.Wait and TellAsync.",
            path,
            capacity)
    {
    }

    private MailboxFullException(string text, string path, int capacity)
        : base(text)
    {
        Path = path;
        Capacity = capacity;
    }

    internal static MailboxFullException OfStash(ActorCell cell, Envelope envelope, int capacity, MailboxPolicy policy) => new(
        $"The stash of {cell}, which behaves as {cell.BehaviorName}, is full ({capacity} messages; {policy}) and has no room for " +
        $"{cell.MessageName(envelope)}. Send less, raise StashCapacity, or let the behaviour answer it.",
        cell.Path,
        capacity);

    /// <summary>The path of the actor.</summary>
    public string Path { get; }

    /// <summary>How many messages may wait.</summary>
    public int Capacity { get; }
}
