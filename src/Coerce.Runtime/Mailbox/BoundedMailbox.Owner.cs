using Coerce.Dispatch;

namespace Coerce.Cells;

// What the owner of the turn can do beside taking the next message.
internal sealed partial class BoundedMailbox
{
    /// <summary>What comes next, if it is no message but work.</summary>
    public Work? FirstWork
    {
        get
        {
            lock (_lock) return _first as Work;
        }
    }

    public override List<Envelope> Extract(Predicate<Envelope> isWanted)
    {
        List<Envelope> wanted = [];
        lock (_lock)
        {
            Envelope? before = null;
            for (Envelope? envelope = _first, next; envelope is not null; envelope = next)
            {
                next = envelope.Next;
                if (!isWanted(envelope))
                {
                    before = envelope;
                    continue;
                }

                if (before is null) _first = next;
                else before.Next = next;
                if (_last == envelope) _last = before;
                envelope.Next = null;
                wanted.Add(envelope);
            }

            for (LinkedListNode<RoomWaiter>? place = _waiters.First, next; place is not null; place = next)
            {
                next = place.Next;
                if (isWanted(place.Value.Envelope) && Leave(place.Value)) wanted.Add(place.Value.Envelope);
            }
        }

        return wanted;
    }
}
