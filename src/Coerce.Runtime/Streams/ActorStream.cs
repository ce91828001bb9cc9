using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>A streamed reply before it is read: each reading sends the message.</summary>
internal sealed class ActorStream<TActor, TMessage, TItem>(
    ActorCell<TActor> cell, int tag, TMessage message, CancellationToken cancellationToken) : IAsyncEnumerable<TItem>
    where TActor : class
{
    public async IAsyncEnumerator<TItem> GetAsyncEnumerator(CancellationToken readerToken)
    {
        using var both = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, readerToken);
        both.Token.ThrowIfCancellationRequested();
        var sink = new StreamSink<TItem>(cell, tag);
        cell.Open(tag, message, sink, both.Token);
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
