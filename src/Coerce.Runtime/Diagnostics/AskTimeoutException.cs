using Coerce.Dispatch;

namespace Coerce;

/// <summary>No reply came before the deadline of an ask. The message may still be handled.</summary>
public sealed class AskTimeoutException : TimeoutException
{
    private AskTimeoutException(string text, string path, string askedMessage, int queueLength, string? currentHandler, string? behavior, int stashLength)
        : base(text)
    {
        Path = path;
        AskedMessage = askedMessage;
        QueueLength = queueLength;
        CurrentHandler = currentHandler;
        Behavior = behavior;
        StashLength = stashLength;
    }

    /// <summary>The path of the actor.</summary>
    public string Path { get; }

    /// <summary>The name of the message that was asked.</summary>
    public string AskedMessage { get; }

    /// <summary>How many messages waited in the mailbox when the deadline passed.</summary>
    public int QueueLength { get; }

    /// <summary>The handler that held the actor when the deadline passed; null when it was idle.</summary>
    public string? CurrentHandler { get; }

    /// <summary>How the actor behaved when the deadline passed; null for an actor without behaviours.</summary>
    public string? Behavior { get; }

    /// <summary>How many messages the actor had stashed when the deadline passed.</summary>
    public int StashLength { get; }

    internal static AskTimeoutException For(ActorCell target, int tag, bool isOwed)
    {
        string message = target.MessageName(tag);
        int waiting = target.QueueLength;
        string? handler = target.CurrentHandler;
        string holder = handler is null ? "the actor is idle" : $"{handler} holds the actor";
        string? behavior = target.BehaviorName;
        int stashed = target.StashLength;
        string stash = behavior is null ? "" : $"; it behaves as {behavior} and has {stashed} stashed";
        string text = isOwed
            ? $"{target} did not reply to {message} in time: its handler has ended, and the Deferred that it returned still owes the reply{stash}. " +
              "Answer that sooner, or pass a longer timeout to AskAsync."
            : $"{target} did not reply to {message} in time: {holder}, {waiting} messages wait{stash}. " +
              "Let the handler do less or await less, or pass a longer timeout to AskAsync.";
        return new AskTimeoutException(
            text,
            target.Path,
            message,
            waiting,
            handler,
            behavior,
            stashed);
    }
}
