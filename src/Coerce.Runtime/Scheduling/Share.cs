using Coerce.Dispatch;

namespace Coerce.Cells;

/// <summary>Actors that a thread has woken up and that go to the pool in one piece.</summary>
/// <remarks>
/// It is on its way as soon as there is one in it, and takes more until a thread of the pool comes to it: a thread that wakes up many
/// actors does not go through the pool's queue for each of them. Its thread alone puts something in and uses it again.
/// </remarks>
internal sealed class Share : IThreadPoolWorkItem
{
    private const int Size = 16;
    private const int SharesOfThread = 4;
    private const int Free = -1;
    private const int Closed = -2;

    [ThreadStatic]
    private static Share[]? t_shares;

    [ThreadStatic]
    private static int t_current;

    private readonly ActorCell?[] _cells = new ActorCell?[Size];
    private int _state = Free;      // or how many there are, while it takes more

    /// <summary>Gives an actor to the pool.</summary>
    public static void Post(ActorCell cell)
    {
        Share[] shares = t_shares ??= NewShares();
        if (shares[t_current].TryAdd(cell)) return;
        for (int i = 0; i < SharesOfThread; i++)
        {
            t_current = (t_current + 1) % SharesOfThread;
            if (shares[t_current].TryOpen(cell)) return;
        }

        // All are on their way.
        ThreadPool.UnsafeQueueUserWorkItem(cell, preferLocal: false);
    }

    void IThreadPoolWorkItem.Execute() => RunQueue.Run(this);

    /// <summary>Takes out what is in it; from then on its thread may use it again.</summary>
    public void MoveTo(RunQueue queue)
    {
        int count = Interlocked.Exchange(ref _state, Closed);
        for (int i = 0; i < count; i++)
        {
            queue.Add(_cells[i]!);
            _cells[i] = null;
        }

        Volatile.Write(ref _state, Free);
    }

    private static Share[] NewShares()
    {
        var shares = new Share[SharesOfThread];
        for (int i = 0; i < SharesOfThread; i++) shares[i] = new Share();
        return shares;
    }

    private bool TryAdd(ActorCell cell)
    {
        int count = Volatile.Read(ref _state);
        if ((uint)count >= Size) return false;
        _cells[count] = cell;
        if (Interlocked.CompareExchange(ref _state, count + 1, count) == count) return true;

        // It was closed meanwhile, without this place.
        _cells[count] = null;
        return false;
    }

    private bool TryOpen(ActorCell cell)
    {
        if (Volatile.Read(ref _state) != Free) return false;
        _cells[0] = cell;
        Volatile.Write(ref _state, 1);
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }
}
