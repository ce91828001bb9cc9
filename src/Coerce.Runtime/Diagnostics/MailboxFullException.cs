namespace Coerce;

/// <summary>There was no room in a bounded mailbox, and its policy is not to wait.</summary>
public sealed class MailboxFullException : InvalidOperationException
{
    internal MailboxFullException(string actor, string path, string message, int capacity, MailboxPolicy policy)
        : base(
            $"The mailbox of {actor} is full ({capacity} messages; {policy}) and did not take {message}. " +
            "Send less, raise MailboxCapacity, or let senders wait: WhenFull = MailboxPolicy.Wait and TellAsync.")
    {
        Path = path;
        Capacity = capacity;
    }

    /// <summary>The path of the actor.</summary>
    public string Path { get; }

    /// <summary>How many messages may wait.</summary>
    public int Capacity { get; }
}
