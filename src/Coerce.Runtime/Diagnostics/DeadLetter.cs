using System.Text;

namespace Coerce;

/// <summary>Why no actor handled a message.</summary>
public enum DeadLetterReason
{
    /// <summary>The actor had stopped, or stopped before it came to the message.</summary>
    ActorStopped,

    /// <summary>The handler threw, and nobody waited for a reply.</summary>
    HandlerFailed,

    /// <summary>There was no room in a bounded mailbox, or the message had to make room for another one.</summary>
    MailboxFull,

    /// <summary>The entity could not be activated: its constructor or its <c>[OnStart]</c> threw.</summary>
    ActivationFailed,
}

/// <summary>A message that no actor handled.</summary>
/// <remarks>As text it has the type of the message only: what is in it may not be for everyone who reads logs. <see cref="ContractTable.Show"/> masks that.</remarks>
/// <param name="Message">The message.</param>
/// <param name="Path">The path of the actor it was for.</param>
/// <param name="Reason">Why it was not handled.</param>
/// <param name="Failure">What the handler threw, if it did.</param>
public sealed record DeadLetter(object? Message, string Path, DeadLetterReason Reason, Exception? Failure)
{
    // What the record itself would print.
    private bool PrintMembers(StringBuilder text)
    {
        text.Append($"{nameof(Message)} = {Message?.GetType().Name}, {nameof(Path)} = {Path}, {nameof(Reason)} = {Reason}, {nameof(Failure)} = {Failure}");
        return true;
    }
}
