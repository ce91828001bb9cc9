using System.ComponentModel;

namespace Coerce.Dispatch;

/// <summary>Measures a value again that cannot be written, and knows at which field it is: that is where the fault is.</summary>
/// <remarks>Not thread-safe. It is there after a failure only, as whoever measures what can be written has no time to remember where it is.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ContractWalk
{
    private readonly ContractLimits _limits;
    private readonly List<Level> _levels = [new()];
    private long _budget;

    internal ContractWalk(ContractScope scope)
    {
        _limits = scope.Limits;
        _budget = scope.Budget;
    }

    /// <summary>The fields down to where it is.</summary>
    internal string Path => string.Join('.', _levels.Select(static level => level.Field).OfType<string>());

    /// <summary>Where most of the bytes are, once all has been measured; null for a message without fields.</summary>
    internal (string Path, int Size)? Largest
    {
        get
        {
            if (_levels[0].Largest is not { } largest) return null;

            string path = largest.Field;
            Part part = largest;
            for (; part.Inner is { } inner; part = inner) path += "." + inner.Field;
            return (path, part.Size);
        }
    }

    /// <summary>Whether there may be no message in the one that it is at.</summary>
    internal bool IsDeepest => _levels.Count >= _limits.MaxDepth;

    /// <summary>Says that a field comes next.</summary>
    /// <param name="field">The field.</param>
    /// <param name="size">How many bytes the message has up to there.</param>
    public void At(string field, int size) => _levels[^1].Begin(field, size);

    /// <summary>Measures a value to the end, or to where it fails.</summary>
    internal Exception? Find<T, TContract>(T value)
        where TContract : IContract<T>
    {
        try
        {
            _levels[0].End(TContract.Walk(value, this));
            return null;
        }
        catch (Exception failure)
        {
            return failure;
        }
    }

    /// <summary>Measures a message in another.</summary>
    internal int Into<T, TContract>(T value)
        where TContract : IContract<T>
    {
        if (IsDeepest) throw ContractFaults.TooDeep();

        var level = new Level();
        _levels.Add(level);
        int size = TContract.Walk(value, this);
        level.End(size);
        _levels.RemoveAt(_levels.Count - 1);
        _levels[^1].Take(level.Largest);
        return (_budget -= (uint)size) >= 0 ? size : throw ContractFaults.TooMuch();
    }

    /// <summary>A message that it is in.</summary>
    private sealed class Level
    {
        private int _start;
        private Part? _inner;

        internal string? Field { get; private set; }

        internal Part? Largest { get; private set; }

        internal void Begin(string field, int size)
        {
            End(size);
            (Field, _start, _inner) = (field, size, null);
        }

        internal void End(int size)
        {
            int own = size - _start;
            if (Field is null || own <= Largest?.Size) return;

            // One message in the field may be most of it; of many small ones none is to blame.
            Largest = new Part(Field, own, _inner?.Size > own / 2 ? _inner : null);
        }

        internal void Take(Part? inner)
        {
            if (inner?.Size > (_inner?.Size ?? -1)) _inner = inner;
        }
    }

    /// <summary>A field, and what is most of it.</summary>
    private sealed record Part(string Field, int Size, Part? Inner);
}
