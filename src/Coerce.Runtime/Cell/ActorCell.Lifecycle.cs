using Coerce.Cells;
using Coerce.Diagnostics;

namespace Coerce.Dispatch;

// Birth and death. The constructor is the first turn, [OnStart] part of it; the stop is the last. Turns run under no context but
// that of the system's own scheduler, so awaits need not leave it.
public abstract partial class ActorCell
{
    /// <summary>True for an actor without <c>[OnStart]</c>, <c>[OnStop]</c> and <c>[Subscribes]</c>.</summary>
    internal abstract bool IsSimple { get; }

    internal abstract bool HasStart { get; }

    internal abstract bool HasStop { get; }

    internal abstract ValueTask RunStartAsync();

    internal abstract ValueTask RunStopAsync();

    internal abstract ValueTask RunRestartAsync(Exception failure);

    internal abstract ActorSettings Settings { get; }

    /// <summary>True from the first request to stop on.</summary>
    internal bool IsStopRequested => _stopRequested;

    /// <summary>Makes the actor's object and lets the first message in, or lets <c>[OnStart]</c> run first.</summary>
    internal void Start()
    {
        Create();
        Begin();
    }

    /// <summary>The same for an anonymous actor that has no place among the children of its parent yet: while nobody knows it, nothing has to be
    /// guarded.</summary>
    /// <returns>False when <paramref name="table"/> takes no more children; the actor has been given up then.</returns>
    internal bool TryStart(ChildTable table)
    {
        Create();

        // Whom the constructor told of its actor, it told through one of these.
        if (_extras is null && IsSimple)
        {
            _status = ActorStatus.Started;
            _gate.OpenUnknown();
            if (!table.TryAdd(this)) return false;
            System.Lifecycles?.Started(this);
            return true;
        }

        if (!table.TryAdd(this))
        {
            Abandon();
            return false;
        }

        Begin();
        return true;
    }

    private void Create()
    {
        try
        {
            Props.CreateActor(this);
            if (!IsSimple) SubscribeHandlers();
        }
        catch (Exception failure)
        {
            Extras.Failure = failure;
            Abandon();
            throw;
        }
    }

    private void Begin()
    {
        if (!IsSimple)
        {
            if (HasStop) MindLastRef();
            if (HasStart)
            {
                Schedule();
                return;
            }
        }

        _status = ActorStatus.Started;
        System.Lifecycles?.Started(this);
        Release();
    }

    /// <summary>Gives up an actor that has no object yet. The caller owns the turn, which nobody had before.</summary>
    internal void Abandon()
    {
        Parent?._detour?.ChildStops(this);
        RejectAll(_gate.Close());
        _detour?.Close(this);
        EndSubscriptions();
        StopChildrenNow();

        // Nobody waits here for services that take their time: the id is to be free when Spawn throws.
        _ = LeaveServicesAsync();
        Terminate();
    }

    /// <summary>From now on somebody could notice the actor's end: it has an <c>[OnStop]</c>, named children, services of its own, or a watcher. If it is anonymous it
    /// stops when nobody can reach it any more; an actor without any of this just ceases to be.</summary>
    internal void MindLastRef()
    {
        if (HasId || Life is not null || _stopRequested || System.KeepsContext || _extras?.LastRef is not null) return;
        var lastRef = new LastRef(this);
        if (!Extras.TrySetLastRef(lastRef)) GC.SuppressFinalize(lastRef);
    }

    /// <summary>Lets a cell begin that has no actor of its own: see <see cref="PoolRouter"/>.</summary>
    internal void StartWithoutActor()
    {
        _status = ActorStatus.Started;
        System.Lifecycles?.Started(this);
        Release();
    }

    internal void RequestStop(bool immediately)
    {
        _stopRequested = true;
        if (immediately)
        {
            Extras.StopNow = true;
            Extras.CancelTurn();
        }

        // The signal wakes an idle actor. For an immediate stop its place does not matter: the drain looks at the flag first.
        if (!_gate.IsClosed) Post(new StopSignal());
        if (immediately && (_gate.IsClosed || _status == ActorStatus.Stopping)) StopChildrenNow();

        // An actor that waits before its restart has no object that could handle what waits in front of the signal.
        _extras?.BackoffInterrupt?.Cancel();
    }

    /// <summary>Stops an actor that is idle and has nothing to do for it: no method runs, nobody is told. The others take the way of a
    /// signal through their mailbox.</summary>
    /// <returns>True when it has stopped.</returns>
    internal bool TryStopAtOnce()
    {
        if (!IsSimple || _extras is not null || _detour is not null || System.Lifecycles is not null || Parent?._detour is not null) return false;
        if (Life is not null || !_gate.TryEnter()) return false;

        _stopRequested = true;
        _status = ActorStatus.Stopping;
        RejectAll(_gate.Close());

        // Whoever wants to be told, or has something that ends with the actor, may have come in between.
        if (_extras is not null)
        {
            BeginStop(immediately: true);
            return false;
        }

        Terminate();
        return true;
    }

    /// <summary>Stops the actor at the wish of its user, who may want an entity to be passivated.</summary>
    /// <returns>Ends when that is done.</returns>
    internal Task Stop(bool immediately)
    {
        if (Life is { } life) return life.RequestPassivation(immediately);
        RequestStop(immediately);
        return Termination;
    }

    /// <summary>The turn that never ends. The caller owns the turn and must not touch the actor any more.</summary>
    internal void BeginStop(bool immediately) => _ = StopTurnAsync(immediately, runOnStop: true);

    private async Task RunStartTurnAsync()
    {
        MarkSince();
        try
        {
            await RunStartAsync();
        }
        catch (Exception failure)
        {
            Extras.Failure = failure;
            if (!(Extras.StopNow && failure is OperationCanceledException))
            {
                Log.StartFailed(System.Logger, ToString(), failure);
                PublishFailure("[OnStart]", failure);
            }

            await StopTurnAsync(immediately: true, runOnStop: false);
            _extras!.Started?.TrySetException(new ActorStartException(ToString(), Path, failure));
            return;
        }

        _status = ActorStatus.Started;
        System.Lifecycles?.Started(this);
        _extras?.Started?.TrySetResult();
        Release();
    }

    internal async Task StopTurnAsync(bool immediately, bool runOnStop)
    {
        // From here on nothing is handled any more, so nothing need wait: a child that asks its stopping parent is told
        // at once, rather than holding up the stop until its ask expires.
        _status = ActorStatus.Stopping;
        MarkSince();
        Parent?._detour?.ChildStops(this);
        Envelope? waiting = _gate.Close();
        _extras?.Stash?.RejectAll(this);
        RejectAll(waiting);
        RejectSignals();
        _detour?.Close(this);
        EndSubscriptions();
        _extras?.TimersOrNull?.Stop();
        if (_extras?.TurnContext is { } reentrant) await reentrant.WhenAllEnded();
        await CloseStreamsAsync();
        await StopChildrenAsync(immediately);
        if (runOnStop)
        {
            try
            {
                await RunStopAsync();
            }
            catch (Exception failure)
            {
                Log.StopFailed(System.Logger, ToString(), failure);
            }
        }

        await LeaveServicesAsync();
        Terminate();
    }

    /// <summary>Ends the streams that are read; their handlers' <c>finally</c> blocks are part of the stop.</summary>
    internal async Task CloseStreamsAsync()
    {
        if (_extras?.StreamsOrNull is not { } streams) return;
        foreach (IOpenStream stream in streams.TakeAll())
        {
            try
            {
                await stream.CloseAsync(Stopped("the next step of its stream"));
            }
            catch (Exception failure)
            {
                Log.StopFailed(System.Logger, ToString(), failure);
            }
        }
    }

    internal async Task StopChildrenAsync(bool immediately)
    {
        if (_extras?.ChildrenOrNull is not { } children) return;
        children.Close();
        ActorCell[] open = Array.FindAll(children.Snapshot(), static child => !child.TryStopAtOnce());
        foreach (ActorCell child in open) child.RequestStop(immediately);
        foreach (ActorCell child in open) await child.Termination;
    }

    /// <summary>A stop that had begun in order, and waits for its children, is now wanted at once.</summary>
    private void StopChildrenNow()
    {
        if (_extras?.ChildrenOrNull is not { } children) return;
        children.Close();
        foreach (ActorCell child in children.Snapshot()) child.RequestStop(immediately: true);
    }

    private void Terminate()
    {
        if (Life is { } life) life.Terminated();
        else System.ChildrenOf(Parent).Remove(this);
        _status = ActorStatus.Stopped;
        if (_extras?.LastRef is { } lastRef) GC.SuppressFinalize(lastRef);

        // Whoever watches adds itself and then looks at the status; here it is the other way about. With a full
        // fence on both sides, one of the two sees the other.
        Interlocked.MemoryBarrier();

        // Watchers come first: whoever has waited for the stop may rely on their notices being on the way.
        _extras?.WatchesOrNull?.Terminated(this);
        System.Lifecycles?.Stopped(this);

        // The same with whoever wants to wait, and the signal.
        _watchersTold = true;
        Interlocked.MemoryBarrier();
        _extras?.TerminationOrNull?.TrySetResult();
    }
}
