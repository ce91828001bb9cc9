using Coerce.Cells;

namespace Coerce.Dispatch;

// Turns that interceptors stand around, where they end in another way than plain ones.
public partial class ActorCell<TActor>
{
    /// <summary>Before the constructor of an actor that has interceptors: what theirs throw comes out of the spawn.</summary>
    public void MakeInterceptors()
    {
        _ = TurnInterceptors;
        _ = SendInterceptors;
    }

    /// <summary>Ends a turn in the caller's thread that has no reply.</summary>
    public ValueTask LeaveAfterNothing(ValueTask<NoReply> handler, int timeout, CancellationToken cancellationToken)
    {
        if (handler.IsCompleted)
        {
            handler.GetAwaiter().GetResult();
            return Leave();
        }

        ReturnToCaller();
        var ask = new PendingAsk<NoReply>(this, CurrentTag);
        ask.Arm(timeout, cancellationToken);
        Await(null, ask, handler);
        return ask.Done;
    }

    /// <summary>Ends a queued turn whose reply comes later, once the interceptors have ended.</summary>
    /// <returns>False while they run.</returns>
    public bool ReplyLaterAfter<TReply>(Envelope envelope, ValueTask<Deferred<TReply>> handler)
    {
        if (handler.IsCompleted) return ReplyLater(envelope, handler.GetAwaiter().GetResult());
        _ = FinishWithAsync(envelope, handler, static (cell, envelope, reply) => cell.ReplyLater(envelope, reply));
        return false;
    }

    /// <summary>Begins a streamed reply once the interceptors have ended.</summary>
    /// <returns>False while they run.</returns>
    public bool StreamAfter<TItem>(Envelope envelope, ValueTask<IAsyncEnumerable<TItem>> handler)
    {
        if (handler.IsCompleted) return Stream(envelope, handler.GetAwaiter().GetResult());
        _ = FinishWithAsync(envelope, handler, static (cell, envelope, items) => cell.Stream(envelope, items));
        return false;
    }

    private async Task FinishWithAsync<TResult>(
        Envelope envelope, ValueTask<TResult> handler, Func<ActorCell<TActor>, Envelope, TResult, bool> finish)
    {
        envelope = envelope.ToKeep();
        bool ended = true;
        try
        {
            ended = finish(this, envelope, await handler);
        }
        catch (Exception failure)
        {
            ended = Failed(envelope, envelope.Ask, failure);
        }
        finally
        {
            if (ended)
            {
                EndObserved(null);
                Release();
            }
        }
    }

    private protected override TurnInterceptor[] FindTurnInterceptors() =>
        System.Interceptors.OfTurns(_dispatcher.Origin, () => _dispatcher.Origin.NewTurnInterceptors(this));

    private protected override SendInterceptor[] FindSendInterceptors() =>
        System.Interceptors.OfSends(_dispatcher.Origin, () => _dispatcher.Origin.NewSendInterceptors(this));
}
