using Coerce.Dispatch;

namespace Coerce;

/// <summary>What stands behind a <see cref="SendInterceptor"/> where the sender waits: the next one, or the actor.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
/// <typeparam name="TReply">The reply.</typeparam>
public readonly struct SendNext<TMessage, TReply>
{
    private readonly SendChain<TMessage> _chain;
    private readonly SendInfo _send;
    private readonly int _index;

    internal SendNext(SendChain<TMessage> chain, SendInfo send, int index)
    {
        _chain = chain;
        _send = send;
        _index = index;
    }

    /// <summary>Sends the message, or another of its type, and waits.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The reply.</returns>
    public ValueTask<TReply> SendAsync(TMessage message) => _chain.SendAsync<TReply>(_send, message, _index);

    /// <summary>Sends the message with another scope, and waits.</summary>
    /// <param name="message">The message.</param>
    /// <param name="scope">What travels with it.</param>
    /// <returns>The reply.</returns>
    public ValueTask<TReply> SendAsync(TMessage message, RequestScope scope) => _chain.SendAsync<TReply>(_send.With(scope), message, _index);
}

/// <summary>What stands behind a <see cref="SendInterceptor"/> where the sender does not wait: the next one, or the mailbox.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
public readonly struct TellNext<TMessage>
{
    private readonly SendChain<TMessage> _chain;
    private readonly SendInfo _send;
    private readonly int _index;

    internal TellNext(SendChain<TMessage> chain, SendInfo send, int index)
    {
        _chain = chain;
        _send = send;
        _index = index;
    }

    /// <summary>Sends the message, or another of its type.</summary>
    /// <param name="message">The message.</param>
    /// <returns>For <c>TryTell</c>: whether it was taken. For <c>Tell</c>: true.</returns>
    public bool Send(TMessage message) => _chain.Send(_send, message, _index);

    /// <summary>Sends the message with another scope.</summary>
    /// <param name="message">The message.</param>
    /// <param name="scope">What travels with it.</param>
    /// <returns>For <c>TryTell</c>: whether it was taken. For <c>Tell</c>: true.</returns>
    public bool Send(TMessage message, RequestScope scope) => _chain.Send(_send.With(scope), message, _index);
}
