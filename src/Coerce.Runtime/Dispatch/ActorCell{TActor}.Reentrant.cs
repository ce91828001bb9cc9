using Coerce.Cells;

namespace Coerce.Dispatch;

// Handlers that let other messages in while they await.
public partial class ActorCell<TActor>
{
    /// <summary>Runs a reentrant handler in a queued turn.</summary>
    /// <returns>True: the turn has ended, though the handler may go on in others.</returns>
    public bool RunReentrant<TReply>(Envelope envelope, Func<ActorCell<TActor>, Envelope, ValueTask<TReply>> handler)
    {
        TurnContext context = Extras.TurnContext ??= new TurnContext(this);
        SynchronizationContext? before = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(context);
        ValueTask<TReply> running;
        try
        {
            running = handler(this, envelope);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }

        if (running.IsCompleted) return Reply(envelope, running.GetAwaiter().GetResult());

        context.Begin();
        _ = FinishReentrantAsync(context, envelope, CurrentTag, running);
        return true;
    }

    /// <summary>The same for a handler without a reply.</summary>
    public bool RunReentrant(Envelope envelope, Func<ActorCell<TActor>, Envelope, ValueTask> handler) =>
        RunReentrant<NoReply>(envelope, async (cell, message) =>
        {
            await handler(cell, message).ConfigureAwait(cell.System.KeepsContext);
            return default;
        });

    private async Task FinishReentrantAsync<TReply>(TurnContext context, Envelope envelope, int tag, ValueTask<TReply> running)
    {
        try
        {
            Answer(envelope.Ask, await running.ConfigureAwait(System.KeepsContext));
        }
        catch (Exception failure)
        {
            Post(new TurnFailure(context, envelope, tag, failure));
        }
        finally
        {
            context.End();
        }
    }
}
