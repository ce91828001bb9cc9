using System.Runtime.CompilerServices;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>What sending an envelope asks of the sender.</summary>
internal enum Arrival
{
    /// <summary>Nothing: somebody owns the turn and will come to the envelope.</summary>
    Queued,

    /// <summary>The sender now owns the turn and must see to it that the queue is run.</summary>
    Activated,

    /// <summary>The actor has stopped: the sender must reject what <see cref="TurnGate.TakeRejected"/> gives.</summary>
    Closed,
}

/// <summary>
/// The state machine of an actor: who owns its turn, and what waits for it. All races between senders, inline askers, the
/// draining thread and the stop are settled here and nowhere else.
/// </summary>
/// <remarks>
/// <code>
///             TryEnter / Post                      Close
///    Idle  ───────────────────▶  Owned  ───────────────────▶  Closed
///      ▲                           │
///      └───────── TryRelease ──────┘
/// </code>
/// <para>A gate that is <b>shut</b> has one bit more in each of these states: nobody enters it, posting works as ever.</para>
/// <para><b>Owned</b> covers starting, running, awaiting and draining: at most one thread, or one pending handler, is the
/// owner. Only the owner touches the actor, <see cref="_queue"/> and <see cref="_queued"/>. Ownership passes on through an
/// interlocked write of <see cref="_state"/>, or inside the owner through the task machinery, both of which order memory.</para>
/// <para><b>Arrivals</b> are a stack that senders push to. The owner takes the whole stack at once and turns it round,
/// which gives FIFO a sender. No envelope is pushed twice, so a compare-and-swap cannot mistake one stack for another
/// (no ABA).</para>
/// </remarks>
internal struct TurnGate
{
    private const int Owned = 0;    // the initial state: the constructor is the first turn
    private const int Idle = 1;
    private const int Closed = 2;
    private const int Shut = 4;     // beside one of the others
    private const int Kind = 3;     // the state without that bit

    private int _state;
    private int _queued;            // length of _queue; written by the owner, read by anybody for diagnostics
    private Envelope? _arrivals;    // newest first
    private Envelope? _queue;       // oldest first; the owner's

    /// <summary>True when the actor has stopped for good.</summary>
    public readonly bool IsClosed => (_state & Closed) != 0;

    /// <summary>True while somebody owns the turn. Stale the moment it is read.</summary>
    public readonly bool IsOwned => (_state & Kind) == Owned;

    /// <summary>How many envelopes wait. Approximate while senders and owner are at work. It counts them one by one where there are tens of
    /// thousands.</summary>
    public readonly int Length
    {
        get
        {
            int length = _queued;
            Envelope? envelope = _arrivals;
            for (; envelope is { Depth: Envelope.MostDepth }; envelope = envelope.Next) length += 1 + envelope.More;
            return length + (envelope is null ? 0 : envelope.Depth + envelope.More);
        }
    }

    /// <summary>The same without counting: there are at least so many where that would be needed.</summary>
    public readonly int LeastLength => (_arrivals is { } top ? top.Depth + top.More : 0) + _queued;

    /// <summary>What arrived last, if nobody has taken it yet. Stale the moment it is read.</summary>
    public readonly Envelope? Top => Volatile.Read(in _arrivals);

    /// <summary>True when the owner took envelopes that it has not handled yet. For the owner.</summary>
    public readonly bool HasQueued => _queue is not null;

    /// <summary>Lets nobody enter from now on. For the owner.</summary>
    public void ShutEntry() => _state |= Shut;

    /// <summary>Lets callers enter again. For the owner.</summary>
    public void OpenEntry() => _state &= ~Shut;

    /// <summary>Ends the first turn of an actor that nobody else knows: whoever makes it known orders memory.</summary>
    public void OpenUnknown() => _state |= Idle;

    /// <summary>Takes the turn if nobody has it and nothing waits.</summary>
    /// <remarks>
    /// Reading the arrivals before the swap is enough to keep a sender's order. If this thread told something earlier, it
    /// either still lies there (then: no entry) or an owner took it; that owner had the state Owned from before it took the
    /// envelope until it had handled it, so a swap from Idle succeeds only after that. What other threads push between the
    /// read and the swap has no order with this caller; they see Owned, and <see cref="TryRelease"/> finds it.
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryEnter() =>
        _state == Idle && _arrivals is null && Interlocked.CompareExchange(ref _state, Owned, Idle) == Idle;

    /// <summary>Adds an envelope behind all that this sender sent before.</summary>
    public Arrival Post(Envelope envelope)
    {
        // Nobody has the turn: it is the sender's, and the queue with it. See TryEnter for why that keeps the order.
        int seen = _state;
        if ((seen & Idle) != 0 && _arrivals is null && Interlocked.CompareExchange(ref _state, seen - Idle, seen) == seen)
        {
            if (envelope.IsSegment) envelope.Seal();
            _queue = envelope;
            _queued = 1;
            return Arrival.Activated;
        }

        return Push(envelope);
    }

    private Arrival Push(Envelope envelope)
    {
        Envelope? top = Volatile.Read(ref _arrivals);
        while (true)
        {
            envelope.PutOn(top);
            Envelope? seen = Interlocked.CompareExchange(ref _arrivals, envelope, top);
            if (ReferenceEquals(seen, top)) break;
            top = seen;
        }

        // The push above is a full fence, and so is the owner's write of Idle in TryRelease. So either this read sees Idle
        // (and the swap decides who goes on), or the owner's look at the arrivals, which follows its write, sees the push.
        int state = Volatile.Read(ref _state);
        if ((state & Idle) != 0) state = Interlocked.CompareExchange(ref _state, state - Idle, state);

        return (state & Kind) switch
        {
            Idle => Arrival.Activated,
            Closed => Arrival.Closed,
            _ => Arrival.Queued,
        };
    }

    /// <summary>The owner's next envelope, or null when nothing waits.</summary>
    public Envelope? Take()
    {
        Envelope? next = _queue;
        if (next is null)
        {
            // A push that this read misses is no loss: TryRelease looks again after its fence.
            if (Volatile.Read(ref _arrivals) is null) return null;
            next = TurnRound(Interlocked.Exchange(ref _arrivals, null), out _queued);
        }

        _queued--;
        if (next!.IsSegment && next.MoveNext())
        {
            _queue = next;  // there is more in it
            return next;
        }

        _queue = next.Next;
        next.Next = null;   // else a long-lived envelope would keep all its successors
        return next;
    }

    /// <summary>Puts an envelope that was taken back in front of the others. For the owner.</summary>
    public void PutBack(Envelope envelope)
    {
        _queued++;
        if (envelope.IsSegment) envelope.MoveBack();
        if (ReferenceEquals(envelope, _queue)) return;
        envelope.Next = _queue;
        _queue = envelope;
    }

    /// <summary>Takes out of what waits all that is wanted; the rest keeps its order. For the owner.</summary>
    /// <returns>What was taken out, oldest first.</returns>
    public List<Envelope> Extract(Predicate<Envelope> isWanted)
    {
        List<Envelope> wanted = [], rest = [];
        while (Take() is { } envelope) (isWanted(envelope) ? wanted : rest).Add(envelope.ToKeep());
        for (int i = rest.Count - 1; i >= 0; i--) PutBack(rest[i]);
        return wanted;
    }

    /// <summary>Gives the turn back. False: something arrived, and the caller is still the owner.</summary>
    /// <remarks>Call only when the owner's queue is empty: see <see cref="HasQueued"/>.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryRelease()
    {
        // While the state is Owned, the owner is the only one who writes it: this read cannot be stale.
        int idle = _state | Idle;
        Interlocked.Exchange(ref _state, idle);

        // Whoever pushed before the line above saw Owned and went away: the envelope is this thread's to find. Whoever pushes
        // after it sees Idle. In between both may try, and the swap lets one of them win.
        return _arrivals is null || Interlocked.CompareExchange(ref _state, idle - Idle, idle) != idle;
    }

    /// <summary>Closes the gate for good; the owner's last step. What still waits comes back, oldest first.</summary>
    public Envelope? Close()
    {
        Interlocked.Exchange(ref _state, _state | Closed);
        Envelope? waiting = Unpack(_queue);
        _queue = null;
        _queued = 0;
        Envelope? arrived = TakeRejected();
        if (waiting is null) return arrived;

        Envelope last = waiting;
        while (last.Next is { } next) last = next;
        last.Next = arrived;
        return waiting;
    }

    /// <summary>What arrived at a closed gate, oldest first. Any thread may call it.</summary>
    /// <remarks>
    /// A sender whose push came before the write of Closed is served by <see cref="Close"/>, which looks after its write; one
    /// whose push came after sees Closed and comes here. The exchange gives each envelope to exactly one of them.
    /// </remarks>
    public Envelope? TakeRejected() => Unpack(TurnRound(Interlocked.Exchange(ref _arrivals, null), out _));

    /// <summary>The same chain, each message in an envelope of its own.</summary>
    private static Envelope? Unpack(Envelope? oldest)
    {
        Envelope? first = null, last = null;
        while (oldest is not null)
        {
            Envelope? next = oldest.Next;
            oldest.Next = null;
            if ((oldest.IsSegment ? oldest.Unpack(null) : oldest) is { } envelope)
            {
                if (last is null) first = envelope;
                else last.Next = envelope;
                for (last = envelope; last.Next is { } behind;) last = behind;
            }

            oldest = next;
        }

        return first;
    }

    private static Envelope? TurnRound(Envelope? newest, out int count)
    {
        count = 0;
        Envelope? oldest = null;
        while (newest is not null)
        {
            Envelope? below = newest.Next;
            newest.Next = oldest;
            oldest = newest;
            newest = below;
            count += oldest.IsSegment ? oldest.Seal() : 1;
        }

        return oldest;
    }
}
