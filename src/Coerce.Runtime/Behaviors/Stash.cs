using System.Diagnostics;
using System.Numerics;
using Coerce.Diagnostics;
using Coerce.Dispatch;
using Coerce.Telemetry;

namespace Coerce.Cells;

/// <summary>What an actor has put aside until it behaves otherwise, in the order in which it came. The owner's.</summary>
/// <remarks>
/// <para>After a change of behaviour the stash itself lies in front of the mailbox, as work, until it finds nothing more to hand
/// out: one message a turn, ahead of all that waits. As nothing else gets in meanwhile, what is stashed is always older
/// than what waits, and the order holds through any number of changes.</para>
/// <para>Only told messages and asks get here: signals and work are no messages.</para>
/// </remarks>
[DebuggerDisplay("{_count} stashed")]
internal sealed class Stash : Work
{
    private readonly int _capacity;     // 0: any number
    private readonly MailboxPolicy _policy;
    private Envelope? _first, _last;    // oldest first
    private Envelope? _checked;         // up to here nothing is for the current behaviour; null: nobody has looked
    private int _count;
    private bool _opening;              // it lies in front of the mailbox, or the owner runs it
    private long _dropped;

    public Stash(ActorCell cell)
    {
        (int mailbox, _policy) = cell.Props.Mailbox ?? (cell.Settings.MailboxCapacity, cell.Settings.WhenFull);
        _capacity = cell.Settings.StashCapacity is >= 0 and var own ? own : mailbox;
    }

    /// <summary>How many messages there are. Any thread may ask.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Puts a message aside.</summary>
    public void Add(ActorCell cell, Envelope envelope)
    {
        if (_capacity > 0 && _count >= _capacity)
        {
            if (_policy != MailboxPolicy.DropOldest)
            {
                Drop(cell, envelope);
                return;
            }

            Drop(cell, RemoveAfter(null));
        }

        envelope.Next = null;
        if (_last is null) _first = envelope;
        else _last.Next = envelope;
        _last = envelope;
        _count++;
    }

    /// <summary>True when the envelope is in here.</summary>
    public bool Contains(Envelope envelope)
    {
        for (Envelope? stashed = _first; stashed is not null; stashed = stashed.Next)
        {
            if (ReferenceEquals(stashed, envelope)) return true;
        }

        return false;
    }

    /// <summary>The actor behaves otherwise: what it handles now comes first.</summary>
    public void Open(ActorCell cell)
    {
        _checked = null;
        if (_opening || _count == 0) return;
        _opening = true;
        cell.PutBack(this);
    }

    internal override bool Run(ActorCell cell)
    {
        if (TakeHandled(cell) is not { } next)
        {
            _opening = false;
            return true;
        }

        // Before the turn, which may go on in another thread. While this lies there, the turn is never given back.
        cell.PutBack(this);
        return cell.RunTurn(next);
    }

    /// <summary>The actor has stopped: nobody will handle these.</summary>
    public void RejectAll(ActorCell cell)
    {
        Envelope? envelope = _first;
        _first = _last = _checked = null;
        _count = 0;
        while (envelope is not null)
        {
            Envelope? next = envelope.Next;
            envelope.Next = null;
            cell.Reject(envelope);
            envelope = next;
        }
    }

    /// <summary>Takes out the oldest that the current behaviour handles. Each message is looked at once a behaviour.</summary>
    private Envelope? TakeHandled(ActorCell cell)
    {
        for (Envelope? next = _checked is null ? _first : _checked.Next; next is not null; next = next.Next)
        {
            if (!cell.Stashes(next.Tag)) return RemoveAfter(_checked);
            _checked = next;
        }

        return null;
    }

    private Envelope RemoveAfter(Envelope? before)
    {
        Envelope removed = before is null ? _first! : before.Next!;
        if (before is null) _first = removed.Next;
        else before.Next = removed.Next;
        if (ReferenceEquals(_last, removed)) _last = before;
        if (ReferenceEquals(_checked, removed)) _checked = null;
        removed.Next = null;
        _count--;
        return removed;
    }

    /// <summary>There is no room. As with a full mailbox: the asker is told, or it is a dead letter.</summary>
    private void Drop(ActorCell cell, Envelope envelope)
    {
        if (envelope.Ask is { HasEnded: false } ask && ask.TryFail(MailboxFullException.OfStash(cell, envelope, _capacity, _policy)))
        {
            Instruments.Refused(cell, envelope.Tag);
            return;
        }

        long dropped = ++_dropped;
        if (BitOperations.IsPow2(dropped))
            Log.StashFull(cell.System.Logger, cell.ToString(), cell.BehaviorName, _capacity, dropped);
        cell.System.DeadLetters.Publish(cell, envelope, DeadLetterReason.MailboxFull, null);
    }
}
