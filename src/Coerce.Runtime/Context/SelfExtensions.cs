using Coerce.Cells;
using Coerce.Diagnostics;
using Coerce.Dispatch;

namespace Coerce;

/// <summary>What an actor sends to itself: the result of a task, the items of a stream.</summary>
public static class SelfExtensions
{
    /// <summary>Sends the actor what <paramref name="task"/> gives, as a message. The turn does not wait for it.</summary>
    /// <remarks>The message is handled in a turn of its own, so the handler may use the actor's state, which code after an
    /// unawaited task may not. Where the task fails and <paramref name="onFailure"/> is null, the failure is logged (event 1014).</remarks>
    /// <typeparam name="TRef">The actor's ref.</typeparam>
    /// <typeparam name="TMessage">The message, which the actor handles.</typeparam>
    /// <param name="context">The actor.</param>
    /// <param name="task">The task.</param>
    /// <param name="onFailure">Makes a message of a failure; null to log it.</param>
    public static void PipeToSelf<TRef, TMessage>(
        this ActorContext<TRef> context, Task<TMessage> task, Func<Exception, TMessage>? onFailure = null)
        where TRef : ActorRef, IReceive<TMessage>
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(task);
        _ = PipeAsync(context.Self, context.Cell, task, onFailure);
    }

    /// <summary>Sends the actor the items of a stream as messages, until the stream ends, the actor stops, or the result is
    /// disposed.</summary>
    /// <remarks>Where the actor's mailbox is bounded, the stream waits for room. A stream that fails is logged (event 1015).</remarks>
    /// <typeparam name="TRef">The actor's ref.</typeparam>
    /// <typeparam name="TMessage">The item, which the actor handles.</typeparam>
    /// <param name="context">The actor.</param>
    /// <param name="stream">The stream.</param>
    /// <returns>Dispose it to let go of the stream.</returns>
    public static IDisposable Attach<TRef, TMessage>(this ActorContext<TRef> context, IAsyncEnumerable<TMessage> stream)
        where TRef : ActorRef, IReceive<TMessage>
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(stream);
        var attached = new Attachment();
        if (context.Cell.Life is { } life)
        {
            life.Attach(attached);
        }
        else
        {
            _ = context.Cell.Termination.ContinueWith(
                static (_, attached) => ((Attachment)attached!).Dispose(), attached, attached.Token,
                TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        _ = FeedAsync(context.Self, context.Cell, stream, attached);
        return attached;
    }

    private static async Task PipeAsync<TMessage>(
        IReceive<TMessage> self, ActorCell cell, Task<TMessage> task, Func<Exception, TMessage>? onFailure)
    {
        TMessage message;
        try
        {
            message = await task;
        }
        catch (Exception failure)
        {
            if (onFailure is null)
            {
                Log.PipedTaskFailed(cell.System.Logger, cell.ToString(), failure);
                return;
            }

            message = onFailure(failure);
        }

        self.Tell(message);
    }

    private static async Task FeedAsync<TMessage>(
        IReceive<TMessage> self, ActorCell cell, IAsyncEnumerable<TMessage> stream, Attachment attached)
    {
        CancellationToken cancellationToken = attached.Token;

        // The stream is read beside the actor: no turn waits for it.
        AskGraph.Asker = null;
        try
        {
            await foreach (TMessage item in stream.WithCancellation(cancellationToken))
            {
                if (cancellationToken.IsCancellationRequested) return;
                await self.TellAsync(item, cancellationToken);
            }
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            // Let go of, or the actor has stopped: whatever the stream says to that is no news.
        }
        catch (Exception failure)
        {
            Log.AttachedStreamFailed(cell.System.Logger, cell.ToString(), failure);
        }
        finally
        {
            cell.Life?.Detach(attached);
        }
    }

    private sealed class Attachment : IDisposable
    {
        // Not disposed: the stream may look at its token after it was let go of, and the source holds nothing.
        private readonly CancellationTokenSource _source = new();

        public CancellationToken Token => _source.Token;

        public void Dispose() => _source.Cancel();
    }
}
