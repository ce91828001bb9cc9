using System.Diagnostics;
using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>A message that a probe was sent.</summary>
/// <remarks>Thread-safe.</remarks>
/// <typeparam name="TMessage">The message.</typeparam>
[DebuggerDisplay("{Message}")]
public sealed class ReceivedMessage<TMessage>
{
    private readonly Envelope _envelope;

    internal ReceivedMessage(Envelope envelope, TMessage message)
    {
        _envelope = envelope;
        Message = message;
    }

    /// <summary>The message.</summary>
    public TMessage Message { get; }

    /// <summary>True when somebody asked, or reads a stream; false for a message that was told.</summary>
    public bool IsAsk => _envelope.Ask is not null;

    /// <summary>What was sent with the message; empty where it was sent without.</summary>
    public RequestScope Scope => _envelope.Scope;

    /// <summary>Ends an ask that has no reply: whoever asked goes on.</summary>
    /// <returns>False when nobody waits any more.</returns>
    /// <exception cref="ExpectationFailedException">The message was told, or its handler has a reply.</exception>
    public bool Reply() => ReplyWith(default(NoReply));

    /// <summary>Answers an ask.</summary>
    /// <param name="reply">The reply; of the very type that the handler returns, or one derived from it.</param>
    /// <returns>False when nobody waits any more.</returns>
    /// <exception cref="ExpectationFailedException">The message was told, or its handler returns something else.</exception>
    public bool ReplyWith(object? reply) => ProbeReply.Give(_envelope, reply);

    /// <summary>Answers a streamed ask with all that there is, and ends the stream.</summary>
    /// <typeparam name="TItem">What the handler yields.</typeparam>
    /// <param name="items">The items.</param>
    /// <returns>False when nobody waits any more.</returns>
    /// <exception cref="ExpectationFailedException">The message was told or asked, or its handler yields something else.</exception>
    public bool ReplyWithStream<TItem>(params IEnumerable<TItem> items) => ProbeReply.GiveStream(_envelope, items);

    /// <summary>Fails an ask: whoever asked gets the exception.</summary>
    /// <param name="failure">The exception.</param>
    /// <returns>False when nobody waits any more.</returns>
    /// <exception cref="ExpectationFailedException">The message was told.</exception>
    public bool FailWith(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return ProbeReply.AskOf(_envelope).TryFail(failure);
    }
}
