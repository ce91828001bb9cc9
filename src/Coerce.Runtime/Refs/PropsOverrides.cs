namespace Coerce;

/// <summary>What a recipe says otherwise than the attribute of the actor's class.</summary>
/// <param name="Supervision">What becomes of the actor when a handler throws.</param>
/// <param name="Mailbox">How many messages may wait, 0 for any number, and what happens to the next one.</param>
internal sealed record PropsOverrides(
    Supervision? Supervision = null, (int Capacity, MailboxPolicy WhenFull)? Mailbox = null);
