using System.Collections.Concurrent;
using Coerce.Dispatch;
using Coerce.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace Coerce.Cells;

/// <summary>The parts of a cell that most actors never use: made on demand, so that an idle actor stays small.</summary>
internal sealed class CellExtras
{
    private static readonly CancellationTokenSource AlreadyCancelled = MakeCancelled();

    private ChildTable? _children;
    private CancellationTokenSource? _turnToken;
    private ConcurrentQueue<Envelope>? _signals;
    private TurnRecord? _turn;
    private RareExtras? _rare;

    private RareExtras Rare => Volatile.Read(ref _rare) ?? Interlocked.CompareExchange(ref _rare, new RareExtras(), null) ?? _rare;

    /// <summary>The actor's context, typed by its ref.</summary>
    public ActorContext? Context;

    /// <summary>Brings the actor's reentrant handlers back into its turns. The owner's.</summary>
    public TurnContext? TurnContext
    {
        get => _rare?.TurnContext;
        set => Rare.TurnContext = value;
    }

    /// <summary>The handler that awaits, or the last one that did. The owner's.</summary>
    public AwaitedHandler? Awaited;

    /// <summary>The execution context of the actor's handlers that may ask. The owner's.</summary>
    public ExecutionContext? AskingContext;

    /// <summary>See <see cref="ActorCell.TurnInterceptors"/>.</summary>
    public TurnInterceptor[]? TurnInterceptors
    {
        get => _rare?.TurnInterceptors;
        set => Rare.TurnInterceptors = value;
    }

    /// <summary>See <see cref="ActorCell.SendInterceptors"/>.</summary>
    public SendInterceptor[]? SendInterceptors
    {
        get => _rare?.SendInterceptors;
        set => Rare.SendInterceptors = value;
    }

    /// <summary>What is observed of the turn. The owner's.</summary>
    public TurnRecord? TurnOrNull => _turn;

    public TurnRecord Turn() => _turn ??= new TurnRecord();

    /// <summary>Gives the open record away: its message is not over when the turn is.</summary>
    public TurnRecord? TakeTurn()
    {
        TurnRecord? turn = _turn;
        if (turn is not { IsOpen: true }) return null;
        _turn = null;
        return turn;
    }

    /// <summary>Set before <c>[OnStart]</c> runs when somebody waits for it.</summary>
    public TaskCompletionSource? Started
    {
        get => _rare?.Started;
        set
        {
            if (value is not null || _rare is not null) Rare.Started = value;
        }
    }

    /// <summary>Where the services of the actor's object come from, once it has taken any. The owner's.</summary>
    public IServiceScope? ServiceScope
    {
        get => _rare?.ServiceScope;
        set
        {
            if (value is not null || _rare is not null) Rare.ServiceScope = value;
        }
    }

    /// <summary>See <see cref="ActorCell.MindLastRef"/>.</summary>
    public LastRef? LastRef => _rare?.LastRef;

    /// <summary>Sets <see cref="LastRef"/>, once.</summary>
    public bool TrySetLastRef(LastRef lastRef) => Interlocked.CompareExchange(ref Rare.LastRef, lastRef, null) is null;

    /// <summary>How the actor behaves, if it has behaviours; of its present object.</summary>
    public ActorBehavior? Behavior
    {
        get => _rare?.Behavior;
        set => Rare.Behavior = value;
    }

    /// <summary>What its behaviours have put aside; it outlives the actor's object. The owner's.</summary>
    public Stash? Stash
    {
        get => _rare?.Stash;
        set => Rare.Stash = value;
    }

    /// <summary>Why the actor stopped, when it failed.</summary>
    public Exception? Failure
    {
        get => _rare?.Failure;
        set
        {
            if (value is not null || _rare is not null) Rare.Failure = value;
        }
    }

    /// <summary>The stop goes ahead of the messages that wait.</summary>
    public volatile bool StopNow;

    /// <summary>When the actor was restarted, for the window of its supervision.</summary>
    public RestartHistory? Restarts
    {
        get => _rare?.Restarts;
        set => Rare.Restarts = value;
    }

    /// <summary>Ends the wait before a restart when the actor is to stop.</summary>
    public CancellationTokenSource? BackoffInterrupt
    {
        get => _rare?.BackoffInterrupt;
        set
        {
            if (value is not null || _rare is not null) Rare.BackoffInterrupt = value;
        }
    }

    /// <summary>True when the owner has to look beside the mailbox before it takes the next message.</summary>
    public bool IsUrgent => StopNow || _signals is { IsEmpty: false };

    public ConcurrentQueue<Envelope>? SignalsOrNull => Volatile.Read(ref _signals);

    public ConcurrentQueue<Envelope> Signals() => LazyInitializer.EnsureInitialized(ref _signals);

    /// <summary>Takes the queue of signals away; who asks for one after that gets another.</summary>
    public ConcurrentQueue<Envelope>? ExchangeSignals() => Interlocked.Exchange(ref _signals, null);

    public WatchList? WatchesOrNull => _rare is { } rare ? Volatile.Read(ref rare.Watches) : null;

    public WatchList Watches() => LazyInitializer.EnsureInitialized(ref Rare.Watches);

    /// <summary>The one weak reference to the actor, for the lists of those that must not keep it alive. It tracks resurrection.</summary>
    public WeakReference<ActorCell> Weak(ActorCell cell) =>
        Volatile.Read(ref Rare.Weak)
        ?? Interlocked.CompareExchange(ref Rare.Weak, new(cell, trackResurrection: true), null)
        ?? Rare.Weak;

    public TimerList? TimersOrNull => _rare is { } rare ? Volatile.Read(ref rare.Timers) : null;

    public StreamList? StreamsOrNull => _rare is { } rare ? Volatile.Read(ref rare.Streams) : null;

    public StreamList Streams() => LazyInitializer.EnsureInitialized(ref Rare.Streams);

    public SubscriptionList? SubscriptionsOrNull => _rare is { } rare ? Volatile.Read(ref rare.Subscriptions) : null;

    public SubscriptionList Subscriptions() => LazyInitializer.EnsureInitialized(ref Rare.Subscriptions);

    public TimerList Timers() => LazyInitializer.EnsureInitialized(ref Rare.Timers);

    public ChildTable? ChildrenOrNull => Volatile.Read(ref _children);

    public ChildTable Children(ActorCell cell)
    {
        if (Volatile.Read(ref _children) is { } children) return children;
        children = new ChildTable(cell.System.KeepsContext, isOfActor: true);
        return Interlocked.CompareExchange(ref _children, children, null) ?? children;
    }

    public TaskCompletionSource? TerminationOrNull => _rare is { } rare ? Volatile.Read(ref rare.Termination) : null;

    public TaskCompletionSource TerminationSignal(ActorSystem system) =>
        Rare.Termination
        ?? Interlocked.CompareExchange(ref Rare.Termination, system.NewSignal(), null)
        ?? Rare.Termination;

    public CancellationToken TurnToken() =>
        (_turnToken ?? Interlocked.CompareExchange(ref _turnToken, new(), null) ?? _turnToken).Token;

    /// <summary>Handlers get a new token from now on.</summary>
    public void ResetTurn() => Interlocked.Exchange(ref _turnToken, null);

    public void CancelTurn()
    {
        // A handler that asks for its token after this gets one that is cancelled already.
        CancellationTokenSource? source = Interlocked.CompareExchange(ref _turnToken, AlreadyCancelled, null);
        source?.Cancel();
    }

    private static CancellationTokenSource MakeCancelled()
    {
        var source = new CancellationTokenSource();
        source.Cancel();
        return source;
    }
}
