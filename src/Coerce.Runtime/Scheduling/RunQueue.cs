using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>The actors that a thread of the pool has woken up in a turn, and goes on with when that has ended.</summary>
/// <remarks>
/// <para>The way through the pool's queue is most of what a tell to an idle actor costs, and another thread may have to be woken up for
/// it. So an actor stays with the thread that woke it; of several, half go to the pool, in one piece.</para>
/// <para>The thread alone adds. It takes out again, and so does <see cref="RunQueueMonitor"/>: from a thread whose turn takes its time.
/// Each says so before it looks whether the other does. The fence that this needs is the monitor's, which comes rarely.</para>
/// </remarks>
internal sealed class RunQueue
{
    private const int Size = 64;
    private const int MostHops = 64;    // then the thread is for others
    private const int FewEnough = 8;    // to be run one after the other

    [ThreadStatic]
    private static RunQueue? t_current;

    private readonly ActorCell?[] _cells = new ActorCell?[Size];
    private int _head;      // the next to take
    private int _tail;      // the next to fill
    private int _moves;
    private bool _isOpen;
    private bool _isTaking;     // written by the thread
    private bool _isRescued;    // written by the monitor

    private RunQueue() => RunQueueMonitor.Register(this);

    /// <summary>How often something was added or taken; stale the moment it is read.</summary>
    public int Moves => Volatile.Read(ref _moves);

    /// <summary>How many wait; stale the moment it is read.</summary>
    public int Waiting => Volatile.Read(ref _tail) - Volatile.Read(ref _head);

    /// <summary>What <see cref="Moves"/> was when the monitor came by. The monitor's.</summary>
    public int MovesSeen { get; set; }

    private int Count => _tail - _head;     // with those that the monitor has taken

    /// <summary>Keeps an actor for this thread. False where no turn runs that the pool has begun.</summary>
    public static bool TryAdd(ActorCell cell)
    {
        if (t_current is not { _isOpen: true } queue) return false;
        queue.Add(cell);
        return true;
    }

    /// <summary>In a thread of the pool: runs an actor, and then those that it woke up.</summary>
    public static void Run(ActorCell cell)
    {
        RunQueue queue = t_current ??= new RunQueue();
        queue._isOpen = true;
        try
        {
            cell.RunSlice(queue);

            // Another thread may be free for some of them.
            if (queue.Count > 1) queue.GiveAway(queue.Count / 2);
            queue.RunAll(FewEnough);
        }
        finally
        {
            queue.Close();
        }
    }

    /// <summary>In a thread of the pool: runs actors that some thread has woken up.</summary>
    public static void Run(Share share)
    {
        RunQueue queue = t_current ??= new RunQueue();
        queue._isOpen = true;
        try
        {
            foreach (ActorCell? cell in share.Cells) if (cell is not null) queue.Add(cell);
            queue.RunAll(Size);
        }
        finally
        {
            queue.Close();
        }
    }

    /// <summary>The thread goes on with the same actor: what that has woken up is for others.</summary>
    public void GiveAllAway()
    {
        if (Count > 0) GiveAway(Count);
    }

    /// <summary>Gives all that waits to the pool. For the monitor.</summary>
    /// <returns>True when there was anything.</returns>
    public bool Rescue()
    {
        if (Array.TrueForAll(_cells, static cell => cell is null)) return false;
        Volatile.Write(ref _isRescued, true);
        Interlocked.MemoryBarrierProcessWide();
        if (!Volatile.Read(ref _isTaking))
        {
            for (int i = 0; i < Size; i++)
            {
                if (_cells[i] is not { } cell) continue;
                _cells[i] = null;
                Pool(cell);
            }
        }

        Volatile.Write(ref _isRescued, false);
        return true;
    }

    /// <param name="most">More than that go to the pool rather than to wait for each other.</param>
    private void RunAll(int most)
    {
        for (int hops = 0; Count > 0 && hops < MostHops; hops++)
        {
            if (Count > most) GiveAway(Count / 2);
            TakeNext()?.RunSlice(this);
        }
    }

    private void Close()
    {
        _isOpen = false;
        GiveAllAway();
    }

    private void Add(ActorCell cell)
    {
        if (Count == Size) GiveAway(Size / 2);
        Volatile.Write(ref _cells[_tail++ % Size], cell);
        _moves++;
        RunQueueMonitor.Wake();
    }

    private ActorCell? TakeNext()
    {
        _moves++;
        Volatile.Write(ref _isTaking, true);
        if (Volatile.Read(ref _isRescued)) WaitForMonitor();
        ref ActorCell? place = ref _cells[_head++ % Size];
        ActorCell? cell = place;
        place = null;
        Volatile.Write(ref _isTaking, false);
        return cell;
    }

    private void WaitForMonitor()
    {
        // Not while this thread says that it takes: the monitor may be about to see that, and to leave it alone, or not.
        Volatile.Write(ref _isTaking, false);
        var wait = default(SpinWait);
        while (true)
        {
            while (Volatile.Read(ref _isRescued)) wait.SpinOnce();
            Volatile.Write(ref _isTaking, true);
            Interlocked.MemoryBarrier();
            if (!Volatile.Read(ref _isRescued)) return;
            Volatile.Write(ref _isTaking, false);
        }
    }

    private void GiveAway(int count)
    {
        if (count == 1)
        {
            if (TakeNext() is { } cell) Pool(cell);
            return;
        }

        var cells = new ActorCell?[count];
        for (int i = 0; i < count; i++) cells[i] = TakeNext();
        Pool(new Share(cells));
    }

    private static void Pool(IThreadPoolWorkItem work) => ThreadPool.UnsafeQueueUserWorkItem(work, preferLocal: false);
}
