using Coerce.Cells;

namespace Coerce.Dispatch;

// Work that somebody else wants done in a turn of the actor.
public partial class ActorCell<TActor>
{
    /// <summary>Runs a delegate in a turn of the actor.</summary>
    public ValueTask RunAsync(Action<TActor> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Call(new PendingAsk<NoReply>(this, RunTag), actor =>
        {
            work(actor);
            return default;
        }, cancellationToken).Done;
    }

    /// <inheritdoc cref="RunAsync(Action{TActor}, CancellationToken)"/>
    public ValueTask RunAsync(Func<TActor, Task> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Call(new PendingAsk<NoReply>(this, RunTag), async actor =>
        {
            await work(actor);
            return default;
        }, cancellationToken, mayAsk: true).Done;
    }

    /// <inheritdoc cref="RunAsync(Action{TActor}, CancellationToken)"/>
    public ValueTask<TReply> RunAsync<TReply>(Func<TActor, TReply> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Call(new PendingAsk<TReply>(this, RunTag), actor => new(work(actor)), cancellationToken).Reply;
    }

    /// <inheritdoc cref="RunAsync(Action{TActor}, CancellationToken)"/>
    public ValueTask<TReply> RunAsync<TReply>(Func<TActor, Task<TReply>> work, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(work);
        return Call(new PendingAsk<TReply>(this, RunTag), actor => new(work(actor)), cancellationToken, mayAsk: true).Reply;
    }

    private PendingAsk<TReply> Call<TReply>(
        PendingAsk<TReply> ask, Func<TActor, ValueTask<TReply>> work, CancellationToken cancellationToken, bool mayAsk = false)
    {
        ask.Arm(0, cancellationToken);
        if (_gate.IsClosed) ask.TryFail(Stopped(MessageName(RunTag)));
        else if (!ask.IsInRing && !cancellationToken.IsCancellationRequested) PostAsk(new ActorCall<TActor, TReply>(ask, work, mayAsk));
        return ask;
    }
}
