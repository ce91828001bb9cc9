using Coerce.Cells;
using Coerce.Diagnostics;

namespace Coerce.Dispatch;

// Birth and death. The constructor is the first turn, [OnStart] part of it; the stop is the last.
public abstract partial class ActorCell
{
    internal abstract bool HasStart { get; }

    internal abstract ValueTask RunStartAsync();

    internal abstract ValueTask RunStopAsync();

    /// <summary>Makes the actor's object and lets the first message in, or lets <c>[OnStart]</c> run first.</summary>
    internal void Start()
    {
        try
        {
            Props.CreateActor(this);
        }
        catch (Exception failure)
        {
            Extras.Failure = failure;
            Terminate(_gate.Close());
            throw;
        }

        if (HasStart)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static cell => _ = cell.RunStartTurnAsync(), this, preferLocal: false);
            return;
        }

        _status = ActorStatus.Started;
        Release();
    }

    internal void RequestStop(bool immediately)
    {
        if (immediately)
        {
            Extras.StopNow = true;
            Extras.CancelTurn();
        }

        // The signal wakes an idle actor. For an immediate stop its place does not matter: the drain looks at the flag first.
        if (!_gate.IsClosed) Post(new StopSignal());
        else if (immediately) StopChildrenNow();
    }

    /// <summary>The turn that never ends. The caller owns the turn and must not touch the actor any more.</summary>
    private protected void BeginStop(bool immediately) => _ = StopTurnAsync(immediately, runOnStop: true);

    private async Task RunStartTurnAsync()
    {
        try
        {
            await RunStartAsync().ConfigureAwait(false);
        }
        catch (Exception failure)
        {
            Extras.Failure = failure;
            if (!(Extras.StopNow && failure is OperationCanceledException)) Log.StartFailed(System.Logger, ToString(), failure);
            await StopTurnAsync(immediately: true, runOnStop: false).ConfigureAwait(false);
            _extras!.Started?.TrySetException(new ActorStartException(ToString(), Path, failure));
            return;
        }

        _status = ActorStatus.Started;
        _extras?.Started?.TrySetResult();
        Release();
    }

    private async Task StopTurnAsync(bool immediately, bool runOnStop)
    {
        // From here on nothing is handled any more, so nothing need wait: a child that asks its stopping parent is told
        // at once, rather than holding up the stop until its ask expires.
        _status = ActorStatus.Stopping;
        RejectAll(_gate.Close());
        await StopChildrenAsync(immediately).ConfigureAwait(false);
        if (runOnStop)
        {
            try
            {
                await RunStopAsync().ConfigureAwait(false);
            }
            catch (Exception failure)
            {
                Log.StopFailed(System.Logger, ToString(), failure);
            }
        }

        Terminate(null);
    }

    private async Task StopChildrenAsync(bool immediately)
    {
        if (_extras?.ChildrenOrNull is not { } children) return;
        children.Close();
        ActorCell[] open = children.Snapshot();
        foreach (ActorCell child in open) child.RequestStop(immediately);
        foreach (ActorCell child in open) await child.Termination.ConfigureAwait(false);
    }

    /// <summary>A stop that had begun in order, and waits for its children, is now wanted at once.</summary>
    private void StopChildrenNow()
    {
        if (_extras?.ChildrenOrNull is not { } children) return;
        foreach (ActorCell child in children.Snapshot()) child.RequestStop(immediately: true);
    }

    private void Terminate(Envelope? waiting)
    {
        RejectAll(waiting);
        System.ChildrenOf(Parent).Remove(this);
        _status = ActorStatus.Stopped;

        // Whoever wants to wait publishes the signal and then looks at the status; here it is the other way about. With a full
        // fence on both sides, one of the two sees the other.
        Interlocked.MemoryBarrier();
        _extras?.TerminationOrNull?.TrySetResult();
    }
}
