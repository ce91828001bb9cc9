using System.Numerics;

namespace Coerce.Cells;

/// <summary>One ring of slots of a wheel. Guarded by the lock of the lane.</summary>
/// <param name="shift">A slot stands for two to the power of this many steps.</param>
internal sealed class TimerLevel(int shift)
{
    /// <summary>A ring has two to the power of this many slots.</summary>
    public const int Bits = 8;

    private const int Size = 1 << Bits;
    private const int WordBits = 64;

    private readonly TimerSlot?[] _slots = new TimerSlot?[Size];
    private readonly ulong[] _used = new ulong[Size / WordBits];    // a bit for each slot that is there, be it empty

    /// <summary>The first step of the slot of a step.</summary>
    public long StartOf(long step) => step >> shift << shift;

    /// <summary>The slot of a step, for a timer to be put into.</summary>
    public ref TimerSlot? Use(long step)
    {
        int index = IndexOf(step);
        _used[index / WordBits] |= 1UL << index;
        return ref _slots[index];
    }

    /// <summary>Takes out the slot that begins with a step; null where none does.</summary>
    public TimerSlot? Take(long step)
    {
        if (StartOf(step) != step) return null;
        int index = IndexOf(step);
        return _slots[index] is null ? null : Clear(index);
    }

    /// <summary>The first step after another one that a slot with timers begins with.</summary>
    public long FindNext(long step)
    {
        // Once round, up to the slot of the step itself: what is in there now is due a whole round later.
        int from = IndexOf(step);
        int distance = 1;
        while (distance <= Size)
        {
            int index = (from + distance) & (Size - 1);
            ulong used = _used[index / WordBits] >> index;
            int gap = used == 0 ? WordBits - (index % WordBits) : BitOperations.TrailingZeroCount(used);
            distance += gap;
            if (used == 0 || distance > Size) continue;
            index += gap;
            if (_slots[index] is { Count: > 0 }) return StartOf(step) + ((long)distance << shift);
            Clear(index);
            distance++;
        }

        return TimerWheel.Never;
    }

    private TimerSlot? Clear(int index)
    {
        TimerSlot? slot = _slots[index];
        _slots[index] = null;
        _used[index / WordBits] &= ~(1UL << index);
        return slot;
    }

    private int IndexOf(long step) => (int)(step >> shift) & (Size - 1);
}
