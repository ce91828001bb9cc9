using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Brings a reentrant handler back into a turn of its actor after each <c>await</c>.</summary>
/// <remarks>
/// What follows an await is posted to the mailbox as work of its own, behind what waits there. So other messages come in at each
/// await, and still one thread at a time touches the actor. A handler that leaves the context (<c>ConfigureAwait(false)</c>) leaves
/// the actor with it.
/// </remarks>
internal sealed class TurnContext(ActorCell cell) : SynchronizationContext, IThreadPoolWorkItem
{
    private readonly Lock _lock = new();
    private int _open;
    private bool _detached;
    private TaskCompletionSource? _allEnded;
    private Queue<(SendOrPostCallback Callback, object? State)>? _afterClose;

    public override void Post(SendOrPostCallback d, object? state)
    {
        var step = new Continuation(this, d, state);
        if (cell.Life is null)
        {
            cell.Post(step);
            return;
        }

        // Under the lock: once an entity has taken the steps out of its mailbox, no other may come in.
        lock (_lock)
        {
            if (!_detached)
            {
                cell.Post(step);
                return;
            }
        }

        RunAfterClose(d, state);
    }

    public override void Send(SendOrPostCallback d, object? state) => throw new NotSupportedException(
        $"{cell} takes no synchronous calls into its turns: await, or send it a message.");

    public override SynchronizationContext CreateCopy() => this;

    /// <summary>True while a handler is open. For the owner of the turn; it may end at any time.</summary>
    public bool HasOpen
    {
        get
        {
            lock (_lock) return _open > 0;
        }
    }

    /// <summary>What comes from now on runs outside of the mailbox: the object that the handlers belong to has its last turn.</summary>
    public void Detach()
    {
        lock (_lock) _detached = true;
    }

    /// <summary>True for what follows an await of one of the handlers.</summary>
    public bool IsStep(Envelope envelope) => envelope is Continuation step && step.Context == this;

    /// <summary>A handler has begun that goes on after its first turn.</summary>
    public void Begin()
    {
        lock (_lock) _open++;
    }

    /// <summary>It has ended.</summary>
    public void End()
    {
        lock (_lock)
        {
            if (--_open == 0) _allEnded?.TrySetResult();
        }
    }

    /// <summary>Ends when no handler is open: the stop waits for it.</summary>
    public Task WhenAllEnded()
    {
        lock (_lock)
        {
            if (_open == 0) return Task.CompletedTask;
            _allEnded ??= cell.System.NewSignal();
            return _allEnded.Task;
        }
    }

    /// <summary>The mailbox has closed while handlers are open: they end one step after the other, outside of it.</summary>
    private void RunAfterClose(SendOrPostCallback callback, object? state)
    {
        bool isFirst;
        lock (_lock)
        {
            isFirst = (_afterClose ??= new()).Count == 0;
            _afterClose.Enqueue((callback, state));
        }

        if (isFirst) cell.System.Schedule(this);
    }

    /// <summary>Runs the next step after the mailbox has closed.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        (SendOrPostCallback Callback, object? State) step;
        lock (_lock) step = _afterClose!.Peek();
        Run(step.Callback, step.State);
        CallerThread.Clear();

        // Taken out only now: as long as it is there, whoever adds another does not schedule it beside this one.
        bool isLast;
        lock (_lock)
        {
            _afterClose!.Dequeue();
            isLast = _afterClose.Count == 0;
        }

        if (!isLast) cell.System.Schedule(this);
    }

    private void Run(SendOrPostCallback callback, object? state)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            callback(state);
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }

    /// <summary>What follows an await.</summary>
    private sealed class Continuation(TurnContext context, SendOrPostCallback callback, object? state) : Work
    {
        public TurnContext Context => context;

        internal override bool Run(ActorCell cell)
        {
            context.Run(callback, state);
            return true;
        }

        internal override void Reject(ActorCell cell) => context.RunAfterClose(callback, state);
    }
}
