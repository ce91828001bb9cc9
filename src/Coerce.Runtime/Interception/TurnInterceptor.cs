namespace Coerce;

/// <summary>Stands around the turns of an actor: runs before the handler, after it, instead of it, or again.</summary>
/// <remarks>
/// <para>It runs in the turn: the actor handles nothing else until it has ended. It is put in place by
/// <see cref="InterceptAttribute{TInterceptor}"/>.</para>
/// <para>One instance serves all actors of a class in a system, and must be thread-safe.</para>
/// </remarks>
/// <example>
/// <code>
/// public sealed class Timing(ILogger&lt;Timing&gt; logger) : TurnInterceptor
/// {
///     public override async ValueTask&lt;TReply&gt; HandleAsync&lt;TMessage, TReply&gt;(TurnInfo turn, TMessage message, TurnNext&lt;TMessage, TReply&gt; next)
///     {
///         long start = Stopwatch.GetTimestamp();
///         TReply reply = await next.HandleAsync(message);
///         logger.LogInformation("{Handler} took {Time}", turn.Handler.Name, Stopwatch.GetElapsedTime(start));
///         return reply;
///     }
/// }
/// </code>
/// </example>
public abstract class TurnInterceptor : Interceptor
{
    /// <summary>Handles a message, by calling <paramref name="next"/> or without.</summary>
    /// <typeparam name="TMessage">The message.</typeparam>
    /// <typeparam name="TReply">What the handler replies: <see cref="NoReply"/> for nothing, <see cref="Deferred{T}"/> for a reply that comes
    /// later, <see cref="IAsyncEnumerable{T}"/> for a stream that has not begun.</typeparam>
    /// <param name="turn">What the turn is.</param>
    /// <param name="message">The message.</param>
    /// <param name="next">The next interceptor, or the handler. May be called never, once or several times, one after the other.</param>
    /// <returns>The reply. An exception is the failure of the turn, as if the handler had thrown it.</returns>
    public abstract ValueTask<TReply> HandleAsync<TMessage, TReply>(TurnInfo turn, TMessage message, TurnNext<TMessage, TReply> next);
}
