using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>The interceptors around one handler, and the handler. The generator writes a class for each; it has no state.</summary>
/// <typeparam name="TMessage">The message.</typeparam>
/// <typeparam name="TReply">The reply.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class TurnChain<TMessage, TReply>
{
    /// <summary>A turn in the caller's thread.</summary>
    public ValueTask<TReply> RunAsync(ActorCell cell, int tag, TMessage message, RequestScope scope) =>
        RunAsync(new TurnInfo(cell, tag, scope, null), message, 0);

    /// <summary>A queued turn.</summary>
    public ValueTask<TReply> RunAsync(ActorCell cell, Envelope envelope) =>
        RunAsync(new TurnInfo(cell, envelope.Tag, envelope.Scope, envelope.ToKeep()), envelope.Read<TMessage>(), 0);

    /// <summary>Calls the handler.</summary>
    protected abstract ValueTask<TReply> HandleAsync(TurnInfo turn, TMessage message);

    /// <summary>For handlers that return a task without a result.</summary>
    protected static ValueTask<NoReply> Nothing(ValueTask handler)
    {
        if (!handler.IsCompleted) return AwaitAsync(handler);
        handler.GetAwaiter().GetResult();
        return default;
    }

    /// <inheritdoc cref="Nothing(ValueTask)"/>
    protected static ValueTask<NoReply> Nothing(Task handler) => Nothing(new ValueTask(handler));

    /// <summary>The cell, typed by its actor.</summary>
    protected static ActorCell<TActor> CellOf<TActor>(TurnInfo turn)
        where TActor : class => (ActorCell<TActor>)turn.Cell;

    /// <summary>The token for a handler that yields.</summary>
    protected static CancellationToken StreamToken(TurnInfo turn) => ((Cells.StreamSink)turn.Envelope!.Ask!).Token;

    internal ValueTask<TReply> RunAsync(TurnInfo turn, TMessage message, int index)
    {
        TurnInterceptor[] interceptors = turn.Cell.TurnInterceptors;
        return index == interceptors.Length
            ? HandleAsync(turn, message)
            : interceptors[index].HandleAsync(turn, message, new TurnNext<TMessage, TReply>(this, turn, index + 1));
    }

    // Not in a context of its own: it is the handler's await, and goes on where that would.
    private static async ValueTask<NoReply> AwaitAsync(ValueTask handler)
    {
        await handler;
        return default;
    }
}
