using System.Diagnostics;
using System.Numerics;
using Coerce.Diagnostics;
using Coerce.Dispatch;
using Coerce.Telemetry;

namespace Coerce.Cells;

/// <summary>A mailbox with room for so many messages, and a rule for the next one.</summary>
/// <remarks>
/// <para>The messages lie in a list of its own, guarded by a lock; in the gate there is nothing but the <see cref="MailboxPump"/>.
/// So a message can be dropped, and is gone at once, while the actor is held in one long turn.</para>
/// <para>What needs no room (the runtime's own <see cref="Work"/>) lies in the same list, so that it keeps its place, but is not
/// counted.</para>
/// <para>Whoever waits for room stands in a second list. Invariant: while a message stands there, the first list is full.</para>
/// </remarks>
[DebuggerDisplay("{_count} of {_capacity} ({_policy}), {_waiters.Count} wait for room")]
internal sealed partial class BoundedMailbox : Detour
{
    private const int FirstSweep = 64;

    private readonly Lock _lock = new();
    private readonly int _capacity;
    private readonly MailboxPolicy _policy;
    private readonly MailboxPump _pump;
    private readonly LinkedList<RoomWaiter> _waiters = new();
    private Envelope? _first, _last;    // what is in, oldest first
    private int _count;                 // messages that are in; work is not counted
    private int _sweepAt = FirstSweep;  // how many waiters there are before those that gave up are looked for
    private bool _pumping;              // the pump is in the gate, or the owner runs it
    private bool _stopping;             // a stop has its place among the messages
    private bool _closed;
    private long _dropped;

    private BoundedMailbox(int capacity, MailboxPolicy policy)
    {
        _capacity = capacity;
        _policy = policy;
        _pump = new MailboxPump(this);
    }

    /// <summary>The mailbox that a recipe or the actor's class asks for; null for the plain one.</summary>
    public static BoundedMailbox? For(Props props, ActorSettings settings)
    {
        (int capacity, MailboxPolicy policy) = props.Mailbox ?? (settings.MailboxCapacity, settings.WhenFull);
        return capacity > 0 ? new BoundedMailbox(capacity, policy) : null;
    }

    public override (int Capacity, MailboxPolicy WhenFull)? Bound => (_capacity, _policy);

    public override int Length => _count + _waiters.Count;

    public override bool Tell(ActorCell cell, Envelope envelope, bool isTry)
    {
        switch (Offer(cell, envelope, canWait: false, out Envelope? oldest, out _))
        {
            case Offered.Taken:
                return true;
            case Offered.TakenForOldest:
                Drop(cell, oldest!);
                return true;
            case Offered.Stopped when !isTry:
                cell.Reject(envelope);
                return false;
            case Offered.NoRoom when !isTry && _policy == MailboxPolicy.Fail:
                Instruments.Refused(cell, envelope.Tag);
                throw Full(cell, envelope);
            case Offered.NoRoom when !isTry:
                Drop(cell, envelope);
                return false;
            default:
                return false;
        }
    }

    public override void Ask(ActorCell cell, Envelope envelope)
    {
        switch (Offer(cell, envelope, canWait: true, out Envelope? oldest, out _))
        {
            case Offered.TakenForOldest:
                Drop(cell, oldest!);
                break;
            case Offered.Stopped:
                cell.Reject(envelope);
                break;
            case Offered.NoRoom:
                Drop(cell, envelope);
                break;
        }
    }

    public override ValueTask TellAsync(ActorCell cell, Envelope envelope, CancellationToken cancellationToken)
    {
        switch (Offer(cell, envelope, canWait: true, out Envelope? oldest, out RoomWaiter? waiter))
        {
            case Offered.Waits:
                waiter!.Listen(cancellationToken);
                return new ValueTask(waiter.Task);
            case Offered.TakenForOldest:
                Drop(cell, oldest!);
                return default;
            case Offered.Stopped:
                cell.Reject(envelope);
                return default;
            case Offered.NoRoom when _policy == MailboxPolicy.Fail:
                Instruments.Refused(cell, envelope.Tag);
                return ValueTask.FromException(Full(cell, envelope));
            case Offered.NoRoom:
                Drop(cell, envelope);
                return default;
            default:
                return default;
        }
    }

    public override void Post(ActorCell cell, Envelope envelope)
    {
        bool closed, activated = false;
        lock (_lock)
        {
            closed = _closed;
            if (!closed)
            {
                if (envelope is StopSignal) _stopping = true;

                // Work of a sender that has messages in line stays behind them. A wake-up has no sender, and must not wait.
                if (_waiters.Count > 0 && envelope is not WakeUp) Line(cell, envelope);
                else activated = Add(cell, envelope);
            }
        }

        if (closed) cell.Reject(envelope);
        else if (activated) cell.ScheduleTurn();
    }

    /// <summary>The owner's next message. There is one whenever the pump runs, unless it was taken out.</summary>
    public Envelope? Take(ActorCell cell, out bool isLast)
    {
        Envelope? next;
        List<Envelope>? lapsed = null;
        lock (_lock)
        {
            Debug.Assert(_pumping, "The pump runs only while there is a message, or was.");
            next = _first;
            if (next is not null)
            {
                _first = next.Next;
                if (_first is null) _last = null;
                next.Next = null;
                if (Counts(next)) _count--;
            }

            if (_waiters.Count > 0) Admit(ref lapsed);
            isLast = _first is null;
            if (isLast) _pumping = false;
            CheckInvariant();
        }

        Lapse(cell, lapsed);
        return next;
    }

    public override void Refuse(ActorCell cell, Envelope envelope) => Drop(cell, envelope);

    public override void Close(ActorCell cell)
    {
        Envelope? waiting;
        RoomWaiter[] waiters;
        lock (_lock)
        {
            _closed = true;
            waiting = _first;
            waiters = [.. _waiters];
            foreach (RoomWaiter waiter in waiters) waiter.Place = null;
            _first = _last = null;
            _count = 0;
            _waiters.Clear();
        }

        while (waiting is not null)
        {
            Envelope? next = waiting.Next;
            cell.Reject(waiting);
            waiting = next;
        }

        foreach (RoomWaiter waiter in waiters)
        {
            if (waiter.IsTell) waiter.Refuse(cell.Refused(waiter.Envelope.Tag));
            else if (waiter.HasLapsed) Drop(cell, waiter.Envelope);
            else cell.Reject(waiter.Envelope);
        }
    }

    /// <summary>Takes a waiter out of line; false when its wait has ended in another way.</summary>
    public bool GiveUp(RoomWaiter waiter)
    {
        lock (_lock)
        {
            if (!Leave(waiter)) return false;

            // Work that stood behind it may be first in line now. The list is full, so the pump is there and none can have lapsed.
            while (_waiters.First is { Value: var first } && !Counts(first.Envelope) && Leave(first)) Append(first.Envelope);
            return true;
        }
    }

    private Offered Offer(ActorCell cell, Envelope envelope, bool canWait, out Envelope? oldest, out RoomWaiter? waiter)
    {
        oldest = null;
        waiter = null;
        List<Envelope>? lapsed = null;
        Offered result;
        bool activated = false;
        lock (_lock)
        {
            if (_closed)
            {
                result = Offered.Stopped;
            }
            else if (_count < _capacity)
            {
                activated = Add(cell, envelope);
                result = Offered.Taken;
            }
            else if (canWait && _policy == MailboxPolicy.Wait)
            {
                if (_waiters.Count >= _sweepAt) Sweep(ref lapsed);
                waiter = Line(cell, envelope);
                result = Offered.Waits;
            }
            else if (_policy != MailboxPolicy.DropOldest)
            {
                result = Offered.NoRoom;
            }
            else if (_stopping)
            {
                // It would lie behind the stop and not be handled: what was sent before the stop must not give way to it.
                result = Offered.Stopped;
            }
            else
            {
                oldest = RemoveOldest();
                activated = Add(cell, envelope);
                result = Offered.TakenForOldest;
            }
        }

        // Outside of the lock: a scheduler may be the user's, and so are the observers of dead letters.
        if (activated) cell.ScheduleTurn();
        Lapse(cell, lapsed);
        return result;
    }

    /// <summary>Takes an envelope in. Under the lock.</summary>
    /// <remarks>The pump is posted under the lock too: a sender that has a message in here then finds the pump in the gate, or the
    /// turn taken, so that its next ask cannot run in its own thread and overtake the message.</remarks>
    /// <returns>True when the caller now owns the turn and must schedule it.</returns>
    private bool Add(ActorCell cell, Envelope envelope)
    {
        Append(envelope);
        if (_pumping) return false;
        _pumping = true;
        return cell.Push(_pump) == Arrival.Activated;
    }

    /// <summary>True for what needs room: messages, and work that somebody asks for.</summary>
    private static bool Counts(Envelope envelope) => envelope.Tag != Work.WorkTag || envelope.Ask is not null;

    private RoomWaiter Line(ActorCell cell, Envelope envelope)
    {
        var waiter = new RoomWaiter(this, cell, envelope);
        waiter.Place = _waiters.AddLast(waiter);
        CheckInvariant();
        return waiter;
    }

    private void Append(Envelope envelope)
    {
        envelope.Next = null;
        if (_last is null) _first = envelope;
        else _last.Next = envelope;
        _last = envelope;
        if (Counts(envelope)) _count++;
    }

    private Envelope RemoveOldest()
    {
        Envelope? before = null;
        Envelope oldest = _first!;
        while (!Counts(oldest))
        {
            before = oldest;
            oldest = oldest.Next!;
        }

        if (before is null) _first = oldest.Next;
        else before.Next = oldest.Next;
        if (ReferenceEquals(_last, oldest)) _last = before;
        oldest.Next = null;
        _count--;
        return oldest;
    }

    /// <summary>Lets in those first in line, as far as there is room; those that gave up are passed over. Under the lock.</summary>
    private void Admit(ref List<Envelope>? lapsed)
    {
        while (_waiters.First is { Value: var waiter })
        {
            if (Counts(waiter.Envelope) && _count >= _capacity) return;

            Leave(waiter);
            if (waiter.HasLapsed)
            {
                (lapsed ??= []).Add(waiter.Envelope);
                continue;
            }

            Append(waiter.Envelope);
            if (waiter.IsTell) waiter.Admitted();
        }
    }

    /// <summary>Takes out the asks whose callers gave up, so that a caller who tries again and again does not fill the memory.
    /// Under the lock.</summary>
    /// <remarks>Done when the waiters have doubled since the last time, so it costs each of them a constant.</remarks>
    private void Sweep(ref List<Envelope>? lapsed)
    {
        for (LinkedListNode<RoomWaiter>? place = _waiters.First, next; place is not null; place = next)
        {
            next = place.Next;
            if (!place.Value.HasLapsed) continue;
            (lapsed ??= []).Add(place.Value.Envelope);
            Leave(place.Value);
        }

        _sweepAt = Math.Max(FirstSweep, _waiters.Count * 2);
    }

    private bool Leave(RoomWaiter waiter)
    {
        if (waiter.Place is not { } place) return false;
        waiter.Place = null;
        _waiters.Remove(place);
        return true;
    }

    private void Lapse(ActorCell cell, List<Envelope>? lapsed)
    {
        if (lapsed is null) return;
        foreach (Envelope envelope in lapsed) Drop(cell, envelope);
    }

    /// <summary>A message that will not be handled: its asker is told; where nobody asked or waits any more, it is a dead letter.</summary>
    private void Drop(ActorCell cell, Envelope envelope)
    {
        if (envelope.Ask is { HasEnded: false } ask && ask.TryFail(Full(cell, envelope)))
        {
            if (envelope is not Work) Instruments.Refused(cell, envelope.Tag);
            return;
        }

        if (envelope is Work) return;   // a delegate that nobody waits for any more is no message

        // One line for the first, the second, the fourth, ...: an overload must not become a flood of lines as well.
        long dropped = Interlocked.Increment(ref _dropped);
        if (BitOperations.IsPow2(dropped)) Log.MailboxFull(cell.System.Logger, cell.ToString(), _capacity, _policy, dropped);
        cell.System.DeadLetters.Publish(cell, envelope, DeadLetterReason.MailboxFull, null);
    }

    private MailboxFullException Full(ActorCell cell, Envelope envelope) =>
        new(cell.ToString(), cell.Path, cell.MessageName(envelope), _capacity, _policy);

    [Conditional("DEBUG")]
    private void CheckInvariant()
    {
        Debug.Assert(_waiters.Count == 0 || _count >= _capacity, "Somebody waits although there is room.");
        Debug.Assert(_pumping == (_first is not null), "The pump is there exactly while there is something to take.");
    }

    /// <summary>What became of a message that was offered.</summary>
    private enum Offered
    {
        Taken,
        TakenForOldest,
        Waits,
        NoRoom,
        Stopped,
    }
}
