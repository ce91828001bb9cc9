using Coerce.Cells;

namespace Coerce.Dispatch;

// Replies that are streams.
public partial class ActorCell<TActor>
{
    /// <summary>A streamed reply; the message is sent when it is read.</summary>
    public IAsyncEnumerable<TItem> Stream<TMessage, TItem>(int tag, TMessage message, CancellationToken cancellationToken) =>
        new ActorStream<TActor, TMessage, TItem>(this, tag, message, cancellationToken);

    /// <summary>A streamed reply; the message is sent with a scope when it is read.</summary>
    public IAsyncEnumerable<TItem> Stream<TMessage, TItem>(
        int tag, TMessage message, RequestScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return new ScopedActorStream<TActor, TMessage, TItem>(this, tag, message, scope, cancellationToken);
    }

    /// <summary>The token for a handler that yields: cancelled when its reader has gone or the actor stops.</summary>
    public CancellationToken StreamToken(Envelope envelope) => ((StreamSink)envelope.Ask!).Token;

    /// <summary>Begins a streamed reply: the first step of the handler.</summary>
    /// <returns>True when the turn has ended.</returns>
    public bool Stream<TItem>(Envelope envelope, IAsyncEnumerable<TItem> items)
    {
        var sink = (StreamSink<TItem>)envelope.Ask!;

        // From here on the reader sets the pace, and no deadline; unless it gave up before.
        if (!sink.TryEnd()) return true;    // its turn is over, and with it what is observed

        var pump = new StreamPump<TItem>(this, sink, items.GetAsyncEnumerator(sink.Token));
        sink.Pump = pump;
        Extras.Streams().Add(pump);
        return pump.Run();
    }

    internal void Open<TMessage, TItem>(
        int tag, TMessage message, RequestScope scope, StreamSink<TItem> sink, CancellationToken cancellationToken)
    {
        sink.Arm(0, cancellationToken);
        if (_gate.IsClosed) sink.TryFail(Refused(tag));
        else if (!sink.IsInRing) PostAsk(NewEnvelope(tag, message, sink, scope));
    }
}
