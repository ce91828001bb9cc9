using System.Runtime.CompilerServices;
using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Several messages of one kind that were told one after the other, in one envelope.</summary>
/// <remarks>
/// <para>While it lies on top of the arrivals, senders add to it, without an object for each message. The owner of the turn seals it when it takes it, so it
/// is known then how many there are; who comes too late pushes an envelope as ever.</para>
/// <para>To handlers it is an envelope like any other, with one of its messages at a time. Who keeps an envelope for longer than a step of a turn takes
/// <see cref="Envelope.ToKeep"/>.</para>
/// </remarks>
internal sealed class Segment<TMessage> : Envelope<TMessage>
{
    /// <summary>How many messages the first segment of a burst has room for.</summary>
    public const int FirstSize = 16;

    /// <summary>How many the later ones have.</summary>
    public const int LaterSize = 128;

    private const int Sealed = int.MaxValue / 2;    // far from where the additions that come too late could lead

    private readonly Slot[] _slots;
    private int _reserved = 1;
    private int _count;     // the owner's, once it is sealed
    private int _taken;     // the owner's

    public Segment(int tag, TMessage first, int size)
        : base(tag, default!, EnvelopeKind.Segment)
    {
        _slots = new Slot[size];
        _slots[0].Message = first;
        _slots[0].IsWritten = true;
    }

    public bool IsFull => Volatile.Read(ref _reserved) >= _slots.Length;

    /// <summary>Adds a message. False when there is no room, or the owner has sealed the segment.</summary>
    public bool TryAdd(TMessage message)
    {
        Slot[] slots = _slots;
        if (Volatile.Read(ref _reserved) >= slots.Length) return false;
        int place = Interlocked.Increment(ref _reserved) - 1;
        if ((uint)place >= (uint)slots.Length) return false;
        ref Slot slot = ref slots[place];
        slot.Message = message;
        Volatile.Write(ref slot.IsWritten, true);
        return true;
    }

    internal override int More => Math.Min(Volatile.Read(ref _reserved), _slots.Length) - 1;

    internal override int Seal()
    {
        _count = Math.Min(Interlocked.Exchange(ref _reserved, Sealed), _slots.Length);
        return _count;
    }

    internal override bool MoveNext()
    {
        ref Slot slot = ref _slots[_taken++];
        if (!Volatile.Read(ref slot.IsWritten)) WaitFor(ref slot);
        Message = slot.Message;
        if (RuntimeHelpers.IsReferenceOrContainsReferences<TMessage>()) slot.Message = default!;
        return _taken < _count;
    }

    internal override void MoveBack() => _slots[--_taken].Message = Message;

    internal override Envelope ToKeep() => new Envelope<TMessage>(Tag, Message);

    internal override Envelope? Unpack(Envelope? rest)
    {
        // From the last to the first, so that each knows its successor.
        var messages = new Envelope[_count - _taken];
        for (int i = 0; i < messages.Length; i++)
        {
            MoveNext();
            messages[i] = ToKeep();
        }

        for (int i = messages.Length - 1; i >= 0; i--)
        {
            messages[i].Next = rest;
            rest = messages[i];
        }

        return rest;
    }

    /// <summary>A sender has its place and is about to write.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void WaitFor(ref Slot slot)
    {
        var wait = default(SpinWait);
        while (!Volatile.Read(ref slot.IsWritten)) wait.SpinOnce();
    }

    private struct Slot
    {
        public TMessage Message;
        public bool IsWritten;
    }
}
