using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Coerce.Cells;
using Coerce.Telemetry;

namespace Coerce.Dispatch;

/// <summary>One actor, as generated code sees it: enter a turn, run the handler, leave with the reply.</summary>
/// <remarks>
/// <para><b>A turn in the caller's thread</b>: <see cref="TryEnter"/>; when it gave true, run the handler and call exactly
/// one of <c>Leave</c>, <c>LeaveAfter</c> and <c>Fail</c>.</para>
/// <para><b>A queued turn</b>: <see cref="ActorDispatcher{TActor}.Run"/> runs the handler and returns what <c>Reply</c> or
/// <c>ReplyAfter</c> gave.</para>
/// </remarks>
/// <typeparam name="TActor">The actor's class.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public partial class ActorCell<TActor> : ActorCell
    where TActor : class
{
    private readonly ActorDispatcher<TActor> _dispatcher;
    private ExecutionContext? _caller;

    internal ActorCell(ActorSystem system, ActorCell? parent, string? id, Props props, ActorDispatcher<TActor> dispatcher)
        : base(system, parent, id)
    {
        Props = props;
        _dispatcher = dispatcher;
        _detour = BoundedMailbox.For(props, dispatcher.Settings);
        Actor = null!;  // set before the first turn
    }

    /// <summary>The cell of a pool: its messages go to its children, and it has no actor.</summary>
    internal ActorCell(ActorSystem system, ActorCell? parent, string? id, Props props, PoolDispatcher<TActor> dispatcher, PoolRouter router)
        : base(system, parent, id)
    {
        Props = props;
        _dispatcher = dispatcher;
        _detour = router;
        _gate.ShutEntry();
        Actor = null!;
    }

    /// <summary>The actor's object. For the owner of the turn only.</summary>
    public TActor Actor { get; internal set; }

    internal sealed override Props Props { get; }

    internal sealed override ActorDescriptor Descriptor => _dispatcher.Descriptor;

    /// <summary>Begins a turn in the caller's thread, if the actor is idle and the thread is fit for it.</summary>
    /// <param name="tag">The handler.</param>
    /// <param name="cancellationToken">The caller's; when it is cancelled already, there is no turn.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnter(int tag, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested || !CallerThread.CanRunTurns(out ExecutionContext? ambient) || !_gate.TryEnter())
            return false;

        CurrentTag = tag;
        if (!CallerThread.IsClean(ambient) || Instruments.IsOn) LeaveCaller(tag, ambient);
        return true;
    }

    /// <summary>The caller has something that the turn must not see, or somebody wants to see the turn.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private void LeaveCaller(int tag, ExecutionContext ambient)
    {
        // Not null: the way out is then the one that looks whether the turn is observed.
        _caller = ambient;
        CallerThread.Leave(ambient);
        if (Instruments.IsOn) ObserveAsk(tag);
    }

    /// <summary>The same for a handler that may ask: whom it asks must know who waits.</summary>
    public bool TryEnterAsking(int tag, CancellationToken cancellationToken)
    {
        if (!TryEnter(tag, cancellationToken)) return false;
        BeginAsking();
        return true;
    }

    /// <summary>Ends a turn in the caller's thread with its reply.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask<TReply> Leave<TReply>(TReply reply)
    {
        EndForCaller();
        ReleaseUnmarked();
        return new(reply);
    }

    /// <summary>Ends a turn in the caller's thread.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask Leave()
    {
        EndForCaller();
        ReleaseUnmarked();
        return default;
    }

    /// <summary>Ends a turn in the caller's thread once the handler has ended; the caller waits, the thread does not.</summary>
    public ValueTask<TReply> LeaveAfter<TReply>(ValueTask<TReply> handler, int timeout, CancellationToken cancellationToken)
    {
        if (handler.IsCompleted) return Leave(handler.GetAwaiter().GetResult());

        ReturnToCaller();
        var ask = new PendingAsk<TReply>(this, CurrentTag);
        ask.Arm(timeout, cancellationToken);
        Await(null, ask, handler);
        return ask.Reply;
    }

    /// <inheritdoc cref="LeaveAfter{TReply}(ValueTask{TReply}, int, CancellationToken)"/>
    public ValueTask<TReply> LeaveAfter<TReply>(Task<TReply> handler, int timeout, CancellationToken cancellationToken) =>
        LeaveAfter(new ValueTask<TReply>(handler), timeout, cancellationToken);

    /// <inheritdoc cref="LeaveAfter{TReply}(ValueTask{TReply}, int, CancellationToken)"/>
    public ValueTask LeaveAfter(ValueTask handler, int timeout, CancellationToken cancellationToken)
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

    /// <inheritdoc cref="LeaveAfter{TReply}(ValueTask{TReply}, int, CancellationToken)"/>
    public ValueTask LeaveAfter(Task handler, int timeout, CancellationToken cancellationToken) =>
        LeaveAfter(new ValueTask(handler), timeout, cancellationToken);

    /// <summary>Ends a turn in the caller's thread that threw: the caller gets the exception.</summary>
    public ValueTask<TReply> Fail<TReply>(Exception failure)
    {
        CountFailure(failure);
        ReturnToCaller();
        if (System.Lifecycles is not null) PublishFailure(HandlerName(CurrentTag), failure);
        if (Supervise(failure)) Release();
        return ValueTask.FromException<TReply>(failure);
    }

    /// <inheritdoc cref="Fail{TReply}(Exception)"/>
    public ValueTask Fail(Exception failure)
    {
        CountFailure(failure);
        ReturnToCaller();
        if (System.Lifecycles is not null) PublishFailure(HandlerName(CurrentTag), failure);
        if (Supervise(failure)) Release();
        return ValueTask.FromException(failure);
    }

    /// <summary>Ends a queued turn with its reply, which goes to whoever asked.</summary>
    /// <returns>True: the turn has ended.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Reply<TReply>(Envelope envelope, TReply reply)
    {
        if (envelope.Ask is null) return true;
        EndObserved(null);
        Answer(envelope.Ask, reply);
        return true;
    }

    /// <summary>Ends a queued turn of a handler without a reply.</summary>
    /// <returns>True: the turn has ended.</returns>
    public bool Reply(Envelope envelope) => Reply<NoReply>(envelope, default);

    /// <summary>Ends a queued turn once the handler has ended.</summary>
    /// <returns>False while the handler runs: the actor is kept, the thread is not.</returns>
    public bool ReplyAfter<TReply>(Envelope envelope, ValueTask<TReply> handler)
    {
        if (handler.IsCompleted) return Reply(envelope, handler.GetAwaiter().GetResult());
        Await(envelope, envelope.Ask, handler);
        return false;
    }

    /// <inheritdoc cref="ReplyAfter{TReply}(Envelope, ValueTask{TReply})"/>
    public bool ReplyAfter<TReply>(Envelope envelope, Task<TReply> handler) =>
        ReplyAfter(envelope, new ValueTask<TReply>(handler));

    /// <inheritdoc cref="ReplyAfter{TReply}(Envelope, ValueTask{TReply})"/>
    public bool ReplyAfter(Envelope envelope, ValueTask handler)
    {
        if (handler.IsCompleted)
        {
            handler.GetAwaiter().GetResult();
            return Reply(envelope);
        }

        Await(envelope, envelope.Ask, handler);
        return false;
    }

    /// <inheritdoc cref="ReplyAfter{TReply}(Envelope, ValueTask{TReply})"/>
    public bool ReplyAfter(Envelope envelope, Task handler) => ReplyAfter(envelope, new ValueTask(handler));

    /// <summary>A tag that the dispatcher does not know: ref and actor come from different builds.</summary>
    public bool Unknown(Envelope envelope) => throw new InvalidOperationException(
        $"{this} has no handler with the number {envelope.Tag}: its ref was compiled against another version of the actor. Rebuild both.");

    internal sealed override void DropActor() => Actor = null!;

    private protected sealed override void Drain(RunQueue? woken)
    {
        MarkSince();

        // Enough to make the hand-over to the pool cheap, few enough for other actors to get their turn.
        for (int left = System.Options.Scheduler?.MessagesPerSlice ?? 256; left > 0; left--)
        {
            Envelope? envelope = null;
            if (ExtrasOrNull is { IsUrgent: true } extras)
            {
                if (extras.StopNow)
                {
                    BeginStop(immediately: true);
                    return;
                }

                extras.Signals().TryDequeue(out envelope);
            }

            envelope ??= _gate.Take();
            if (envelope is null)
            {
                if (TryEndSlice()) return;
                continue;
            }

            woken?.GiveAllAway();
            if (!RunTurn(envelope)) return;
        }

        // Behind all that waits for a thread: one that is flooded must not hold up others.
        ReleaseToPool();
    }

    internal sealed override ValueTask RunStartAsync() => _dispatcher.StartAsync(this);

    internal sealed override ValueTask RunStopAsync() => _dispatcher.StopAsync(this);

    internal sealed override ValueTask RunRestartAsync(Exception failure) => _dispatcher.RestartAsync(this, failure);

    internal sealed override bool IsSimple => _dispatcher.IsSimple;

    internal sealed override void SubscribeHandlers() => _dispatcher.Subscribe(this);

    internal sealed override bool HasStart => _dispatcher.HasStart;

    internal sealed override bool HasStop => _dispatcher.HasStop;

    internal sealed override ActorSettings Settings => _dispatcher.Settings;

    internal sealed override bool RunTurn(Envelope envelope)
    {
        bool ended;
        if (envelope.Tag == Work.WorkTag)
        {
            ended = Unsafe.As<Work>(envelope).Run(this);
            CallerThread.Clear();
            return ended;
        }

        CurrentTag = envelope.Tag;
        bool isObserved = (envelope.Trace is not null || Instruments.IsOn) && Observe(envelope);
        try
        {
            ended = _dispatcher.Run(this, envelope);
        }
        catch (Exception failure)
        {
            ended = Failed(envelope, envelope.Ask, failure);
        }

        if (isObserved && ended) EndObserved(null);
        CallerThread.Clear();
        return ended;
    }

    /// <summary>The handler awaits: its turn goes on, this thread does not.</summary>
    /// <param name="envelope">The message; null when the turn began in the caller's thread.</param>
    /// <param name="ask">Who waits; null for a tell.</param>
    /// <param name="handler">The handler.</param>
    private void Await<TReply>(Envelope? envelope, PendingAsk? ask, ValueTask<TReply> handler)
    {
        CellExtras extras = Extras;
        if (extras.Awaited is not AwaitedHandler<TReply> awaited) extras.Awaited = awaited = new AwaitedHandler<TReply>(this);
        awaited.Await(envelope, ask, handler);
    }

    private void Await(Envelope? envelope, PendingAsk? ask, ValueTask handler)
    {
        CellExtras extras = Extras;
        if (extras.Awaited is not AwaitedHandlerWithoutReply awaited) extras.Awaited = awaited = new AwaitedHandlerWithoutReply(this);
        awaited.Await(envelope, ask, handler);
    }

    // The tag fixes the type of the reply, for the ask as for the handler.
    private static void Answer<TReply>(PendingAsk? ask, TReply reply)
    {
        if (ask is not null) Unsafe.As<PendingAsk<TReply>>(ask).TryReply(reply);
    }

    /// <summary>Ends a turn in the caller's thread that went well.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndForCaller()
    {
        if (_caller is null) CallerThread.Clear();
        else EndForCallerLeft();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void EndForCallerLeft()
    {
        EndObserved(null);
        ReturnToCaller();
    }

    private void ReturnToCaller()
    {
        ExecutionContext? caller = _caller;
        _caller = null;
        CallerThread.Return(caller);
    }
}
