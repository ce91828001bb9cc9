namespace Coerce;

/// <summary>Stands around what is sent to an actor, on the sender's side: before the message is in the mailbox, and until the reply is there.</summary>
/// <remarks>
/// <para>It runs in the sender's thread, outside of the actor's turns. It is put in place by
/// <see cref="InterceptAttribute{TInterceptor}"/> on the actor that is sent to. Ticks of <c>Schedule</c>, streams and work for
/// <c>RunAsync</c> do not pass it.</para>
/// <para>One instance serves all actors of a class in a system, and must be thread-safe.</para>
/// </remarks>
public abstract class SendInterceptor : Interceptor
{
    /// <summary>Sends what the sender waits for: <c>AskAsync</c>, and <c>TellAsync</c>, which waits for room.</summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <typeparam name="TReply">The reply; <see cref="NoReply"/> for nothing, as with <c>TellAsync</c>.</typeparam>
    /// <param name="send">What is sent to whom.</param>
    /// <param name="message">The message.</param>
    /// <param name="next">The next interceptor, or the mailbox. May be called never, once or several times.</param>
    /// <returns>The reply. The sender gets an exception.</returns>
    public virtual ValueTask<TReply> SendAsync<TMessage, TReply>(SendInfo send, TMessage message, SendNext<TMessage, TReply> next) =>
        next.SendAsync(message);

    /// <summary>Sends what the sender does not wait for: <c>Tell</c> and <c>TryTell</c>.</summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <param name="send">What is sent to whom.</param>
    /// <param name="message">The message.</param>
    /// <param name="next">The next interceptor, or the mailbox. May be called never, once or several times.</param>
    /// <returns>What <c>TryTell</c> gives its caller: whether the message was taken. The sender gets an exception.</returns>
    public virtual bool Send<TMessage>(SendInfo send, TMessage message, TellNext<TMessage> next) => next.Send(message);
}
