namespace Coerce;

/// <summary>What a bounded mailbox does with a message when it is full.</summary>
/// <remarks>Whatever it is, no message vanishes silently: one that is not handled is a dead letter, or its asker gets a
/// <see cref="MailboxFullException"/>.</remarks>
public enum MailboxPolicy
{
    /// <summary>Asks and <c>TellAsync</c> wait for room. <c>TryTell</c> gives false; a <c>Tell</c>, which cannot wait, becomes a
    /// dead letter.</summary>
    Wait,

    /// <summary>The new message is not taken in.</summary>
    DropNewest,

    /// <summary>The message that has waited longest makes room.</summary>
    DropOldest,

    /// <summary><c>Tell</c> throws <see cref="MailboxFullException"/>, and so do asks.</summary>
    Fail,
}
