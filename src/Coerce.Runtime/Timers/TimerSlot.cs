namespace Coerce.Cells;

/// <summary>The timers of a slot of a wheel, and later those that are due. Guarded by the lock of the lane.</summary>
internal sealed class TimerSlot
{
    private const int FirstSize = 4;

    private WheelTimer?[] _timers = new WheelTimer?[FirstSize];
    private int _end;           // the places in use end here
    private int _taken;         // those up to here are done with
    private long _lastDue = long.MinValue;
    private bool _isInOrder = true;
    private bool _isDue;

    /// <summary>How many timers there are.</summary>
    public int Count { get; private set; }

    /// <summary>The timers of a slot that is not due.</summary>
    public ReadOnlySpan<WheelTimer?> Timers => _timers.AsSpan(0, _end);

    public void Add(WheelTimer timer)
    {
        if (_end == _timers.Length) Array.Resize(ref _timers, 2 * _end);
        timer.Slot = this;
        timer.Place = _end;
        _timers[_end++] = timer;
        Count++;
        if (timer.Due < _lastDue) _isInOrder = false;
        _lastDue = timer.Due;
    }

    public void Remove(WheelTimer timer)
    {
        timer.Slot = null;
        Count--;
        if (_isDue)
        {
            // The others keep their order, and are gone soon.
            _timers[timer.Place] = null;
            return;
        }

        // The last one takes the place: timers that come and go leave nothing behind.
        WheelTimer last = _timers[--_end]!;
        _timers[_end] = null;
        if (ReferenceEquals(last, timer)) return;
        last.Place = timer.Place;
        _timers[last.Place] = last;
        _isInOrder = false;
    }

    /// <summary>From now on the timers are taken in the order in which they are due.</summary>
    public void BecomeDue()
    {
        _isDue = true;
        if (!_isInOrder) Sort();
    }

    /// <summary>Takes the next ones out of a slot that is due. They still name it as theirs.</summary>
    /// <returns>How many.</returns>
    public int Take(Span<WheelTimer?> timers)
    {
        int count = 0;
        while (count < timers.Length && _taken < _end)
        {
            ref WheelTimer? place = ref _timers[_taken++];
            if (place is null) continue;
            timers[count++] = place;
            place = null;
        }

        Count -= count;
        return count;
    }

    /// <summary>Makes it as good as new; what is in it belongs elsewhere.</summary>
    public void Reset()
    {
        _timers.AsSpan(0, _end).Clear();
        _end = _taken = Count = 0;
        _lastDue = long.MinValue;
        _isInOrder = true;
        _isDue = false;
    }

    private void Sort()
    {
        // What is due at the same time stays as it came: no sort of the framework's own does that by itself.
        var keys = new (long Due, int Place)[_end];
        for (int place = 0; place < _end; place++) keys[place] = (_timers[place]!.Due, place);
        keys.AsSpan().Sort(_timers.AsSpan(0, _end));
        for (int place = 0; place < _end; place++) _timers[place]!.Place = place;
    }
}
