namespace Coerce.Cells;

/// <summary>Takes the deadline of an ask back.</summary>
internal abstract class AskDeadline
{
    /// <summary>The ask has ended. Once, by any thread.</summary>
    public abstract void Stop(PendingAsk ask);
}

/// <summary>Some of the asks that wait, for whoever looks for those that are due.</summary>
/// <remarks>A thread borrows a page and adds to it without a lock. Any thread may take an ask out again, or look at the page.</remarks>
/// <param name="deadlines">Whose page it is.</param>
internal sealed class DeadlinePage(AskDeadlines deadlines) : AskDeadline
{
    internal const int Size = 64;

    [ThreadStatic]
    private static DeadlinePage? t_borrowed;

    private readonly WeakReference<AskDeadlines> _deadlines = deadlines.Weak;
    private readonly PendingAsk?[] _asks = new PendingAsk?[Size];
    private int _next;
    private volatile Thread? _borrower;

    /// <summary>The page that this thread has borrowed last, from whatever system.</summary>
    public static DeadlinePage? Borrowed => t_borrowed;

    /// <summary>True when nobody adds to it, not even a thread that ended without giving it back.</summary>
    public bool IsFree => _borrower is not { IsAlive: true };

    /// <summary>Which is not kept alive by a thread that has borrowed from it.</summary>
    public bool IsOf(AskDeadlines other) => ReferenceEquals(_deadlines, other.Weak);

    /// <summary>Lends the page to the current thread. Under the lock of the deadlines.</summary>
    public void Borrow()
    {
        if (t_borrowed is { } other) other._borrower = null;
        t_borrowed = this;
        _borrower = Thread.CurrentThread;
    }

    /// <summary>Adds an ask, if one of the next few places is vacant. For the borrower.</summary>
    public bool TryAdd(PendingAsk ask)
    {
        for (int tries = 4; tries > 0; tries--)
        {
            int place = _next;
            _next = (place + 1) % Size;
            if (_asks[place] is not null) continue;

            // First: from the next line on it may be found to be due.
            ask.StartDeadline(this, place);
            Volatile.Write(ref _asks[place], ask);
            return true;
        }

        return false;
    }

    public override void Stop(PendingAsk ask) => Volatile.Write(ref _asks[ask.DeadlinePlace], null);

    /// <summary>The asks of this moment.</summary>
    public ReadOnlySpan<PendingAsk?> Asks => _asks;

    public int CountRoom()
    {
        int count = 0;
        foreach (PendingAsk? ask in _asks) if (ask is null) count++;
        return count;
    }
}
