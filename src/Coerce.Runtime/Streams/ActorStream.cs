using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>A streamed reply before it is read: each reading sends the message.</summary>
internal class ActorStream<TActor, TMessage, TItem>(
    ActorCell<TActor> cell, int tag, TMessage message, CancellationToken cancellationToken) : IAsyncEnumerable<TItem>
    where TActor : class
{
    private protected virtual RequestScope Scope => RequestScope.Empty;

    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken readerToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, readerToken);
        both.Token.ThrowIfCancellationRequested();
        var sink = new StreamSink<TItem>(cell, tag);
        cell.Open(tag, message, Scope, sink, both.Token);
        try
        {
            while (true)
            {
                ValueTask<bool> next = sink.Items.WaitToReadAsync(both.Token);
                sink.BeginWait(next);
                if (!await next) break;
                sink.EndWait();
                while (sink.Items.TryRead(out TItem? item))
                {
                    sink.GiveCredit();
                    yield return item;
                }
            }
        }
        finally
        {
            sink.EndWait();
            sink.Leave();
            sink.GiveCredit();
        }
    }
}

/// <summary>The same with a scope that the message is sent with.</summary>
internal sealed class ScopedActorStream<TActor, TMessage, TItem>(
    ActorCell<TActor> cell, int tag, TMessage message, RequestScope scope, CancellationToken cancellationToken)
    : ActorStream<TActor, TMessage, TItem>(cell, tag, message, cancellationToken)
    where TActor : class
{
    private protected override RequestScope Scope => scope;
}
