using System.ComponentModel;
using System.Diagnostics;
using Coerce.Cells;

namespace Coerce.Dispatch;

/// <summary>What stands behind a ref: identity, place in the tree and state of one actor. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[DebuggerDisplay("{ToString(),nq} ({Status}, {QueueLength} waiting)")]
public abstract partial class ActorCell
{
    private protected TurnGate _gate;
    private protected Detour? _detour;
    private CellExtras? _extras;
    private string? _id;
    private volatile ActorStatus _status = ActorStatus.Starting;
    private volatile bool _stopRequested;
    private volatile bool _watchersTold;
    private int _since;     // in what the size of the status leaves free: a cell is no larger for it

    private protected ActorCell(ActorSystem system, ActorCell? parent, string? id)
    {
        System = system;
        Parent = parent;
        _id = id;
    }

    internal ActorSystem System { get; }

    internal ActorCell? Parent { get; }

    internal abstract Props Props { get; }

    internal abstract ActorDescriptor Descriptor { get; }

    /// <summary>The place of an anonymous actor among the children of <see cref="Parent"/>, from 1; 0 for none. See <see cref="CellPage"/>.</summary>
    internal int Place { get; set; }

    /// <summary>The handler that runs, or ran last.</summary>
    internal int CurrentTag { get; private protected set; } = NoHandler;

    internal const int NoHandler = int.MinValue;

    /// <summary>The tag of a turn that runs somebody's delegate.</summary>
    internal const int RunTag = -2;

    internal bool HasId => _id is not null && _id[0] != '$';

    internal string Id => _id ?? Interlocked.CompareExchange(ref _id, Life?.Key.ToString() ?? System.NextAnonymousId(), null) ?? _id;

    internal string Path => Parent is null ? Life?.Path ?? "/" + Id : Parent.Path + "/" + Id;

    internal ActorStatus Status
    {
        get => _status;
        set => _status = value;
    }

    internal int QueueLength => _detour?.Length ?? _gate.Length;

    /// <summary>True when the actor takes no more messages.</summary>
    internal bool IsClosed => _gate.IsClosed;

    /// <summary>How much the actor has to do: what waits, and the turn that is taken.</summary>
    internal int Load => (_detour?.Length ?? _gate.LeastLength) + (_gate.IsOwned ? 1 : 0);

    /// <summary>The way that messages take, other than into the plain mailbox; null for that.</summary>
    internal Detour? Detour => _detour;

    /// <summary>Lets messages take another way from now on; no caller's thread enters the actor any more.</summary>
    internal void Divert(Detour detour)
    {
        _detour = detour;
        Enqueue(new ShutEntry());
    }

    /// <summary>For the owner of the turn.</summary>
    internal void ShutEntry() => _gate.ShutEntry();

    /// <summary>The same for good, also when an entity is activated again.</summary>
    internal void ShutEntryForGood()
    {
        Life?.Divert();
        ShutEntry();
    }

    internal CellExtras? ExtrasOrNull => _extras;

    /// <summary>What most actors never need, made when first asked for.</summary>
    internal CellExtras Extras => _extras ?? Interlocked.CompareExchange(ref _extras, new CellExtras(), null) ?? _extras;

    /// <summary>Ends when the actor has stopped.</summary>
    internal Task Termination
    {
        get
        {
            // Published first (a full fence), then the look at the end: see Terminate.
            TaskCompletionSource signal = Extras.TerminationSignal(System);
            if (_watchersTold) signal.TrySetResult();
            return signal.Task;
        }
    }

    /// <summary>When whatever holds the turn began with that, in <see cref="ActorSystem.Ticks"/>; 0 when nobody wrote it down.</summary>
    internal int Since => _since;

    /// <summary>For the owner of the turn, where a clock costs little beside what it does: a slice of turns begins, a handler awaits.</summary>
    /// <param name="begun">An ask that was made in this very moment, and has read the clock for its deadline; null for none.</param>
    internal void MarkSince(PendingAsk? begun = null) => _since = begun?.ExpiresAt > 0 && System.HasClockOfDeadlines ? System.AskDeadlines.TicksOf(begun) : System.Ticks;

    /// <summary>The handler that runs, in words; null when none does.</summary>
    internal string? CurrentHandler
    {
        get
        {
            if (_status == ActorStatus.Starting) return "[OnStart]";
            int tag = CurrentTag;
            return _gate.IsOwned && !UseMarks.IsNoTag(tag) ? HandlerName(tag) : null;
        }
    }

    /// <summary>Before a queued turn, or a step of one, that may ask: whom it asks must know who waits.</summary>
    public void BeginAsking()
    {
        if (Activity.Current is null) ExecutionContext.Restore(Extras.AskingContext ??= CallerThread.CaptureAsking(this));
        else AskGraph.Asker = this;
    }

    /// <summary>A step of a handler that was entered before.</summary>
    internal void BeginStep(int tag) => CurrentTag = tag;

    internal string HandlerName(int tag) => tag == RunTag ? "RunAsync" : Descriptor.Handlers[tag].Name;

    /// <summary>The name of what an envelope carries. Work that somebody waits for is named by its ask.</summary>
    internal string MessageName(Envelope envelope) => MessageName(envelope.Ask?.Tag ?? envelope.Tag);

    internal string MessageName(int tag) => tag == RunTag ? "the work given to RunAsync" : Descriptor.Handlers[tag].Message.Name;

    /// <summary>The actor's type and path, as in <c>Account '/alice'</c>.</summary>
    public override string ToString() => $"{Descriptor.DisplayName} '{Path}'";
}
