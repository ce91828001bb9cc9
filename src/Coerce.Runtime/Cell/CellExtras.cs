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
    private TaskCompletionSource? _termination;
    private CancellationTokenSource? _turnToken;
    private ConcurrentQueue<Envelope>? _signals;
    private WatchList? _watches;
    private TimerList? _timers;
    private StreamList? _streams;
    private SubscriptionList? _subscriptions;
    private WeakReference<ActorCell>? _weak;
    private TurnRecord? _turn;

    /// <summary>The actor's context, typed by its ref.</summary>
    public ActorContext? Context;

    /// <summary>Brings the actor's reentrant handlers back into its turns. The owner's.</summary>
    public TurnContext? TurnContext;

    /// <summary>The handler that awaits, or the last one that did. The owner's.</summary>
    public AwaitedHandler? Awaited;

    /// <summary>The execution context of the actor's handlers that may ask. The owner's.</summary>
    public ExecutionContext? AskingContext;

    /// <summary>See <see cref="ActorCell.TurnInterceptors"/>.</summary>
    public TurnInterceptor[]? TurnInterceptors;

    /// <summary>See <see cref="ActorCell.SendInterceptors"/>.</summary>
    public SendInterceptor[]? SendInterceptors;

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
    public TaskCompletionSource? Started;

    /// <summary>Where the services of the actor's object come from, once it has taken any. The owner's.</summary>
    public IServiceScope? ServiceScope;

    /// <summary>See <see cref="ActorCell.MindLastRef"/>.</summary>
    public LastRef? LastRef;

    /// <summary>How the actor behaves, if it has behaviours; of its present object.</summary>
    public ActorBehavior? Behavior;

    /// <summary>What its behaviours have put aside; it outlives the actor's object. The owner's.</summary>
    public Stash? Stash;

    /// <summary>Why the actor stopped, when it failed.</summary>
    public Exception? Failure;

    /// <summary>The stop goes ahead of the messages that wait.</summary>
    public volatile bool StopNow;

    /// <summary>When the actor was restarted, for the window of its supervision.</summary>
    public RestartHistory? Restarts;

    /// <summary>Ends the wait before a restart when the actor is to stop.</summary>
    public volatile CancellationTokenSource? BackoffInterrupt;

    /// <summary>True when the owner has to look beside the mailbox before it takes the next message.</summary>
    public bool IsUrgent => StopNow || _signals is { IsEmpty: false };

    public ConcurrentQueue<Envelope>? SignalsOrNull => Volatile.Read(ref _signals);

    public ConcurrentQueue<Envelope> Signals() => LazyInitializer.EnsureInitialized(ref _signals);

    /// <summary>Takes the queue of signals away; who asks for one after that gets another.</summary>
    public ConcurrentQueue<Envelope>? ExchangeSignals() => Interlocked.Exchange(ref _signals, null);

    public WatchList? WatchesOrNull => Volatile.Read(ref _watches);

    public WatchList Watches() => LazyInitializer.EnsureInitialized(ref _watches);

    /// <summary>The one weak reference to the actor, for the lists of those that must not keep it alive. It tracks resurrection.</summary>
    public WeakReference<ActorCell> Weak(ActorCell cell) =>
        Volatile.Read(ref _weak)
        ?? Interlocked.CompareExchange(ref _weak, new(cell, trackResurrection: true), null)
        ?? _weak;

    public TimerList? TimersOrNull => Volatile.Read(ref _timers);

    public StreamList? StreamsOrNull => Volatile.Read(ref _streams);

    public StreamList Streams() => LazyInitializer.EnsureInitialized(ref _streams);

    public SubscriptionList? SubscriptionsOrNull => Volatile.Read(ref _subscriptions);

    public SubscriptionList Subscriptions() => LazyInitializer.EnsureInitialized(ref _subscriptions);

    public TimerList Timers() => LazyInitializer.EnsureInitialized(ref _timers);

    public ChildTable? ChildrenOrNull => Volatile.Read(ref _children);

    public ChildTable Children(ActorCell cell)
    {
        if (Volatile.Read(ref _children) is { } children) return children;
        children = new ChildTable(cell.System.KeepsContext, isOfActor: true);
        return Interlocked.CompareExchange(ref _children, children, null) ?? children;
    }

    public TaskCompletionSource? TerminationOrNull => Volatile.Read(ref _termination);

    public TaskCompletionSource TerminationSignal(ActorSystem system) =>
        _termination
        ?? Interlocked.CompareExchange(ref _termination, system.NewSignal(), null)
        ?? _termination;

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
