using Coerce.Diagnostics;
using Coerce.Dispatch;

namespace Coerce.Cells;

// How an activation ends: as a restart that stops half-way. What belongs to the object ends with it; the cell, with all that waits, stays.
internal sealed partial class EntityLife
{
    /// <summary>Somebody wants it passivated. Any thread may call it.</summary>
    /// <returns>Ends when it is.</returns>
    public Task RequestPassivation(bool immediately)
    {
        var signal = new PassivateSignal(Directory.System.NewSignal(), immediately);
        if (immediately)
        {
            // First the token, then the signal: an activation that begins in between has a token of its own, and ends by the signal.
            Cell.Extras.CancelTurn();
            Cell.PostSignal(signal);
        }
        else
        {
            Cell.Post(signal);
        }

        return signal.Done;
    }

    public void Passivate(TaskCompletionSource done, bool immediately) => _ = PassivateAsync(done, immediately);

    /// <summary>It was found idle. If something came since, it stays.</summary>
    public void PassivateUnlessWoken()
    {
        if (Cell.QueueLength == 0)
        {
            _ = PassivateAsync(null, immediately: false);
            return;
        }

        Directory.Stay(this);
        Cell.Release();
    }

    /// <summary>Supervision has decided that the object must go. What waits is the next one's.</summary>
    public async Task FailAsync(Exception failure)
    {
        Cell.Extras.Failure = failure;
        await EndAsync(immediately: true, runOnStop: true);
        Directory.Dismiss(this);
        Cell.Release();
    }

    private async Task PassivateAsync(TaskCompletionSource? done, bool immediately)
    {
        await EndAsync(immediately, runOnStop: true);
        Directory.Dismiss(this);
        done?.TrySetResult();
        Cell.Release();
    }

    /// <summary>Ends the activation. The cell is dormant afterwards, and the turn still the caller's.</summary>
    private async Task EndAsync(bool immediately, bool runOnStop)
    {
        Cell.ShutEntry();
        Cell.Status = ActorStatus.Stopping;
        Cell.RejectStaleSignals();
        CellExtras? extras = Cell.ExtrasOrNull;
        extras?.TimersOrNull?.StopOwn();
        EndAttached();
        if (extras?.TurnContext is { } reentrant) await Cell.LeaveTurns(reentrant);
        await Cell.CloseStreamsAsync();

        // Before the children stop: what the entity has not heard yet is news of this activation.
        extras?.WatchesOrNull?.Unwatch(Cell);
        await Cell.StopChildrenAsync(immediately);
        if (runOnStop)
        {
            try
            {
                await Cell.RunStopAsync();
            }
            catch (Exception failure)
            {
                Log.StopFailed(Directory.System.Logger, Cell.ToString(), failure);
            }
        }

        await Cell.LeaveServicesAsync();
        extras = Cell.ExtrasOrNull;
        if (extras is not null)
        {
            // Again: [OnStop] may have made some.
            extras.TimersOrNull?.StopOwn();
            extras.TurnContext = null;
            if (extras.Failure is not null) extras.WatchesOrNull?.Terminated(Cell);
        }

        Cell.DropActor();
        Cell.Status = ActorStatus.Dormant;
    }

    private void EndAttached()
    {
        IDisposable[] attached;
        lock (_lock)
        {
            if (_attached is null) return;
            attached = [.. _attached];
            _attached = null;
        }

        foreach (IDisposable one in attached)
        {
            try
            {
                one.Dispose();
            }
            catch (Exception failure)
            {
                // Whatever hears that the stream was let go of, and does not bear it, is the stream's.
                Log.AttachedStreamFailed(Directory.System.Logger, Cell.ToString(), failure);
            }
        }
    }
}
