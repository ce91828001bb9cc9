namespace Coerce;

/// <summary>Anything that can be sent a <typeparamref name="TMessage"/>: every generated ref whose actor handles it.</summary>
/// <remarks>Thread-safe. Refs of different actors fit one list of <see cref="IReceive{TMessage}"/>.</remarks>
/// <typeparam name="TMessage">The message.</typeparam>
public interface IReceive<in TMessage>
{
    /// <summary>Sends <paramref name="message"/> and does not wait for it to be handled.</summary>
    /// <remarks>Messages of one sender are handled in the order in which they were sent. A message to an actor that has
    /// stopped goes to <see cref="ActorSystem.DeadLetters"/>.</remarks>
    /// <param name="message">The message.</param>
    void Tell(TMessage message);

    /// <summary>Sends <paramref name="message"/> unless the actor has stopped or has no room for it.</summary>
    /// <param name="message">The message.</param>
    /// <returns>False when the actor has stopped, or its bounded mailbox is full; the message is then the caller's to deal
    /// with.</returns>
    bool TryTell(TMessage message);

    /// <summary>Sends <paramref name="message"/>, and waits while there is no room for it in the actor's mailbox.</summary>
    /// <remarks>Only an actor with <see cref="ActorAttribute.MailboxCapacity"/> and <see cref="MailboxPolicy.Wait"/> makes anybody
    /// wait.</remarks>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait; the message is then not sent.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask TellAsync(TMessage message, CancellationToken cancellationToken = default);
}
