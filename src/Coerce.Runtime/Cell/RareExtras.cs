using Coerce.Dispatch;
using Microsoft.Extensions.DependencyInjection;

namespace Coerce.Cells;

/// <summary>What even most of those actors never need that have <see cref="CellExtras"/>. Seen through these alone.</summary>
internal sealed class RareExtras
{
    public TaskCompletionSource? Termination;
    public WatchList? Watches;
    public TimerList? Timers;
    public StreamList? Streams;
    public SubscriptionList? Subscriptions;
    public WeakReference<ActorCell>? Weak;
    public TurnContext? TurnContext;
    public TurnInterceptor[]? TurnInterceptors;
    public SendInterceptor[]? SendInterceptors;
    public TaskCompletionSource? Started;
    public IServiceScope? ServiceScope;
    public LastRef? LastRef;
    public ActorBehavior? Behavior;
    public Stash? Stash;
    public Exception? Failure;
    public RestartHistory? Restarts;
    public volatile CancellationTokenSource? BackoffInterrupt;
}
