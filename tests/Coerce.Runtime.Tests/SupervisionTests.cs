namespace Coerce.Runtime.Tests;

/// <summary>Counts how often it was made, and what happened to it.</summary>
[Sendable]
public sealed class Diary
{
    private readonly List<string> _lines = [];

    public int Made;

    public string[] Lines
    {
        get
        {
            lock (_lines) return [.. _lines];
        }
    }

    public void Add(string line)
    {
        lock (_lines) _lines.Add(line);
    }
}

[Actor]
public sealed partial class Worker
{
    private readonly Diary _diary;
    private readonly int _number;
    private int _count;

    public Worker(Diary diary)
    {
        _diary = diary;
        _number = Interlocked.Increment(ref diary.Made);
    }

    [OnStart] void Started() => _diary.Add($"start {_number}");

    [Handles] int On(Add message) => _count += message.Amount;

    [Handles] int On(Get message) => _count;

    [Handles] int Number() => _number;

    [Handles] void On(Fail message) => throw new InvalidOperationException(message.Why);

    [Handles]
    async Task<int> FailLater(string why)
    {
        await Task.Yield();
        throw new InvalidOperationException(why);
    }

    [Handles]
    async Task HoldThenFail(TaskCompletionSource entered, TaskCompletionSource until)
    {
        entered.SetResult();
        await until.Task;
        throw new InvalidOperationException("held");
    }

    [Handles] CounterRef Child(ActorContext<WorkerRef> context) => context.Spawn(Counter.Props(), "child");

    [OnStop] void Stopping() => _diary.Add($"stop {_number}");
}

/// <summary>Fails in its constructor from the second object on.</summary>
[Actor]
public sealed partial class OnceOnly
{
    public OnceOnly(Diary diary)
    {
        if (Interlocked.Increment(ref diary.Made) > 1) throw new InvalidOperationException("cannot be made again");
    }

    [Handles] void On(Fail message) => throw new InvalidOperationException(message.Why);
}

/// <summary>Decides on its children itself.</summary>
[Actor]
public sealed partial class Judge(FailureAction verdict, Diary diary)
{
    [Handles] WorkerRef Hire(ActorContext<JudgeRef> context) => context.Spawn(Worker.Props(diary), "worker");

    [Handles]
    FailureAction On(ChildFailed message)
    {
        diary.Add($"{message.Child.Id} failed: {message.Failure.Message} ({message.Restarts})");
        return verdict;
    }
}

[Actor]
public sealed partial class Manager(Supervision forChildren, Diary diary)
{
    [OnStart] void Started() => diary.Add("manager starts");

    [Handles] WorkerRef Hire(ActorContext<ManagerRef> context) =>
        context.Spawn(Worker.Props(diary).WithSupervision(forChildren), "worker");

    [OnStop] void Stopping() => diary.Add("manager stops");
}

public sealed class SupervisionTests
{
    [Fact]
    public async Task Resume_Failure_KeepsTheState()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        WorkerRef worker = system.Spawn(Worker.Props(new Diary()));
        await worker.AskAsync(new Add(3));

        worker.Tell(new Fail("broken"));

        Assert.Equal(3, await worker.AskAsync(new Get()));
        Assert.Equal(1, await worker.NumberAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Restart_Failure_MakesANewObjectAndKeepsRefAndMessages(bool inline)
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var diary = new Diary();
        WorkerRef worker = system.Spawn(Worker.Props(diary).WithSupervision(Supervision.Restart()), "w");
        await worker.AskAsync(new Add(3));

        if (inline)
        {
            await Assert.ThrowsAsync<InvalidOperationException>(async () => await worker.AskAsync(new Fail("broken")));
        }
        else
        {
            TaskCompletionSource entered = Signal.New(), until = Signal.New();
            Task held = worker.HoldThenFailAsync(entered, until).AsTask();
            await entered.Task;
            worker.Tell(new Add(5));
            until.SetResult();
            await Assert.ThrowsAsync<InvalidOperationException>(() => held);
        }

        Assert.Equal(inline ? 0 : 5, await worker.AskAsync(new Get()));
        Assert.Equal(2, await worker.NumberAsync());
        Assert.Equal(worker, system.Find<WorkerRef>("w"));
        Assert.Equal(["start 1", "start 2"], diary.Lines);
        Assert.Equal(ActorStatus.Started, worker.Status);
    }

    [Fact]
    public async Task Restart_ToldMessageThatFailed_IsADeadLetterAndNotHandledAgain()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var letters = new List<DeadLetter>();
        using IDisposable subscription = system.DeadLetters.Subscribe(letters.Add);
        WorkerRef worker = system.Spawn(Worker.Props(new Diary()).WithSupervision(Supervision.Restart()));

        worker.Tell(new Fail("broken"));

        Assert.Equal(2, await worker.NumberAsync());
        Assert.Equal((new Fail("broken"), "broken"), (Assert.Single(letters).Message, letters[0].Failure?.Message));
    }

    [Fact]
    public async Task Restart_Children_Stop()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        WorkerRef worker = system.Spawn(Worker.Props(new Diary()).WithSupervision(Supervision.Restart()));
        CounterRef child = await worker.ChildAsync();

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await worker.FailLaterAsync("broken"));
        await worker.NumberAsync();

        Assert.Equal(ActorStatus.Stopped, child.Status);
        Assert.NotEqual(child, await worker.ChildAsync());
    }

    [Fact]
    public async Task Restart_MoreOftenThanAllowed_Stops()
    {
        var logged = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged });
        var diary = new Diary();
        WorkerRef worker = system.Spawn(Worker.Props(diary).WithSupervision(Supervision.Restart(maxRestarts: 2)), "w");

        for (int i = 0; i < 3; i++) worker.Tell(new Fail("broken"));
        var stopped = await Assert.ThrowsAsync<ActorStoppedException>(async () => await worker.AskAsync(new Get()));

        Assert.Contains("broken", stopped.Message);
        Assert.Equal(3, diary.Made);
        Assert.Equal([1002, 1007, 1002, 1007, 1002, 1008], logged.Lines.Select(line => line.EventId));
    }

    [Fact]
    public async Task Restart_ConstructorFails_CountsAsAFailure()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var diary = new Diary();
        OnceOnlyRef actor = system.Spawn(OnceOnly.Props(diary).WithSupervision(Supervision.Restart(maxRestarts: 3)));

        actor.Tell(new Fail("broken"));
        var stopped = await Assert.ThrowsAsync<ActorStoppedException>(async () => await actor.AskAsync(new Fail("again")));

        Assert.Equal("cannot be made again", stopped.InnerException?.Message);
        Assert.Equal(4, diary.Made);
    }

    [Fact]
    public async Task Stop_Failure_StopsWithItsReason()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var diary = new Diary();
        WorkerRef worker = system.Spawn(Worker.Props(diary).WithSupervision(Supervision.Stop), "w");

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await worker.AskAsync(new Fail("broken")));
        await worker.StopAsync();

        Assert.Equal(["start 1", "stop 1"], diary.Lines);
        Assert.Null(system.Find<WorkerRef>("w"));
    }

    [Theory]
    [InlineData(FailureAction.Resume, 3, 1)]
    [InlineData(FailureAction.Restart, 0, 2)]
    public async Task Parent_ThatHandlesChildFailed_Decides(FailureAction verdict, int count, int number)
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var diary = new Diary();
        WorkerRef worker = await system.Spawn(Judge.Props(verdict, diary)).HireAsync();
        await worker.AskAsync(new Add(3));

        worker.Tell(new Fail("broken"));

        Assert.Equal(count, await worker.AskAsync(new Get()));
        Assert.Equal(number, await worker.NumberAsync());
        Assert.Contains("worker failed: broken (0)", diary.Lines);
    }

    [Fact]
    public async Task Parent_ThatDecidesToStop_StopsTheChild()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        WorkerRef worker = await system.Spawn(Judge.Props(FailureAction.Stop, new Diary())).HireAsync();

        worker.Tell(new Fail("broken"));
        await Assert.ThrowsAsync<ActorStoppedException>(async () => await worker.AskAsync(new Get()));
    }

    [Fact]
    public async Task Escalate_Failure_IsTheParents()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var diary = new Diary();
        ManagerRef manager = system.Spawn(Manager.Props(Supervision.Escalate, diary).WithSupervision(Supervision.Restart()));
        WorkerRef worker = await manager.HireAsync();

        worker.Tell(new Fail("broken"));
        await worker.StopAsync();
        while (diary.Lines.Length < 4) await Task.Yield();

        Assert.Equal(["manager starts", "start 1", "stop 1", "manager starts"], diary.Lines);
        Assert.Equal(ActorStatus.Started, manager.Status);
    }

    [Fact]
    public async Task Escalate_AtTheTop_MeetsTheSystemsPolicy()
    {
        var options = Quiet.Options();
        options.OnTopFailure = TopFailurePolicy.StopSystem;
        await using var system = new ActorSystem("test", options);
        CounterRef bystander = system.Spawn(Counter.Props());
        WorkerRef worker = system.Spawn(Worker.Props(new Diary()).WithSupervision(Supervision.Escalate));

        worker.Tell(new Fail("broken"));
        await worker.StopAsync();
        while (bystander.Status != ActorStatus.Stopped) await Task.Yield();

        Assert.Throws<ObjectDisposedException>(() => system.Spawn(Counter.Props()));
    }

    [Fact]
    public async Task Restart_StopIsOnItsWay_MessagesInFrontOfItAreHandled()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        WorkerRef worker = system.Spawn(Worker.Props(new Diary()).WithSupervision(Supervision.Restart()));
        TaskCompletionSource entered = Signal.New(), until = Signal.New();
        Task held = worker.HoldThenFailAsync(entered, until).AsTask();
        await entered.Task;
        Task<int> inFront = worker.AskAsync(new Add(5)).AsTask();
        Task stopped = worker.StopAsync();

        until.SetResult();

        await Assert.ThrowsAsync<InvalidOperationException>(() => held);
        Assert.Equal(5, await inFront);
        await stopped;
    }

    [Fact]
    public async Task Stop_DuringTheWaitBeforeARestart_LeavesNothingRunning()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        var diary = new Diary();
        ManagerRef manager = system.Spawn(Manager.Props(Supervision.Restart(backoff: TimeSpan.FromHours(1), maxBackoff: TimeSpan.FromHours(1)), diary));
        WorkerRef worker = await manager.HireAsync();
        worker.Tell(new Fail("broken"));
        while (worker.Status != ActorStatus.Restarting) await Task.Yield();
        Task<int> waiting = worker.AskAsync(new Get()).AsTask();

        await manager.StopAsync();

        await Assert.ThrowsAsync<ActorStoppedException>(() => waiting);
        Assert.Equal((ActorStatus.Stopped, 1), (worker.Status, diary.Made));
    }

    [Fact]
    public async Task Find_ActorThatIsBeingMadeAnew_IsFound()
    {
        var options = Quiet.Options();
        var time = new TestKit.VirtualTime();
        options.Clock = time;
        await using var system = new ActorSystem("test", options);
        WorkerRef worker = system.Spawn(
            Worker.Props(new Diary()).WithSupervision(Supervision.Restart(backoff: TimeSpan.FromHours(1), jitter: 0)), "worker");
        worker.Tell(new Fail("broken"));
        while (worker.Status != ActorStatus.Restarting) await Task.Yield();

        WorkerRef? found = system.Find<WorkerRef>("worker");

        Assert.Equal(worker, found);
        Task<int> waiting = found!.AskAsync(new Get()).AsTask();
        while (time.NextTimer is null) await Task.Yield();
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await waiting);
    }

    [Theory]
    [InlineData(-1, 1, 0.0)]
    [InlineData(1, 0, 0.0)]
    [InlineData(1, 1, 1.5)]
    [InlineData(1, 1, double.NaN)]
    public void Restart_UnusableValues_AreRefused(int most, int window, double jitter) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Supervision.Restart(most, TimeSpan.FromSeconds(window), jitter: jitter));
}
