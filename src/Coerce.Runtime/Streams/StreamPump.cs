using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Runs a handler that yields: each step is a turn, and there is a step only while the reader has room.</summary>
internal sealed class StreamPump<T>(ActorCell cell, StreamSink<T> sink, IAsyncEnumerator<T> items) : IOpenStream
{
    private readonly int _tag = cell.CurrentTag;
    private readonly bool _mayAsk = AskGraph.Asker is not null;     // made in the first step, which its dispatcher has begun
    private bool _ended;    // the owner's: of two steps that the reader's leaving may cause, the second finds nothing to do

    /// <summary>Asks the actor for the next step.</summary>
    public void Next() => cell.Post(new Step(this));

    /// <summary>Takes a step.</summary>
    /// <returns>True when the turn has ended.</returns>
    public bool Run()
    {
        if (_ended) return true;
        cell.BeginStep(_tag);
        if (_mayAsk) cell.BeginAsking();
        ValueTask<bool> moved;
        try
        {
            if (sink.IsGone) return EndsNow(items.DisposeAsync());
            moved = items.MoveNextAsync();
            if (moved.IsCompletedSuccessfully && moved.Result)
            {
                GoOn();
                return true;
            }
        }
        catch (Exception failure)
        {
            return Failed(failure);
        }

        _ = StepAsync(moved);
        return false;
    }

    /// <summary>The actor stops or is made anew: a step that waits finds nothing to do.</summary>
    public async Task CloseAsync(Exception reason)
    {
        _ended = true;
        sink.Complete(reason);
        sink.Leave();
        if (_mayAsk) cell.BeginAsking();
        await items.DisposeAsync();
    }

    private async Task StepAsync(ValueTask<bool> moved)
    {
        bool ended = true;
        try
        {
            if (await moved)
            {
                GoOn();
            }
            else
            {
                await items.DisposeAsync();
                End(null);
            }
        }
        catch (Exception failure)
        {
            ended = Failed(failure);
        }
        finally
        {
            if (ended) cell.Release();
        }
    }

    private void GoOn()
    {
        cell.EndObserved(null);
        if (sink.Add(items.Current) || sink.IsGone) Next();
    }

    private bool EndsNow(ValueTask disposed)
    {
        if (!disposed.IsCompletedSuccessfully)
        {
            _ = EndLaterAsync(disposed);
            return false;
        }

        End(null);
        return true;
    }

    private async Task EndLaterAsync(ValueTask disposed)
    {
        bool ended = true;
        try
        {
            await disposed;
            End(null);
        }
        catch (Exception failure)
        {
            ended = Failed(failure);
        }
        finally
        {
            if (ended) cell.Release();
        }
    }

    private bool Failed(Exception failure)
    {
        if (!sink.IsGone || failure is not OperationCanceledException) cell.CountFailure(failure);
        End(failure);

        // A handler that ends because its reader has gone did what it was told.
        if (sink.IsGone && failure is OperationCanceledException) return true;
        return cell.Supervise(failure);
    }

    private void End(Exception? failure)
    {
        _ended = true;
        cell.EndObserved(null);
        sink.Complete(failure);
        cell.Extras.Streams().Remove(this);
    }

    private sealed class Step(StreamPump<T> pump) : Work
    {
        internal override bool Run(ActorCell cell) => pump.Run();

        /// <summary>The stream was closed with the object that made it.</summary>
        internal override bool TrySettle(ActorCell cell) => pump._ended;
    }
}

/// <summary>A stream that has begun and not ended.</summary>
internal interface IOpenStream
{
    /// <summary>Ends it because the actor stops.</summary>
    Task CloseAsync(Exception reason);
}
