using System.Collections;

namespace Coerce.TestKit;

/// <summary>The dead letters of a system since it was made. Thread-safe.</summary>
internal sealed class CapturedDeadLetters : IReadOnlyList<DeadLetter>
{
    private readonly Lock _lock = new();
    private readonly List<DeadLetter> _letters = [];

    public int Count
    {
        get
        {
            lock (_lock) return _letters.Count;
        }
    }

    public DeadLetter this[int index]
    {
        get
        {
            lock (_lock) return _letters[index];
        }
    }

    public void Add(DeadLetter letter)
    {
        lock (_lock) _letters.Add(letter);
    }

    public IEnumerator<DeadLetter> GetEnumerator()
    {
        List<DeadLetter> letters;
        lock (_lock) letters = [.. _letters];
        return letters.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
