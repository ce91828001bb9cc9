namespace Coerce.Cells;

/// <summary>Takes from a thread what it keeps for later, when its present turn takes its time or waits for something.</summary>
/// <remarks>It has a thread of its own, for those of the pool may all be waiting. That sleeps while nothing is kept anywhere.</remarks>
internal static class RunQueueMonitor
{
    private const int Period = 1;           // ms: what is kept waits for one to two of these at most
    private const int QuietPeriods = 50;    // then the thread goes to sleep

    private static readonly Lock Guard = new();
    private static readonly List<WeakReference<RunQueue>> Queues = [];
    private static readonly AutoResetEvent Alarm = new(initialState: false);
    private static Thread? s_thread;
    private static volatile bool s_awake;

    /// <summary>Looks after a queue from now on. It does not keep it alive.</summary>
    public static void Register(RunQueue queue)
    {
        lock (Guard)
        {
            Queues.RemoveAll(static reference => !reference.TryGetTarget(out _));
            Queues.Add(new(queue));
        }
    }

    /// <summary>Something is kept.</summary>
    public static void Wake()
    {
        if (!s_awake) WakeUp();
    }

    private static void WakeUp()
    {
        lock (Guard)
        {
            if (s_awake) return;
            s_awake = true;
            Alarm.Set();
            if (s_thread is not null) return;
            s_thread = new Thread(Watch, 128 * 1024) { IsBackground = true, Name = "Coerce run queues" };
            s_thread.UnsafeStart();
        }
    }

    private static void Watch()
    {
        int quiet = 0;
        while (true)
        {
            if (quiet == QuietPeriods && TryFallAsleep())
            {
                Alarm.WaitOne();
                quiet = 0;
            }

            Thread.Sleep(Period);
            quiet = LookAround() ? 0 : quiet + 1;
        }
    }

    /// <summary>Rescues what has to wait too long.</summary>
    /// <returns>False when nothing was kept anywhere.</returns>
    private static bool LookAround()
    {
        bool any = false;
        lock (Guard)
        {
            foreach (WeakReference<RunQueue> reference in Queues)
            {
                if (!reference.TryGetTarget(out RunQueue? queue)) continue;
                int moves = queue.Moves, since = moves - queue.MovesSeen;
                queue.MovesSeen = moves;
                any |= since > 0;

                // At this rate it would not come to all of them by the next time.
                if (queue.Waiting > since) any |= queue.Rescue();
            }
        }

        return any;
    }

    private static bool TryFallAsleep()
    {
        s_awake = false;

        // Whoever keeps something writes it down and then looks whether the monitor is awake; here it is the other way about.
        Interlocked.MemoryBarrierProcessWide();
        if (!LookAround()) return true;
        WakeUp();
        return false;
    }
}
