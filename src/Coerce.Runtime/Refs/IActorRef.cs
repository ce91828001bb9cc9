namespace Coerce;

/// <summary>Any actor that speaks a protocol: the ref of every class with <c>[Actor(Protocol = typeof(...))]</c>.</summary>
/// <remarks>
/// <para>Thread-safe. Whoever has one need not know which actor it is. Refs of different actors fit one list, and a ref of a
/// protocol is one of each part of it.</para>
/// <para>An ask of a case without a reply, or of any command, waits until it was handled.</para>
/// </remarks>
/// <typeparam name="TProtocol">The protocol: a closed hierarchy of messages.</typeparam>
public interface IActorRef<in TProtocol> : IAsk<TProtocol>
{
    /// <summary>Sends <paramref name="request"/> and waits for the reply, at most for
    /// <see cref="ActorSystemOptions.AskTimeout"/>.</summary>
    /// <typeparam name="TReply">What the case declares.</typeparam>
    /// <param name="request">The message.</param>
    /// <param name="cancellationToken">Ends the wait. The message is handled all the same.</param>
    /// <returns>The reply. Await it once, as any <see cref="ValueTask{TResult}"/>.</returns>
    /// <exception cref="ActorStoppedException">The actor had stopped, or stopped before it came to the message.</exception>
    /// <exception cref="AskTimeoutException">No reply came in time.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="UnknownCaseException">The actor was built before the protocol had this case.</exception>
    ValueTask<TReply> AskAsync<TReply>(IRequest<TProtocol, TReply> request, CancellationToken cancellationToken = default);

    /// <summary>Sends <paramref name="request"/> and waits for the reply, at most for <paramref name="timeout"/>.</summary>
    /// <typeparam name="TReply">What the case declares.</typeparam>
    /// <param name="request">The message.</param>
    /// <param name="timeout">How long to wait for the reply.</param>
    /// <param name="cancellationToken">Ends the wait. The message is handled all the same.</param>
    /// <returns>The reply. Await it once, as any <see cref="ValueTask{TResult}"/>.</returns>
    /// <exception cref="ActorStoppedException">The actor had stopped, or stopped before it came to the message.</exception>
    /// <exception cref="AskTimeoutException">No reply came in time.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="timeout"/> is not positive, or over 24 days.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    /// <exception cref="UnknownCaseException">The actor was built before the protocol had this case.</exception>
    ValueTask<TReply> AskAsync<TReply>(
        IRequest<TProtocol, TReply> request, TimeSpan timeout, CancellationToken cancellationToken = default);
}
