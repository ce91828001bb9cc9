using System.Diagnostics;
using Coerce.Cells;
using Coerce.Dispatch;
using Coerce.Telemetry;

namespace Coerce;

/// <summary>A reply that comes later: the handler returns it, the actor goes on with the next message, and whoever asked gets the
/// reply when it is there.</summary>
/// <remarks>
/// Thread-safe. A handler returns either the work itself, <see cref="Deferred.Run"/>, or a new one that it keeps, to be answered by
/// <see cref="Reply"/> or <see cref="Fail"/> in a later turn. One that is returned to several callers answers them all. A caller
/// does not wait longer than its deadline.
/// </remarks>
/// <example>
/// <code>
/// [Handles] Deferred&lt;Report&gt; On(BuildReport message) => Deferred.Run(ct => BuildAsync(message, ct));
/// </code>
/// </example>
/// <typeparam name="T">The reply.</typeparam>
[DebuggerDisplay("{_reply.Task.Status}")]
public sealed class Deferred<T>
{
    private readonly TaskCompletionSource<T> _reply = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<CancellationToken, Task<T>>? _work;

    /// <summary>A reply to be given by <see cref="Reply"/> or <see cref="Fail"/>.</summary>
    public Deferred()
    {
    }

    internal Deferred(Func<CancellationToken, Task<T>> work) => _work = work;

    /// <summary>Gives the reply.</summary>
    /// <param name="value">The reply.</param>
    /// <returns>False when it was given before.</returns>
    public bool Reply(T value) => _reply.TrySetResult(value);

    /// <summary>Fails the ask.</summary>
    /// <param name="failure">What the asker gets.</param>
    /// <returns>False when the reply was given before.</returns>
    public bool Fail(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return _reply.TrySetException(failure);
    }

    /// <summary>Sees to it that the reply reaches whoever asked.</summary>
    /// <param name="cell">The actor.</param>
    /// <param name="handler">The handler's name.</param>
    /// <param name="ask">Who waits; null for a tell.</param>
    /// <param name="span">What ends with the reply; null for nothing.</param>
    internal void Deliver(ActorCell cell, string handler, PendingAsk<T>? ask, Activity? span)
    {
        ask?.Owe();
        if (_work is null && ask is not null) cell.Life?.Owe(ask);
        if (span is not null) cell.System.Schedule(new ObservedRun(this, cell, handler, ask, span));
        else if (_work is null) _ = DeliverAsync(_reply.Task, cell, handler, ask);
        else cell.System.Schedule(new Run(this, cell, handler, ask));
    }

    private static async Task DeliverAsync(Task<T> reply, ActorCell cell, string handler, PendingAsk<T>? ask)
    {
        try
        {
            T value = await reply;
            ask?.TryReply(value);
        }
        catch (Exception failure)
        {
            // A caller who has gone is no news, nor is what became of the work that was cancelled for it.
            if (ask is null) Diagnostics.Log.HandlerFailed(cell.System.Logger, cell.ToString(), handler, failure);
            else ask.TryFail(failure);
        }
    }

    private async Task<T> WorkAsync(PendingAsk<T>? ask)
    {
        // Not disposed: the ask may end, and cancel it, after the work has.
        var gone = new CancellationTokenSource();
        ask?.CancelWhenEnded(gone);
        return await _work!(gone.Token);
    }

    /// <summary>Runs the work where turns run, but in none: the actor is free meanwhile.</summary>
    private sealed class Run(Deferred<T> deferred, ActorCell cell, string handler, PendingAsk<T>? ask) : IThreadPoolWorkItem
    {
        void IThreadPoolWorkItem.Execute() => _ = DeliverAsync(deferred.WorkAsync(ask), cell, handler, ask);
    }

    /// <summary>The same, or the wait for the reply, with a span that the work runs in.</summary>
    private sealed class ObservedRun(Deferred<T> deferred, ActorCell cell, string handler, PendingAsk<T>? ask, Activity span)
        : IThreadPoolWorkItem
    {
        void IThreadPoolWorkItem.Execute() => _ = DeliverAsync(RunAsync(), cell, handler, ask);

        private async Task<T> RunAsync()
        {
            Activity.Current = span;
            Exception? failure = null;
            try
            {
                return await (deferred._work is null ? deferred._reply.Task : deferred.WorkAsync(ask));
            }
            catch (Exception thrown)
            {
                failure = thrown;
                throw;
            }
            finally
            {
                TurnRecord.Stop(cell, span, failure);
            }
        }
    }
}

/// <summary>Makes deferred replies.</summary>
public static class Deferred
{
    /// <summary>A reply that <paramref name="work"/> makes beside the actor.</summary>
    /// <remarks>The work runs on the pool while the actor handles other messages: let it take what it needs from the message, and
    /// leave the actor's state alone.</remarks>
    /// <typeparam name="T">The reply.</typeparam>
    /// <param name="work">The work. Its token is cancelled when nobody waits for the reply any more.</param>
    public static Deferred<T> Run<T>(Func<CancellationToken, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(work);
        return new Deferred<T>(work);
    }
}
