namespace Coerce;

/// <summary>Anything that answers a <typeparamref name="TMessage"/> with a stream of <typeparamref name="TItem"/>.</summary>
/// <remarks>Thread-safe.</remarks>
/// <typeparam name="TMessage">The message.</typeparam>
/// <typeparam name="TItem">What the handler yields.</typeparam>
public interface IStream<in TMessage, out TItem>
{
    /// <summary>Sends <paramref name="message"/> when the stream is read, and gives what the handler yields.</summary>
    /// <remarks>
    /// <para>Each step of the handler, from one <c>yield return</c> to the next, is a turn of its own: the actor handles other
    /// messages in between. Up to 16 items wait for the reader; a slow reader slows the handler down.</para>
    /// <para>Reading may be broken off: the handler's token is cancelled, and its <c>finally</c> blocks run in a turn.</para>
    /// </remarks>
    /// <param name="message">The message.</param>
    /// <param name="cancellationToken">Breaks off the reading.</param>
    /// <exception cref="ActorStoppedException">While reading: the actor stopped.</exception>
    /// <exception cref="AskTimeoutException">While reading: the first turn did not begin within
    /// <see cref="ActorSystemOptions.AskTimeout"/>.</exception>
    IAsyncEnumerable<TItem> StreamAsync(TMessage message, CancellationToken cancellationToken = default);
}
