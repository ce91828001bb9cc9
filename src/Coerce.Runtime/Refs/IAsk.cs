namespace Coerce;

/// <summary>Anything that answers a <typeparamref name="TMessage"/> with a <typeparamref name="TReply"/>.</summary>
/// <remarks>Thread-safe.</remarks>
/// <typeparam name="TMessage">The message.</typeparam>
/// <typeparam name="TReply">What the handler returns.</typeparam>
public interface IAsk<in TMessage, TReply> : IReceive<TMessage>
{
    /// <summary>Sends <paramref name="message"/> and waits for the reply, at most for
    /// <see cref="ActorSystemOptions.AskTimeout"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Ends the wait. The message is handled all the same.</param>
    /// <returns>The reply. Await it once, as any <see cref="ValueTask{TResult}"/>.</returns>
    /// <exception cref="ActorStoppedException">The actor had stopped, or stopped before it came to the message.</exception>
    /// <exception cref="AskTimeoutException">No reply came in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<TReply> AskAsync(TMessage message, CancellationToken cancellationToken = default);

    /// <summary>Sends <paramref name="message"/> and waits for the reply, at most for <paramref name="timeout"/>.</summary>
    /// <param name="message">The message.</param>
    /// <param name="timeout">How long to wait for the reply.</param>
    /// <param name="cancellationToken">Ends the wait. The message is handled all the same.</param>
    /// <returns>The reply. Await it once, as any <see cref="ValueTask{TResult}"/>.</returns>
    /// <exception cref="ActorStoppedException">The actor had stopped, or stopped before it came to the message.</exception>
    /// <exception cref="AskTimeoutException">No reply came in time.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is not positive, or over 24 days.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    ValueTask<TReply> AskAsync(TMessage message, TimeSpan timeout, CancellationToken cancellationToken = default);
}

/// <summary>Anything that handles a <typeparamref name="TMessage"/> without a reply; an ask waits until it was handled.</summary>
/// <remarks>Thread-safe.</remarks>
/// <typeparam name="TMessage">The message.</typeparam>
public interface IAsk<in TMessage> : IReceive<TMessage>
{
    /// <summary>Sends <paramref name="message"/> and waits until it was handled, at most for
    /// <see cref="ActorSystemOptions.AskTimeout"/>.</summary>
    /// <inheritdoc cref="IAsk{TMessage, TReply}.AskAsync(TMessage, CancellationToken)"/>
    ValueTask AskAsync(TMessage message, CancellationToken cancellationToken = default);

    /// <summary>Sends <paramref name="message"/> and waits until it was handled, at most for
    /// <paramref name="timeout"/>.</summary>
    /// <inheritdoc cref="IAsk{TMessage, TReply}.AskAsync(TMessage, TimeSpan, CancellationToken)"/>
    ValueTask AskAsync(TMessage message, TimeSpan timeout, CancellationToken cancellationToken = default);
}
