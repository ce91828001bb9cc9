using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>A handler that awaits, and what becomes of its turn when it has ended.</summary>
/// <remarks>A cell has one object of this kind and uses it again and again: but for reentrant handlers, which do not come here, one handler
/// at a time can await. The owner's.</remarks>
internal abstract class AwaitedHandler(ActorCell cell)
{
    private Envelope? _envelope;
    private PendingAsk? _ask;

    private protected ActorCell Cell => cell;

    /// <param name="envelope">The message; null when the turn began in the caller's thread.</param>
    /// <param name="ask">Who waits; null for a tell.</param>
    private protected void Begin(Envelope? envelope, PendingAsk? ask)
    {
        _envelope = envelope?.ToKeep();
        _ask = ask;
        cell.MarkSince(envelope is null ? ask : null);
    }

    /// <summary>Gives the turn back, and then the reply to whoever asked.</summary>
    private protected void Succeed<TReply>(TReply reply)
    {
        PendingAsk? ask = Clear();
        cell.EndObserved(null);

        // What the handler left in the execution context is nobody else's business.
        CallerThread.Clear();
        cell.Release();
        if (ask is null) return;

        // The thread has nothing more to do for the actor, so it can go on for the caller: another one would have to be woken up first.
        // That is what the end of any async method does, and under the same conditions.
        bool goesOnHere = !cell.System.KeepsContext && CallerThread.CanRunTurns(out _);
        ((PendingAsk<TReply>)ask).TryReply(reply, goesOnHere);
    }

    private protected void Fail(Exception failure)
    {
        Envelope? envelope = _envelope;
        PendingAsk? ask = Clear();
        bool ended = true;
        try
        {
            ended = cell.Failed(envelope, ask, failure);
        }
        finally
        {
            if (ended) cell.Release();
        }
    }

    private PendingAsk? Clear()
    {
        PendingAsk? ask = _ask;
        _ask = null;
        _envelope = null;
        return ask;
    }
}

/// <summary>A handler that awaits and replies.</summary>
internal sealed class AwaitedHandler<TReply> : AwaitedHandler
{
    private readonly Action _end;
    private ValueTask<TReply> _handler;

    public AwaitedHandler(ActorCell cell)
        : base(cell) => _end = End;

    /// <inheritdoc cref="AwaitedHandler.Begin"/>
    public void Await(Envelope? envelope, PendingAsk? ask, ValueTask<TReply> handler)
    {
        Begin(envelope, ask);
        _handler = handler;
        handler.GetAwaiter().UnsafeOnCompleted(_end);
    }

    private void End()
    {
        ValueTask<TReply> handler = _handler;
        _handler = default;
        TReply reply;
        try
        {
            reply = handler.GetAwaiter().GetResult();
        }
        catch (Exception failure)
        {
            Fail(failure);
            return;
        }

        Succeed(reply);
    }
}

/// <summary>A handler that awaits and has no reply.</summary>
internal sealed class AwaitedHandlerWithoutReply : AwaitedHandler
{
    private readonly Action _end;
    private ValueTask _handler;

    public AwaitedHandlerWithoutReply(ActorCell cell)
        : base(cell) => _end = End;

    /// <inheritdoc cref="AwaitedHandler.Begin"/>
    public void Await(Envelope? envelope, PendingAsk? ask, ValueTask handler)
    {
        Begin(envelope, ask);
        _handler = handler;
        handler.GetAwaiter().UnsafeOnCompleted(_end);
    }

    private void End()
    {
        ValueTask handler = _handler;
        _handler = default;
        try
        {
            handler.GetAwaiter().GetResult();
        }
        catch (Exception failure)
        {
            Fail(failure);
            return;
        }

        Succeed<NoReply>(default);
    }
}
