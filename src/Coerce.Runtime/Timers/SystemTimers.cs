using System.Numerics;

namespace Coerce.Cells;

/// <summary>The timers of a system whose clock is the machine's: wheels, an alarm that turns them, and threads that work off what is due.</summary>
/// <remarks>
/// <para>There is a lane for each processor, up to eight. The alarm, a timer of the clock, is set to the next step in which any wheel has something
/// to do; while there are no timers it is off. It does not know the system, only the timers that run.</para>
/// <para>What is due is worked off in the thread of the pool in which the alarm goes off. While handlers are quick it does so alone, and the alarm
/// goes off again in case one does not come back. Where they are not, it asks for another thread before it begins, and each that comes asks for
/// the next as long as anything is left: so a handler that blocks its thread holds up nobody else's tick.</para>
/// </remarks>
internal sealed class SystemTimers : IThreadPoolWorkItem
{
    /// <summary>A step of the wheels.</summary>
    public const long StepTicks = 5 * TimeSpan.TicksPerMillisecond;

    /// <summary>From one turn to the next there are as many steps at least: each wakes up threads, which costs more than some hundred ticks.</summary>
    private const int StepsBetweenTurns = 3;

    private const int MostLanes = 8;
    private const int ActorsInARow = 64;
    private const int SliceMilliseconds = 10;

    private readonly Lock _arming = new();
    private readonly TimeProvider _clock;
    private readonly bool _isAlone;     // the clock is a test's, which moves it on when all is done
    private readonly long _epoch;
    private readonly ITimer _alarm;
    private readonly TimerLane[] _lanes;
    private long _turned = -StepsBetweenTurns;
    private long _armedFor = TimerWheel.Never;
    private int _isWanted;      // 1 while the pool is asked for a thread that has not come yet
    private int _nextActor;
    private int _nextThread;

    public SystemTimers(TimeProvider clock)
    {
        _clock = clock;
        _isAlone = !ReferenceEquals(clock, TimeProvider.System);
        _epoch = clock.GetTimestamp();
        _lanes = new TimerLane[Math.Min(MostLanes, BitOperations.RoundUpToPowerOf2((uint)Environment.ProcessorCount))];
        for (int lane = 0; lane < _lanes.Length; lane++) _lanes[lane] = new TimerLane(this);
        _alarm = PlainTimer.New(clock, static timers => ((SystemTimers)timers!).Turn(), this);
    }

    /// <summary>The machine's coarse clock, as <see cref="ActorSystem.Ticks"/> reads it.</summary>
    public static int Ticks => Environment.TickCount is var ticks and not 0 ? ticks : 1;

    /// <summary>The time since the first timer, in the ticks of a <see cref="TimeSpan"/>.</summary>
    public long Now => _clock.GetElapsedTime(_epoch).Ticks;

    /// <summary>How many ticks nobody has begun with: none, one, or more than that.</summary>
    private int Left
    {
        get
        {
            int left = 0;
            foreach (TimerLane lane in _lanes) left += lane.Left;
            return left;
        }
    }

    /// <summary>The first step that does not begin before something is due.</summary>
    public static long StepOf(long due) => (due + StepTicks - 1) / StepTicks;

    /// <summary>The lane for the timers of one more actor. Those that are made together are side by side in memory, and stay together.</summary>
    public TimerLane NextLane() => _lanes[(Interlocked.Increment(ref _nextActor) / ActorsInARow) & (_lanes.Length - 1)];

    /// <summary>Sees to it that the wheels are turned to a step.</summary>
    public void Arm(long wake)
    {
        if (wake >= Volatile.Read(ref _armedFor)) return;
        lock (_arming)
        {
            wake = Math.Max(wake, _turned + StepsBetweenTurns);
            if (wake < _armedFor) SetAlarm(wake);
        }
    }

    /// <summary>A lane has no timer any more.</summary>
    public void Stopped()
    {
        lock (_arming)
        {
            // Somebody may need the alarm because a handler does not come back. It goes off soon then.
            if (Left > 0) return;

            // First: whoever adds to a lane after the look at it finds that there is no alarm, and sets it.
            Volatile.Write(ref _armedFor, TimerWheel.Never);
            long next = TimerWheel.Never;
            foreach (TimerLane lane in _lanes) next = Math.Min(next, lane.Next);
            if (next == TimerWheel.Never) _alarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            else SetAlarm(Math.Max(next, _turned + StepsBetweenTurns));
        }
    }

    /// <summary>Asks the pool for a thread, unless one is on its way.</summary>
    public void AskForThread()
    {
        if (!_isAlone && Interlocked.Exchange(ref _isWanted, 1) == 0) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    /// <summary>A thread of the pool that was asked for.</summary>
    void IThreadPoolWorkItem.Execute()
    {
        // Before the look at what is left: whoever adds to it after that asks for another thread.
        Interlocked.Exchange(ref _isWanted, 0);
        Work(isHelper: true);
    }

    /// <summary>The alarm goes off.</summary>
    private void Turn()
    {
        // First: whoever adds a timer to a wheel that has been turned already sets the alarm for it.
        long now = Now / StepTicks;
        lock (_arming)
        {
            _armedFor = TimerWheel.Never;
            Volatile.Write(ref _turned, Math.Max(_turned, now));
        }

        long next = TimerWheel.Never;
        foreach (TimerLane lane in _lanes) next = Math.Min(next, lane.Turn(now));
        Arm(next);
        Work(isHelper: false);
    }

    /// <summary>Works off what is due.</summary>
    private void Work(bool isHelper)
    {
        int began = Ticks;
        int first = Interlocked.Increment(ref _nextThread);
        for (int i = 0; i < _lanes.Length; i++)
        {
            if (!TryFinish(_lanes[(first + i) & (_lanes.Length - 1)], isHelper, began)) break;
        }

        if (Left > 0) AskForThread();
    }

    /// <returns>False when the thread has done enough, and others are to have it.</returns>
    private bool TryFinish(TimerLane lane, bool isHelper, int began)
    {
        TickBatch? batch = null;
        while ((batch = lane.Take(batch)) is not null)
        {
            // Before the first, as its handler may not come back: somebody else is to see to the others then.
            if (Left > 1)
            {
                if (isHelper || !lane.IsQuick) AskForThread();
                else Arm(Volatile.Read(ref _turned) + StepsBetweenTurns);
            }

            while (batch.TryRunNext())
            {
            }

            if (_isAlone || unchecked(Ticks - began) < SliceMilliseconds) continue;
            lane.Leave(batch);
            return false;
        }

        return true;
    }

    private void SetAlarm(long step)
    {
        _armedFor = step;
        long milliseconds = ((step * StepTicks) - Now + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond;
        _alarm.Change(TimeSpan.FromMilliseconds(Math.Max(0, milliseconds)), Timeout.InfiniteTimeSpan);
    }
}
