using System.Threading.Tasks.Sources;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>An ask that could not be answered at once: the reply, the deadline and the caller's cancellation race for it,
/// and the first one ends it.</summary>
/// <remarks>Where it went through the mailbox it is its own envelope: see <see cref="QueuedAsk{TMessage, TReply}"/>.</remarks>
internal abstract class PendingAsk(ActorCell target, int tag) : Envelope(tag, EnvelopeKind.Rich)
{
    private ActorCell _target = target;
    private int _ended;
    private CancellationTokenRegistration _cancellation;
    private AskDeadline? _deadline;
    private volatile CancellationTokenSource? _work;
    private volatile ActorCell? _asker;
    private volatile bool _isOwed;

    /// <summary>When an ask with the system's own timeout expires, in the ticks of <see cref="Environment.TickCount64"/>.</summary>
    internal long ExpiresAt;

    /// <summary>See <see cref="DeadlinePage"/>.</summary>
    internal int DeadlinePlace { get; private set; }

    internal ActorCell Target => _target;

    private protected sealed override PendingAsk AskOrNull => this;

    internal override object? BoxedMessage => null;

    /// <summary>True when it has its reply, its failure, or has been given up.</summary>
    internal bool HasEnded => Volatile.Read(ref _ended) != 0;

    /// <summary>Starts the deadline and listens to the caller's token. Once, before anybody can reply.</summary>
    /// <param name="timeout">Milliseconds; 0 for the system's default.</param>
    /// <param name="cancellationToken">The caller's.</param>
    internal void Arm(int timeout, CancellationToken cancellationToken)
    {
        if (AskGraph.Asker is { } asker && !TryWait(asker)) return;

        _target.System.AskDeadlines.Start(this, timeout);
        if (timeout != 0)
        {
            // A timer of its own may be that fast: then it found no deadline to take back. Written first, then the look; TryEnd does
            // the opposite.
            Interlocked.MemoryBarrier();
            if (Volatile.Read(ref _ended) != 0) _deadline!.Stop(this);
        }

        if (!cancellationToken.CanBeCanceled) return;

        _cancellation = cancellationToken.UnsafeRegister(
            static (ask, token) => ((PendingAsk)ask!).TryFail(new OperationCanceledException(token)), this);

        // The deadline may have passed before the registration was there to be taken back.
        if (Volatile.Read(ref _ended) != 0) _cancellation.Unregister();
    }

    /// <summary>For the deadline alone.</summary>
    internal void StartDeadline(AskDeadline deadline, int place = 0)
    {
        DeadlinePlace = place;
        _deadline = deadline;
    }

    /// <summary>Cancels <paramref name="work"/> when nobody waits for the reply any more.</summary>
    internal void CancelWhenEnded(CancellationTokenSource work)
    {
        _work = work;
        Interlocked.MemoryBarrier();

        // Set first, then the look; TryEnd does the opposite.
        if (Volatile.Read(ref _ended) != 0) work.Cancel();
    }

    /// <summary>False when the ask would close a ring; it has failed then.</summary>
    private bool TryWait(ActorCell asker)
    {
        _asker = asker;
        if (_target.System.AskGraph.Add(asker, this) is not { } ring) return true;

        IsInRing = true;
        TryFail(AskCycleException.For(ring, _target.MessageName(Tag)));
        return false;
    }

    /// <summary>True when the ask failed because it would have closed a ring of waiting actors.</summary>
    internal bool IsInRing { get; private set; }

    /// <summary>Another actor will answer, one of a pool: the one to wait for, and to name when the deadline passes.</summary>
    /// <returns>False when this would close a ring of waiting actors; the ask has failed then.</returns>
    internal bool TryPassTo(ActorCell other)
    {
        if (_asker is not { } asker)
        {
            SetTarget(other);
            return true;
        }

        if (other.System.AskGraph.Pass(asker, this, other) is not { } ring) return true;
        IsInRing = true;
        TryFail(AskCycleException.For(ring, other.MessageName(Tag)));
        return false;
    }

    /// <summary>Where the ask went. Under the graph's lock, or before anybody else knows the ask.</summary>
    internal void SetTarget(ActorCell other) => _target = other;

    internal void Expire() => TryFail(AskTimeoutException.For(_target, Tag, _isOwed));

    /// <summary>The turn has ended with the promise of a reply.</summary>
    internal void Owe() => _isOwed = true;

    /// <summary>Fails the ask; false when it has ended already.</summary>
    internal bool TryFail(Exception failure)
    {
        if (!TryEnd()) return false;
        SetException(failure);
        return true;
    }

    /// <summary>True for the one that may set the result.</summary>
    internal bool TryEnd()
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0) return false;
        _deadline?.Stop(this);
        _cancellation.Unregister();
        _work?.Cancel();
        if (_asker is { } asker && !IsStream) _target.System.AskGraph.Remove(asker, this);
        return true;
    }

    /// <summary>The actor that the graph has waiting for this; null for none. Set under the graph's lock, or before anybody else knows the ask.</summary>
    internal ActorCell? Asker
    {
        get => _asker;
        set => _asker = value;
    }

    /// <summary>True for what is waited for after it has been taken in hand, item by item: it notes by itself who waits.</summary>
    private protected virtual bool IsStream => false;

    /// <summary>The type of the reply; null where there is none to be given at once.</summary>
    internal virtual Type? ReplyType => null;

    /// <summary>Answers the ask with a reply whose type is known only now; false when it has ended already.</summary>
    /// <exception cref="InvalidCastException">It is no <see cref="ReplyType"/>.</exception>
    internal virtual bool TryReplyWith(object? reply) => throw new InvalidCastException();

    private protected abstract void SetException(Exception failure);
}

/// <summary>An ask for a <typeparamref name="TReply"/>.</summary>
internal class PendingAsk<TReply>(ActorCell target, int tag)
    : PendingAsk(target, tag), IValueTaskSource<TReply>, IValueTaskSource
{
    // The caller goes on in a thread of its own: its code must neither hold up the actor nor grow the actor's stack.
    // Where the system has a scheduler, that sees to it instead.
    private ManualResetValueTaskSourceCore<TReply> _source = new()
    {
        RunContinuationsAsynchronously = target.System.Options.Scheduler is null,
    };

    internal ValueTask<TReply> Reply => new(this, _source.Version);

    internal ValueTask Done => new(this, _source.Version);

    /// <summary>Answers the ask; false when it has ended already.</summary>
    /// <param name="reply">The reply.</param>
    /// <param name="goesOnHere">True where the caller may go on in this thread.</param>
    internal bool TryReply(TReply reply, bool goesOnHere = false)
    {
        if (!TryEnd()) return false;
        if (goesOnHere) _source.RunContinuationsAsynchronously = false;
        _source.SetResult(reply);
        return true;
    }

    internal sealed override Type ReplyType => typeof(TReply);

    internal sealed override bool TryReplyWith(object? reply) => TryReply((TReply)reply!);

    private protected sealed override void SetException(Exception failure) => _source.SetException(failure);

    TReply IValueTaskSource<TReply>.GetResult(short token) => _source.GetResult(token);

    void IValueTaskSource.GetResult(short token) => _source.GetResult(token);

    public ValueTaskSourceStatus GetStatus(short token) => _source.GetStatus(token);

    public void OnCompleted(
        Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _source.OnCompleted(continuation, state, token, flags);
}
