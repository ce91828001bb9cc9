using System.Threading.Channels;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The reader's side of a streamed reply, as the actor sees it.</summary>
internal abstract class StreamSink(ActorCell target, int tag) : PendingAsk(target, tag)
{
    private readonly CancellationTokenSource _gone = new();

    /// <summary>Cancelled when the reader has gone or the actor stops.</summary>
    public CancellationToken Token => _gone.Token;

    public bool IsGone => _gone.IsCancellationRequested;

    /// <summary>The reader has gone: the handler is to end.</summary>
    public void Leave() => _gone.Cancel();

    /// <summary>True when the reader has taken all that was written.</summary>
    internal abstract bool IsReaderAhead { get; }

    private protected override bool IsStream => true;

    /// <summary>The reader is about to wait for an item, unless it is there.</summary>
    /// <exception cref="AskCycleException">The actor that reads would wait for itself.</exception>
    public void BeginWait(ValueTask<bool> item)
    {
        if (item.IsCompleted || AskGraph.Asker is not { } asker) return;
        if (Target.System.AskGraph.AddReader(asker, this, item) is { } ring) throw AskCycleException.For(ring, Target.MessageName(Tag));
    }

    /// <summary>The reader waits no more.</summary>
    /// <param name="byWriter">Says whoever wrote an item: the reader may have taken it, and wait for the next one.</param>
    public void EndWait(bool byWriter = false)
    {
        if (Asker is not null) Target.System.AskGraph.RemoveReader(this, byWriter);
    }
}

/// <summary>What lies between the handler and the reader of a stream: at most <see cref="Capacity"/> items.</summary>
internal sealed class StreamSink<T>(ActorCell target, int tag) : StreamSink(target, tag)
{
    /// <summary>Enough to keep both sides busy, few enough to notice a slow reader soon.</summary>
    public const int Capacity = 16;

    // Bounded by the credits: an item is made only when there is room for it.
    private readonly Channel<T> _items = Channel.CreateUnbounded<T>(new() { SingleReader = true, SingleWriter = true });
    private int _credits = Capacity;

    /// <summary>Makes the items. Set before the first one.</summary>
    public StreamPump<T>? Pump { get; set; }

    public ChannelReader<T> Items => _items.Reader;

    internal override bool IsReaderAhead => Volatile.Read(ref _credits) >= Capacity;

    /// <summary>Hands an item over.</summary>
    /// <returns>True when there is room for another; false when the reader will ask for it.</returns>
    public bool Add(T item)
    {
        // The item first: the credit that comes back for it must find the pump waiting.
        _items.Writer.TryWrite(item);
        bool hasRoom = Interlocked.Decrement(ref _credits) > 0;

        // Before the next step: that may ask the reader, who waits for nothing now.
        EndWait(byWriter: true);
        return hasRoom;
    }

    public void Complete(Exception? failure)
    {
        _items.Writer.TryComplete(failure);
        Interlocked.MemoryBarrier();
        EndWait();
    }

    /// <summary>The reader took an item, or has gone: a pump that waits for room goes on.</summary>
    public void GiveCredit()
    {
        // Only the step from 0 finds a pump that waits, and only one credit takes that step.
        if (Interlocked.Increment(ref _credits) == 1) Pump?.Next();
    }

    private protected override void SetException(Exception failure) => Complete(failure);
}
