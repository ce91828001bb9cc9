using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

public enum Weakness
{
    Message,
    Constructor,
    Start,
}

/// <summary>Writes down each step of its life with the second in which it came. From the second object on it may fail earlier.</summary>
[Actor]
public sealed partial class Phoenix
{
    private readonly Diary _diary;
    private readonly Weakness _weakness;
    private readonly ActorContext<PhoenixRef> _context;

    public Phoenix(Diary diary, Weakness weakness, ActorContext<PhoenixRef> context)
    {
        (_diary, _weakness, _context) = (diary, weakness, context);
        Note("made");
        if (Interlocked.Increment(ref diary.Made) > 1 && weakness == Weakness.Constructor) throw new InvalidOperationException("constructor");
    }

    [OnStart]
    void Started()
    {
        Note("started");
        if (_diary.Made > 1 && _weakness == Weakness.Start) throw new InvalidOperationException("start");
    }

    [Handles] EggRef Lay() => _context.Spawn(Egg.Props(_diary));

    [Handles] void On(Fail message) => throw new InvalidOperationException(message.Why);

    [OnRestart] void Restarting(Exception failure) => Note($"burns: {failure.Message}");

    [OnStop] void Stopping() => Note("stopped");

    private void Note(string what) => _diary.Add($"{(_context.Clock.GetUtcNow() - new SimulationOptions().Start).TotalSeconds} {what}");
}

[Actor]
public sealed partial class Egg(Diary diary)
{
    [Handles]
    void Nothing()
    {
    }

    [OnStop] void Stopping() => diary.Add("egg stopped");
}

/// <summary>Has children that wait long before they restart.</summary>
[Actor]
public sealed partial class Crew(Diary diary, int size)
{
    [Handles]
    WorkerRef[] Hire(ActorContext<CrewRef> context) =>
    [
        .. Enumerable.Range(1, size).Select(number => context.Spawn(Worker.Props(diary).WithSupervision(
            Supervision.Restart(backoff: TimeSpan.FromHours(number), maxBackoff: TimeSpan.FromHours(number))))),
    ];
}

/// <summary>Restarts and their waits, in virtual time.</summary>
public sealed class RestartTests
{
    private static readonly SimulationOptions Auto = new() { AutoAdvance = true, OutsidePatience = TimeSpan.Zero };
    private static readonly SimulationOptions Still = new() { OutsidePatience = TimeSpan.Zero };

    [Fact]
    public void Restart_Steps_ComeInTheirOrder() => Simulation.Explore(seeds: 50, async host =>
    {
        var diary = new Diary();
        PhoenixRef phoenix = host.System.Spawn(Phoenix.Props(diary, Weakness.Message)
            .WithSupervision(Supervision.Restart(backoff: TimeSpan.FromSeconds(1))));
        await phoenix.LayAsync();

        phoenix.Tell(new Fail("broken"));
        await phoenix.LayAsync();

        Assert.Equal(["0 made", "0 started", "egg stopped", "0 burns: broken", "1 made", "1 started"], diary.Lines);
    }, Auto);

    [Theory]
    [InlineData(Weakness.Message)]
    [InlineData(Weakness.Constructor)]
    [InlineData(Weakness.Start)]
    public void Restart_FailsEachTime_StopsAfterItsLimitWithTheWaitsAsDocumented(Weakness weakness) => Simulation.Explore(seeds: 50, async host =>
    {
        var diary = new Diary();
        PhoenixRef phoenix = host.System.Spawn(Phoenix.Props(diary, weakness).WithSupervision(
            Supervision.Restart(maxRestarts: 4, backoff: TimeSpan.FromSeconds(1), maxBackoff: TimeSpan.FromSeconds(5))));

        for (int i = 0; i < 5; i++) phoenix.Tell(new Fail("message"));
        Terminated end = await host.ExpectTerminatedAsync(phoenix);

        Assert.Equal(["0 made", "1 made", "3 made", "7 made", "12 made"], diary.Lines.Where(line => line.EndsWith("made", StringComparison.Ordinal)));
        Assert.Equal(weakness.ToString().ToLowerInvariant(), end.Failure?.Message);
        Assert.Equal(TimeSpan.FromSeconds(12), host.Time.GetUtcNow() - new SimulationOptions().Start);
        Assert.Equal(5, host.DeadLetters.Count);
        Assert.Null(host.Time.NextTimer);
    }, Auto);

    [Fact]
    public void Restart_RefIdWatchersTimersAndMessages_Stay() => Simulation.Explore(seeds: 50, async host =>
    {
        var seen = new List<Terminated>();
        WatcherRef watcher = host.System.Spawn(Watcher.Props(seen.Add));
        WorkerRef worker = host.System.Spawn(Worker.Props(new Diary()).WithSupervision(Supervision.Restart()), "w");
        await watcher.BeginAsync(worker);
        worker.Schedule(new Add(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

        worker.Tell(new Add(100));
        worker.Tell(new Fail("broken"));
        worker.Tell(new Add(10));
        host.Time.Advance(TimeSpan.FromSeconds(3));

        Assert.Equal((2, 10 + 3), (await worker.NumberAsync(), await worker.AskAsync(new Get())));
        Assert.Equal(worker, host.System.Find<WorkerRef>("w"));
        Assert.Empty(seen);
        await worker.StopAsync();
        await host.SettleAsync();
        Assert.Equal([new Terminated(worker, null)], seen);
    }, Still);

    [Fact]
    public void Stop_OnFailure_WhatWaitsIsRefused() => Simulation.Explore(seeds: 50, async host =>
    {
        WorkerRef worker = host.System.Spawn(Worker.Props(new Diary()).WithSupervision(Supervision.Stop));
        worker.Tell(new Fail("broken"));
        worker.Tell(new Add(1));
        Task<int> ask = worker.AskAsync(new Get()).AsTask();

        await Assert.ThrowsAsync<ActorStoppedException>(() => ask);

        Assert.Equal(
            [(new Fail("broken"), DeadLetterReason.HandlerFailed), (new Add(1), DeadLetterReason.ActorStopped)],
            host.DeadLetters.Select(letter => (letter.Message, letter.Reason)));
    }, Still);

    [Fact]
    public void Escalate_ParentThatStops_EndsWithTheSameException() => Simulation.Explore(seeds: 50, async host =>
    {
        ManagerRef manager = host.System.Spawn(Manager.Props(Supervision.Escalate, new Diary()).WithSupervision(Supervision.Stop));
        WorkerRef worker = await manager.HireAsync();

        worker.Tell(new Fail("broken"));
        Terminated child = await host.ExpectTerminatedAsync(worker), parent = await host.ExpectTerminatedAsync(manager);

        Assert.Equal("broken", child.Failure?.Message);
        Assert.Same(child.Failure, parent.Failure);
    }, Still);

    [Fact]
    public void Stop_ParentOfChildrenThatWaitForTheirRestart_LeavesNothingRunning() => Simulation.Explore(seeds: 100, async host =>
    {
        var diary = new Diary();
        CrewRef crew = host.System.Spawn(Crew.Props(diary, 10));
        WorkerRef[] workers = await crew.HireAsync();
        foreach (WorkerRef worker in workers) worker.Tell(new Fail("broken"));
        host.Time.Advance(TimeSpan.FromHours(3.5));
        Assert.Equal(
            [.. Enumerable.Repeat(ActorStatus.Started, 3), .. Enumerable.Repeat(ActorStatus.Restarting, 7)],
            workers.Select(worker => worker.Status));
        int made = diary.Made;

        await crew.StopAsync();

        Assert.All(workers, worker => Assert.Equal(ActorStatus.Stopped, worker.Status));
        Assert.Null(host.Time.NextTimer);
        host.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal((13, 13), (made, diary.Made));

        // Those that waited had no object, so no [OnStop].
        Assert.Equal(3, diary.Lines.Count(line => line.StartsWith("stop", StringComparison.Ordinal)));
        Assert.DoesNotContain(host.Logs, line => line.EventId.Id is not (1002 or 1007));
    }, Still);

    [Fact]
    public void ChildFailed_ParentIsBusy_GoesAheadAndTheChildWaits() => Simulation.Explore(seeds: 50, async host =>
    {
        var diary = new Diary();
        JudgeRef judge = host.System.Spawn(Judge.Props(FailureAction.Resume, diary));
        WorkerRef worker = await judge.HireAsync();
        var until = new TaskCompletionSource();
        Task held = judge.RunAsync(async _ => await until.Task).AsTask();
        await host.SettleAsync();
        Task message = judge.RunAsync(_ => diary.Add("message")).AsTask();
        worker.Tell(new Fail("broken"));
        Task<int> waiting = worker.AskAsync(new Get()).AsTask();
        await host.SettleAsync();
        Assert.False(waiting.IsCompleted);

        until.SetResult();
        await Task.WhenAll(held, message, waiting);

        Assert.Equal(["start 1", "worker failed: broken (0)", "message"], diary.Lines);
    }, Still);
}
