using Coerce.Dispatch;

namespace Coerce;

/// <summary>What stands behind a <see cref="TurnInterceptor"/>: the next one, or the handler.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
/// <typeparam name="TReply">The reply.</typeparam>
public readonly struct TurnNext<TMessage, TReply>
{
    private readonly TurnChain<TMessage, TReply> _chain;
    private readonly TurnInfo _turn;
    private readonly int _index;

    internal TurnNext(TurnChain<TMessage, TReply> chain, TurnInfo turn, int index)
    {
        _chain = chain;
        _turn = turn;
        _index = index;
    }

    /// <summary>Goes on with the message, or with another of its type.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The reply.</returns>
    public ValueTask<TReply> HandleAsync(TMessage message) => _chain.RunAsync(_turn, message, _index);

    /// <summary>Goes on with another scope.</summary>
    /// <param name="message">The message.</param>
    /// <param name="scope">What the handler gets for a scope.</param>
    /// <returns>The reply.</returns>
    public ValueTask<TReply> HandleAsync(TMessage message, RequestScope scope) => _chain.RunAsync(_turn.With(scope), message, _index);
}
