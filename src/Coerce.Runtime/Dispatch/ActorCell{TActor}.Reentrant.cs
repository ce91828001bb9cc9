using Coerce.Cells;
using Coerce.Telemetry;

namespace Coerce.Dispatch;

// Handlers that let other messages in while they await.
public partial class ActorCell<TActor>
{
    /// <summary>Runs a reentrant handler in a queued turn.</summary>
    /// <returns>True: the turn has ended, though the handler may go on in others.</returns>
    public bool RunReentrant<TReply>(Envelope envelope, Func<ActorCell<TActor>, Envelope, ValueTask<TReply>> handler)
    {
        envelope = envelope.ToKeep();
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
        TurnRecord? record = ExtrasOrNull!.TakeTurn();
        _ = FinishReentrantAsync(context, envelope, CurrentTag, record is null ? running : ObserveAsync(record, running));
        return true;
    }

    /// <summary>The same for a handler without a reply.</summary>
    public bool RunReentrant(Envelope envelope, Func<ActorCell<TActor>, Envelope, ValueTask> handler) =>
        RunReentrant<NoReply>(envelope, async (cell, message) =>
        {
            await handler(cell, message).ConfigureAwait(cell.System.KeepsContext);
            return default;
        });

    /// <summary>The handler has left its turn, and what is observed of it goes with it.</summary>
    private async ValueTask<TReply> ObserveAsync<TReply>(TurnRecord record, ValueTask<TReply> running)
    {
        try
        {
            TReply reply = await running.ConfigureAwait(System.KeepsContext);
            record.End(this, null);
            return reply;
        }
        catch (Exception failure)
        {
            record.End(this, failure);
            throw;
        }
    }

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
