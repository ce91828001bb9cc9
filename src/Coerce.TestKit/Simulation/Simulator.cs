using Coerce.Cells;
using Coerce.Dispatch;

namespace Coerce.TestKit;

/// <summary>Runs a system and its test in one thread, one step after the other, in the order that a seed chooses.</summary>
/// <remarks>What can run next is a set: each step takes one of it at random. All that the simulation does depends on the seed and
/// on the code under test alone, unless that leaves the simulation (see <see cref="OutsideCount"/>).</remarks>
internal sealed class Simulator : TurnScheduler, ITimeDriver
{
    private readonly SimulationOptions _options;
    private readonly Random _random;
    private readonly Random _jitter;
    private readonly VirtualTime _time;
    private readonly List<Step> _ready = [];
    private readonly object _outsideLock = new();
    private readonly List<Step> _outside = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private volatile bool _hasOutside;
    private ActorCell? _current;
    private bool _isCurrentReady;

    public Simulator(int seed, SimulationOptions options, VirtualTime time)
    {
        _options = options;
        _time = time;
        _random = SeededRandom.New(seed, stream: 0);
        _jitter = SeededRandom.New(seed, stream: 1);
        Trace = new SimulationTrace(options.TraceLength);
    }

    /// <summary>How many steps were taken.</summary>
    public int Steps { get; private set; }

    /// <summary>A hash of the choices made: two simulations of one test with the same one ran in the same order.</summary>
    public ulong Interleaving { get; private set; } = 14695981039346656037;

    /// <summary>How often something came from outside: from a thread that is not the simulation's.</summary>
    public int OutsideCount { get; private set; }

    public SimulationTrace Trace { get; }

    /// <summary>Those that wait until nothing can run.</summary>
    public List<TaskCompletionSource> Settling { get; } = [];

    /// <summary>What the test waits for from hosts and probes, oldest first.</summary>
    public List<Expectation> Expectations { get; } = [];

    public SimulatedDeadlines? Asks { get; private set; }

    /// <summary>The actor whose code runs; null for the test's, and outside.</summary>
    public ActorCell? CurrentActor => IsInside ? _current : null;

    public bool IsInside => Environment.CurrentManagedThreadId == _thread;

    protected internal override int MessagesPerSlice => 1;

    internal override AskDeadlines NewDeadlines(TimeSpan timeout) =>
        Asks = new SimulatedDeadlines(timeout, _options.AskDeadlines ? _time : null, this);

    internal override double NextJitter() => _jitter.NextDouble();

    protected internal override void Schedule(IThreadPoolWorkItem slice)
    {
        SendOrPostCallback run = static slice => ((IThreadPoolWorkItem)slice!).Execute();
        if (slice is ActorCell cell)
        {
            if (cell == _current) _isCurrentReady = true;
            Enqueue(new Step(StepKind.Turn, cell, run, cell));
            return;
        }

        Enqueue(slice is ICellWork work
            ? new Step(work is PassivationTurn ? StepKind.Passivation : StepKind.Supervision, work.Cell, run, slice)
            : new Step(StepKind.Work, CurrentActor, run, slice));
    }

    void ITimeDriver.Fire(VirtualTimer timer, int version) =>
        Enqueue(new Step(StepKind.Timer, timer.Owner as ActorCell, _ => timer.Fire(version), null));

    object? ITimeDriver.TimerOwner => CurrentActor;

    void ITimeDriver.Settle()
    {
        // The caller is a step that is not over: what it has in its thread is put back when the others have run.
        ExecutionContext? context = ExecutionContext.Capture();
        (ActorCell? current, bool isReady) = (_current, _isCurrentReady);
        while (TryStep())
        {
        }

        (_current, _isCurrentReady) = (current, isReady);
        if (context is not null) ExecutionContext.Restore(context);
    }

    public void Enqueue(Step step)
    {
        if (IsInside)
        {
            _ready.Add(step);
            return;
        }

        lock (_outsideLock)
        {
            _outside.Add(step);
            _hasOutside = true;
            Monitor.Pulse(_outsideLock);
        }
    }

    /// <summary>Runs until <paramref name="task"/> has ended.</summary>
    /// <exception cref="StuckException">Nothing can run any more, and it has not ended; or it does not come to an end.</exception>
    public void RunUntil(Task task, bool autoAdvance)
    {
        while (!task.IsCompleted)
        {
            bool goesOn = TryStep()
                || TrySettle()
                || (autoAdvance && _time.FireNext(long.MaxValue))
                || WaitForOutside()
                || TryFailExpectation();
            if (!goesOn) throw new StuckException("Nothing can run any more, but the test still waits.");
        }
    }

    /// <summary>Runs what still can, whatever becomes of it: the test has failed.</summary>
    public void RunOut()
    {
        for (int left = 100_000; left > 0; left--)
        {
            try
            {
                if (!TryStep()) return;
            }
            catch (Exception)
            {
                // The failure that ended the test is the one to tell.
            }
        }
    }

    private bool TryStep()
    {
        if (_hasOutside) AdmitOutside();
        int count = _ready.Count;
        if (count == 0) return false;
        if (Steps >= _options.MaxSteps)
        {
            throw new StuckException(
                $"The simulation does not come to an end: {nameof(SimulationOptions)}.{nameof(SimulationOptions.MaxSteps)} is {_options.MaxSteps}.");
        }

        Steps++;
        int index = 0;
        if (count > 1)
        {
            index = _random.Next(count);
            Interleaving = ((Interleaving ^ (uint)index) * 1099511628211 ^ (uint)count) * 1099511628211;
        }

        Step step = _ready[index];
        _ready[index] = _ready[count - 1];
        _ready.RemoveAt(count - 1);
        Run(step);
        return true;
    }

    private void Run(in Step step)
    {
        ActorCell? actor = step.Owner;
        ActorStatus before = actor?.Status ?? default;
        if (step.Kind == StepKind.Turn) actor!.BeginStep(ActorCell.NoHandler);
        _current = actor;
        _isCurrentReady = false;
        SynchronizationContext? outer = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new SimulationContext(this, actor));
        try
        {
            // As on a pool thread; an await brings its own ambient values along.
            CallerThread.Clear();
            step.Run(step.State);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(outer);
            bool awaits = step.Kind == StepKind.Turn && !_isCurrentReady && actor!.CurrentHandler is not null;
            Trace.Add(step.Kind, actor, before, actor?.CurrentTag ?? ActorCell.NoHandler, awaits);
        }
    }

    private void AdmitOutside()
    {
        lock (_outsideLock)
        {
            OutsideCount += _outside.Count;
            _ready.AddRange(_outside);
            _outside.Clear();
            _hasOutside = false;
        }
    }

    private bool WaitForOutside()
    {
        lock (_outsideLock) return _hasOutside || Monitor.Wait(_outsideLock, _options.OutsidePatience);
    }

    private bool TrySettle()
    {
        if (Settling.Count == 0) return false;
        TaskCompletionSource[] settled = [.. Settling];
        Settling.Clear();
        foreach (TaskCompletionSource waiter in settled) waiter.TrySetResult();
        return true;
    }

    private bool TryFailExpectation()
    {
        if (Expectations.Count == 0) return false;
        Expectation first = Expectations[0];
        Expectations.RemoveAt(0);
        first.Fail();
        return true;
    }
}
