using Coerce.Diagnostics;
using Coerce.Dispatch;
using Coerce.Telemetry;

namespace Coerce.Cells;

/// <summary>Acts on one failure of an actor. It runs where turns run, holds the actor's turn, and gives it back or ends the actor.</summary>
internal sealed class Supervisor(ActorCell cell, Supervision supervision, Exception failure, bool parentDecides) : ICellWork
{
    private TimeProvider Clock => cell.System.Options.Clock;

    /// <summary>The actor that failed.</summary>
    public ActorCell Cell => cell;

    void IThreadPoolWorkItem.Execute() => _ = ActAsync();

    private async Task ActAsync()
    {
        FailureAction action = parentDecides ? await AskParentAsync() : supervision.Action;
        switch (action)
        {
            case FailureAction.Resume:
                cell.Release();
                break;
            case FailureAction.Restart:
                await RestartAsync();
                break;
            case FailureAction.Escalate:
                await StopAsync(failure);
                Escalate();
                break;
            default:
                Log.StoppedBySupervision(cell.System.Logger, cell.ToString(), failure);
                await StopAsync(failure);
                break;
        }
    }

    private async Task<FailureAction> AskParentAsync()
    {
        ActorCell parent = cell.Parent!;
        int tag = parent.Descriptor.ChildFailedTag;
        int restarts = cell.Extras.Restarts?.Count(Clock, supervision.Window) ?? 0;
        var message = new ChildFailed(cell.Props.NewUntypedRef(cell), failure, restarts);
        var ask = new QueuedAsk<ChildFailed, FailureAction>(parent, tag, message, trace: null);
        ask.Arm(0, CancellationToken.None);
        parent.PostSignal(ask);
        try
        {
            return await ask.Reply;
        }
        catch (Exception undecided)
        {
            Log.ParentDidNotDecide(cell.System.Logger, parent.ToString(), cell.ToString(), undecided);
            return FailureAction.Stop;
        }
    }

    private async Task RestartAsync()
    {
        Exception reason = failure;
        cell.Status = ActorStatus.Restarting;
        cell.MarkSince();
        RestartHistory history = cell.Extras.Restarts ??= new RestartHistory();
        while (true)
        {
            int before = history.Count(Clock, supervision.Window);
            if (before >= supervision.MaxRestarts)
            {
                Log.TooManyRestarts(cell.System.Logger, cell.ToString(), before, supervision.Window, reason);
                await StopAsync(reason);
                return;
            }

            history.Add(Clock);
            await LeaveOldObjectAsync(reason);
            if (!await WaitAsync(supervision.WaitBefore(before + 1, NextJitter())))
            {
                await cell.StopTurnAsync(immediately: true, runOnStop: false);
                return;
            }

            try
            {
                cell.Props.CreateActor(cell);
                await cell.RunStartAsync();
            }
            catch (Exception again)
            {
                reason = again;
                cell.PublishFailure("the restart", again);
                continue;
            }

            Instruments.Restarted(cell);
            Log.Restarted(cell.System.Logger, cell.ToString(), before + 1, supervision.MaxRestarts, reason);
            cell.Status = ActorStatus.Started;
            cell.OpenStash();
            cell.Release();
            return;
        }
    }

    private async Task LeaveOldObjectAsync(Exception reason)
    {
        await cell.CloseStreamsAsync();
        await cell.StopChildrenAsync(immediately: true);
        cell.ExtrasOrNull?.ChildrenOrNull?.Open();
        try
        {
            await cell.RunRestartAsync(reason);
        }
        catch (Exception thrown)
        {
            Log.RestartHookFailed(cell.System.Logger, cell.ToString(), thrown);
        }

        await cell.LeaveServicesAsync();
    }

    /// <summary>Waits before a restart. False when the actor is to stop instead.</summary>
    private async Task<bool> WaitAsync(TimeSpan time)
    {
        // Without a wait there is always an object for the messages in front of a stop.
        if (time == TimeSpan.Zero) return true;

        // Not disposed: whoever stops the actor may cancel it at any moment, and it holds nothing.
        var interrupt = new CancellationTokenSource();
        cell.Extras.BackoffInterrupt = interrupt;

        // RequestStop sets its flag and then looks for the interrupt; here it is the other way about. Both sides have a full fence
        // between the two, so a stop is seen by at least one.
        Interlocked.MemoryBarrier();
        try
        {
            if (!cell.IsStopRequested) await Task.Delay(time, Clock, interrupt.Token);
        }
        catch (OperationCanceledException)
        {
        }

        cell.Extras.BackoffInterrupt = null;
        return !cell.IsStopRequested;
    }

    private double NextJitter() => cell.System.Options.Scheduler?.NextJitter() ?? Random.Shared.NextDouble();

    private Task StopAsync(Exception reason)
    {
        if (cell.Life is { } life) return life.FailAsync(reason);
        cell.Extras.Failure = reason;
        return cell.StopTurnAsync(immediately: true, runOnStop: true);
    }

    private void Escalate()
    {
        if (cell.Parent is { } parent) parent.PostSignal(new Escalation(failure));
        else cell.System.FailedAtTheTop(cell, failure);
    }
}

/// <summary>A child that has failed and stopped hands its failure up.</summary>
internal sealed class Escalation(Exception failure) : Work
{
    internal override bool Run(ActorCell cell)
    {
        cell.PublishFailure(null, failure);
        return cell.Supervise(failure);
    }
}
