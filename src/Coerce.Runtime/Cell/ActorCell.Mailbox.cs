using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Coerce.Cells;
using Coerce.Telemetry;

namespace Coerce.Dispatch;

// How messages get in, and what becomes of those that an actor will not handle.
public abstract partial class ActorCell : IThreadPoolWorkItem
{
    /// <summary>Sends a message.</summary>
    public void Tell<TMessage>(int tag, TMessage message)
    {
        if (!TryTellMore(tag, message)) Send(NewEnvelope(tag, message));
    }

    /// <summary>Sends a message where the last that waits is of the same kind: it seems to be a burst.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTellMore<TMessage>(int tag, TMessage message)
    {
        if (_detour is not null || _gate.Top is not { } top || top.Tag != tag || NewTrace() is not null || _gate.IsClosed) return false;
        TellMore(tag, message, top);
        return true;
    }

    private void TellMore<TMessage>(int tag, TMessage message, Envelope top)
    {
        if (top is not Segment<TMessage> segment) Enqueue(new Segment<TMessage>(tag, message, Segment<TMessage>.FirstSize));
        else if (!segment.TryAdd(message)) Enqueue(new Segment<TMessage>(tag, message, Segment<TMessage>.LaterSize));
    }

    /// <summary>Sends a message unless the actor has stopped.</summary>
    public bool TryTell<TMessage>(int tag, TMessage message) =>
        !_gate.IsClosed && (TryTellMore(tag, message) || TrySend(NewEnvelope(tag, message)));

    /// <summary>Sends a message, and waits where there is no room for it.</summary>
    public ValueTask TellAsync<TMessage>(int tag, TMessage message, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        if (_detour is null || _gate.IsClosed)
        {
            Tell(tag, message);
            return default;
        }

        return _detour.TellAsync(this, NewEnvelope(tag, message), cancellationToken);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Send(Envelope envelope)
    {
        if (_gate.IsClosed) Reject(envelope);
        else if (_detour is null) Enqueue(envelope);
        else _detour.Tell(this, envelope, isTry: false);
    }

    private bool TrySend(Envelope envelope)
    {
        if (_detour is not null) return _detour.Tell(this, envelope, isTry: true);
        Enqueue(envelope);
        return true;
    }

    /// <summary>Takes a message that was sent to the pool this actor is of.</summary>
    /// <returns>As <see cref="Detour.Tell"/>.</returns>
    internal bool TakeOver(Envelope envelope, bool isTry)
    {
        if (envelope.Ask is { } ask && !ask.TryPassTo(this)) return true;
        if (isTry && _gate.IsClosed) return false;
        if (_detour is null)
        {
            Enqueue(envelope);
            return true;
        }

        if (envelope.Ask is null) return _detour.Tell(this, envelope, isTry);
        _detour.Ask(this, envelope);
        return true;
    }

    /// <inheritdoc cref="TakeOver"/>
    internal ValueTask TakeOverAsync(Envelope envelope, CancellationToken cancellationToken)
    {
        if (_detour is not null) return _detour.TellAsync(this, envelope, cancellationToken);
        Enqueue(envelope);
        return default;
    }

    /// <summary>Sends a message later.</summary>
    public ActorTimer Schedule<TMessage>(int tag, TMessage message, TimeSpan dueTime, TimeSpan? period) =>
        ActorTimer.Start(this, TimerMessage.Of(tag, message), dueTime, period);

    /// <summary>Sends a message later. On entities, for which it makes a difference by which ref that is said.</summary>
    public ActorTimer Schedule<TMessage>(int tag, TMessage message, TimeSpan dueTime, TimeSpan? period, ActorRef by) =>
        ActorTimer.Start(this, TimerMessage.Of(tag, message), dueTime, period, by);

    /// <summary>Sends a message through the mailbox and waits for the reply.</summary>
    public ValueTask<TReply> Ask<TMessage, TReply>(int tag, TMessage message, int timeout, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled<TReply>(cancellationToken);
        if (_gate.IsClosed) return ValueTask.FromException<TReply>(Refused(tag));
        return Send<TMessage, TReply>(tag, message, timeout, cancellationToken).Reply;
    }

    /// <summary>Sends a message through the mailbox and waits until it was handled.</summary>
    public ValueTask Ask<TMessage>(int tag, TMessage message, int timeout, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return ValueTask.FromCanceled(cancellationToken);
        if (_gate.IsClosed) return ValueTask.FromException(Refused(tag));
        return Send<TMessage, NoReply>(tag, message, timeout, cancellationToken).Done;
    }

    private PendingAsk<TReply> Send<TMessage, TReply>(int tag, TMessage message, int timeout, CancellationToken cancellationToken)
    {
        var ask = new QueuedAsk<TMessage, TReply>(this, tag, message, NewTrace());

        // Armed before it is posted: from then on the reply may come at any time, and takes the deadline back.
        ask.Arm(timeout, cancellationToken);

        // An ask that has failed already, because it would close a ring, is not sent; one that was given up meanwhile is.
        if (!ask.IsInRing) PostAsk(ask);
        return ask;
    }

    /// <summary>Sends what somebody waits for.</summary>
    private protected void PostAsk(Envelope envelope)
    {
        if (_detour is null) Enqueue(envelope);
        else _detour.Ask(this, envelope);
    }

    /// <summary>Sends something that goes ahead of the messages that wait.</summary>
    internal void PostSignal(Envelope signal)
    {
        if (_gate.IsClosed || Life is { TakesSignals: false })
        {
            Reject(signal);
            return;
        }

        ConcurrentQueue<Envelope> signals = Extras.Signals();
        signals.Enqueue(signal);
        Post(new WakeUp());

        // The gate may have closed after the look above, or the entity been passivated: then this thread or the stop takes the signal
        // out again.
        if (_gate.IsClosed || Life is { TakesSignals: false } || signals != Extras.SignalsOrNull) RejectSignals(signals);
    }

    /// <summary>Sends what needs no room: the runtime's own steps. They keep their place among the messages.</summary>
    internal void Post(Envelope envelope)
    {
        if (_detour is null) Enqueue(envelope);
        else _detour.Post(this, envelope);
    }

    /// <summary>Puts an envelope into the gate, past any detour.</summary>
    internal void Enqueue(Envelope envelope)
    {
        switch (_gate.Post(envelope))
        {
            case Arrival.Activated:
                Schedule();
                break;
            case Arrival.Closed:
                RejectAll(_gate.TakeRejected());
                break;
        }
    }

    /// <summary>Puts an envelope into the gate; what this asks for is left to the caller.</summary>
    internal Arrival Push(Envelope envelope) => _gate.Post(envelope);

    /// <summary>Puts an envelope back, before whatever else waits in the gate. For the owner of the turn.</summary>
    internal void PutBack(Envelope envelope) => _gate.PutBack(envelope);

    /// <summary>Sees to it that what waits is run. For the owner of the turn.</summary>
    internal void ScheduleTurn() => Schedule();

    private protected void Schedule() => System.Wake(this);

    /// <summary>Ends a turn. What waits goes on in a pool thread: this thread is the caller's, or belongs to whatever ended
    /// the handler's await.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Release()
    {
        _since = 0;
        ReleaseUnmarked();
    }

    /// <summary>The same for a turn of which nobody wrote down when it began.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private protected void ReleaseUnmarked()
    {
        if (_gate.HasQueued || !_gate.TryRelease()) Schedule();
    }

    /// <summary>The same at the end of a slice.</summary>
    private protected void ReleaseToPool()
    {
        _since = 0;
        if (_gate.HasQueued || !_gate.TryRelease()) System.Schedule(this);
    }

    /// <summary>Gives the turn back when nothing waits any more. False: something came, and the caller goes on.</summary>
    private protected bool TryEndSlice()
    {
        int since = _since;
        _since = 0;
        if (_gate.TryRelease()) return true;
        _since = since;
        return false;
    }

    void IThreadPoolWorkItem.Execute()
    {
        if (System.KeepsContext) RunSlice(null);
        else RunQueue.Run(this);
    }

    /// <summary>Runs what waits, or what has to come before that. For the owner of the turn.</summary>
    /// <param name="woken">Where the thread keeps the actors that it wakes up.</param>
    internal void RunSlice(RunQueue? woken)
    {
        if (_status == ActorStatus.Started) Drain(woken);
        else if (Life is { } life) life.Begin();
        else _ = RunStartTurnAsync();
    }

    /// <summary>Runs one turn. The caller owns it.</summary>
    /// <returns>True when it has ended.</returns>
    internal abstract bool RunTurn(Envelope envelope);

    /// <summary>Runs what waits. The caller owns the turn.</summary>
    private protected abstract void Drain(RunQueue? woken);

    private void RejectSignals()
    {
        if (_extras?.SignalsOrNull is { } signals) RejectSignals(signals);
    }

    private void RejectSignals(ConcurrentQueue<Envelope> signals)
    {
        while (signals.TryDequeue(out Envelope? signal)) Reject(signal);
    }

    private void RejectAll(Envelope? envelope)
    {
        while (envelope is not null)
        {
            Envelope? next = envelope.Next;
            Reject(envelope);
            envelope = next;
        }
    }

    internal void Reject(Envelope envelope)
    {
        if (envelope.Ask is { } ask)
        {
            if (envelope is not Work) Instruments.Refused(this, envelope.Tag);
            ask.TryFail(Stopped(MessageName(envelope)));
        }
        else if (envelope is Work work) work.Reject(this);
        else System.DeadLetters.Publish(this, envelope, DeadLetterReason.ActorStopped, null);
    }

    /// <summary>A message that was tried and not taken, and that nobody else will deal with.</summary>
    internal void Refuse(Envelope envelope)
    {
        if (_gate.IsClosed || _detour is null) System.DeadLetters.Publish(this, envelope, DeadLetterReason.ActorStopped, null);
        else _detour.Refuse(this, envelope);
    }

    /// <summary>What the sender of a message gets that an actor does not take because it has stopped.</summary>
    internal ActorStoppedException Refused(int tag)
    {
        Instruments.Refused(this, tag);
        return Stopped(MessageName(tag));
    }

    internal ActorStoppedException Stopped(string message) => new(ToString(), Path, message, _extras?.Failure, isEntity: Life is not null);
}
