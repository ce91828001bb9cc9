using System.Diagnostics.Metrics;

namespace Coerce.Runtime.Tests;

public readonly record struct Ring(int Number);

/// <summary>Puts aside who knocks until it is open; two of them.</summary>
[Actor(StashCapacity = 2)]
public sealed partial class Gate
{
    [Handles] void Waiting() { }

    [Behavior(Initial = true), Stashes(typeof(Ring))]
    private sealed partial class Closed(Gate door)
    {
        [Handles] void Open() => door.Become(new Opened());
    }

    [Behavior]
    private sealed partial class Opened
    {
        [Handles] int On(Ring message) => message.Number;

        [Handles] void Open() { }
    }
}

[Collection(nameof(Listening))]
public sealed class MetricsTests
{
    private const string Messages = "coerce.messages";
    private const string Process = "coerce.process.duration";
    private const string Queue = "coerce.queue.duration";

    [Fact]
    public async Task Ask_IdleActor_IsCountedAndMeasured()
    {
        using var listening = Listening.ToMetrics("one", Messages, Process, Queue);
        await using var system = new ActorSystem("one");

        await system.Spawn(Counter.Props()).AskAsync(new Add(1));

        string[] tags = ["coerce.system=one", "coerce.actor.type=test.counter", "coerce.handler=On(Add)", "coerce.outcome=success"];
        Assert.Equal(1, listening.Sum(Messages, tags));
        Assert.Equal(1, listening.Count(Process, tags));
        Assert.Equal(0, listening.Count(Queue));
    }

    [Fact]
    public async Task Ask_HandlerThatAwaits_IsMeasuredToItsEnd()
    {
        var clock = new ManualClock();
        using var listening = Listening.ToMetrics("later", Messages, Process);
        await using var system = new ActorSystem("later", new() { Clock = clock });
        CounterRef counter = system.Spawn(Counter.Props());
        TaskCompletionSource until = Signal.New();

        ValueTask<int> held = counter.AskAsync(new Hold(until));
        Assert.Equal(0, listening.Sum(Messages));
        clock.Advance(TimeSpan.FromSeconds(3));
        until.SetResult();
        await held;

        Assert.Equal(1, listening.Sum(Messages));
        Assert.Equal(3, listening.Sum(Process));
    }

    [Fact]
    public async Task Tell_BehindAnother_ItsWaitIsMeasured()
    {
        var clock = new ManualClock();
        using var listening = Listening.ToMetrics("queue", Queue, Messages);
        await using var system = new ActorSystem("queue", new() { Clock = clock });
        CounterRef counter = system.Spawn(Counter.Props());
        TaskCompletionSource until = Signal.New();

        ValueTask<int> held = counter.AskAsync(new Hold(until));
        counter.Tell(new Add(1));
        clock.Advance(TimeSpan.FromSeconds(2));
        until.SetResult();
        await held;
        await counter.AskAsync(new Get());

        Assert.Equal(2, listening.Sum(Queue, "coerce.handler=On(Add)"));
        Assert.Equal(1, listening.Sum(Messages, "coerce.handler=On(Add)", "coerce.outcome=success"));
    }

    [Fact]
    public async Task Failures_OfEveryKind_AreCountedWithTheirType()
    {
        using var listening = Listening.ToMetrics("failing", Messages, "coerce.failures", "coerce.dead_letters");
        await using var system = new ActorSystem("failing", Quiet.Options());
        CounterRef counter = system.Spawn(Counter.Props());

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await counter.AskAsync(new Fail("inline")));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await counter.FailLaterAsync("later"));
        counter.Tell(new Fail("told"));
        await counter.StopAsync();

        Assert.Equal(3, listening.Sum("coerce.failures", "error.type=System.InvalidOperationException"));
        Assert.Equal(3, listening.Sum(Messages, "coerce.outcome=failure"));
        Assert.Equal(3, listening.Sum(Messages));
        Assert.Equal(1, listening.Sum("coerce.dead_letters", "coerce.dead_letter.reason=handler_failed"));
    }

    [Fact]
    public async Task StoppedActor_MessagesAreRefused()
    {
        using var listening = Listening.ToMetrics("stopped", Messages, "coerce.dead_letters");
        await using var system = new ActorSystem("stopped", Quiet.Options());
        CounterRef counter = system.Spawn(Counter.Props());
        await counter.StopAsync();

        counter.Tell(new Add(1));
        Assert.False(counter.TryTell(new Add(1)));
        await Assert.ThrowsAsync<ActorStoppedException>(async () => await counter.AskAsync(new Add(1)));

        Assert.Equal(2, listening.Sum(Messages, "coerce.outcome=refused"));
        Assert.Equal(1, listening.Sum("coerce.dead_letters", "coerce.dead_letter.reason=actor_stopped"));
    }

    [Fact]
    public async Task FullMailbox_MessagesAreRefused()
    {
        using var listening = Listening.ToMetrics("full", Messages, "coerce.dead_letters");
        await using var system = new ActorSystem("full", Quiet.Options());
        CounterRef counter = system.Spawn(Counter.Props().WithMailbox(1, MailboxPolicy.Fail));
        TaskCompletionSource until = Signal.New();
        ValueTask<int> held = counter.AskAsync(new Hold(until));
        counter.Tell(new Add(1));

        Assert.Throws<MailboxFullException>(() => counter.Tell(new Add(1)));
        Assert.False(counter.TryTell(new Add(1)));
        await Assert.ThrowsAsync<MailboxFullException>(async () => await counter.AskAsync(new Add(1)));
        await Assert.ThrowsAsync<MailboxFullException>(async () => await counter.TellAsync(new Add(1)));
        until.SetResult();
        await held;
        await counter.StopAsync();

        Assert.Equal(3, listening.Sum(Messages, "coerce.outcome=refused"));
        Assert.Equal(2, listening.Sum(Messages, "coerce.outcome=success"));
        Assert.Equal(0, listening.Sum("coerce.dead_letters"));
    }

    [Fact]
    public async Task Restart_OfAFailedActor_IsCounted()
    {
        using var listening = Listening.ToMetrics("restarts", "coerce.restarts");
        await using var system = new ActorSystem("restarts", Quiet.Options());
        CounterRef counter = system.Spawn(Counter.Props().WithSupervision(Supervision.Restart()));

        counter.Tell(new Fail("once"));
        await counter.AskAsync(new Get());

        Assert.Equal(1, listening.Sum("coerce.restarts", "coerce.actor.type=test.counter"));
    }

    [Fact]
    public async Task StashedMessages_OpenedLater_AreCountedOnceEach()
    {
        using var listening = Listening.ToAll("stash", Messages, Queue, "coerce.dead_letters");
        await using var system = new ActorSystem("stash", Quiet.Options());
        GateRef door = system.Spawn(Gate.Props());

        ValueTask<int> first = door.AskAsync(new Ring(1));
        door.Tell(new Ring(2));
        await door.WaitingAsync();
        await Assert.ThrowsAsync<MailboxFullException>(async () => await door.AskAsync(new Ring(3)));
        Assert.Equal(1, listening.Sum(Messages, "coerce.outcome=success"));     // Waiting alone
        Assert.Equal(1, listening.Sum(Messages, "coerce.outcome=refused"));
        await door.OpenAsync();

        Assert.Equal(1, await first);
        await door.StopAsync();
        Assert.Equal(4, listening.Sum(Messages, "coerce.outcome=success"));
        Assert.Equal(5, listening.Sum(Messages));
        Assert.Equal(2, listening.Sum(Messages, "coerce.handler=On(Ring)", "coerce.outcome=success"));
        Assert.Equal(1, listening.Count(Queue, "coerce.handler=On(Ring)"));
        Assert.Equal(2, listening.Spans.Count(span => span.IsAllDataRequested && (string?)span.GetTagItem("coerce.handler") == "On(Ring)"));
    }

    [Fact]
    public async Task Gauges_NamedAnonymousAndPooledActors_AreCountedByType()
    {
        using var listening = Listening.ToMetrics("census", "coerce.actor.count", "coerce.queue.length");
        await using var system = new ActorSystem("census");
        CounterRef anonymous = system.Spawn(Counter.Props());
        system.Spawn(Counter.Props(), "named");
        GatekeeperRef pool = system.SpawnPool(Gatekeeper.Props(), 3);
        Enter enter = Signal.Enter();
        pool.Tell(enter);
        await enter.Entered.Task;
        var gate = Signal.Enter();
        Task held = anonymous.AskAsync(new Hold(gate.Leave)).AsTask();
        for (int i = 0; i < 5; i++) anonymous.Tell(new Add(1));

        listening.Collect();

        Assert.Equal(2, listening.Sum("coerce.actor.count", "coerce.actor.type=test.counter"));
        Assert.Equal(3, listening.Sum("coerce.actor.count", "coerce.actor.type=Coerce.Runtime.Tests.Gatekeeper"));
        Assert.Equal(5, listening.Sum("coerce.queue.length", "coerce.actor.type=test.counter"));

        enter.Leave.SetResult();
        gate.Leave.SetResult();
        await held;
        await anonymous.StopAsync();
        listening.Collect();
        Assert.Equal(1, listening.Sum("coerce.actor.count", "coerce.actor.type=test.counter"));
        Assert.Equal(0, listening.Sum("coerce.queue.length"));
    }

    [Fact]
    public async Task Listener_ThatFails_IsLoggedAndTheActorGoesOn()
    {
        var logs = new CapturingLoggerFactory();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == Messages) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, _, _, _) => throw new InvalidOperationException("listener"));
        listener.Start();
        await using var system = new ActorSystem("hurt", new() { LoggerFactory = logs });
        CounterRef counter = system.Spawn(Counter.Props());

        Assert.Equal(1, await counter.AskAsync(new Add(1)));
        counter.Tell(new Add(1));
        Assert.Equal(2, await counter.AskAsync(new Get()));

        Assert.All(logs.Lines, line => Assert.Equal(1017, line.EventId));
        Assert.NotEmpty(logs.Lines);
    }

    [Fact]
    public async Task Listener_ThatComesAndGoes_TakesEffectAtOnce()
    {
        await using var system = new ActorSystem("comes");
        CounterRef counter = system.Spawn(Counter.Props());
        TaskCompletionSource until = Signal.New();
        ValueTask<int> held = counter.AskAsync(new Hold(until));

        // It comes in the middle of a turn, which therefore is not counted, and goes in the middle of another.
        var first = Listening.ToMetrics("comes", Messages, Process);
        until.SetResult();
        await held;
        await counter.AskAsync(new Add(1));
        TaskCompletionSource again = Signal.New();
        held = counter.AskAsync(new Hold(again));
        first.Dispose();
        again.SetResult();
        await held;
        await counter.AskAsync(new Add(1));

        Assert.Equal(1, first.Sum(Messages));
        using var second = Listening.ToMetrics("comes", Messages);
        await counter.AskAsync(new Add(1));
        Assert.Equal(1, second.Sum(Messages));
    }

    [Fact]
    public void AskOfIdleActor_WithMetrics_AllocatesNothingPerMessage()
    {
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name == CoerceTelemetry.Name) self.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>(static (_, _, _, _) => { });
        listener.SetMeasurementEventCallback<double>(static (_, _, _, _) => { });
        listener.Start();
        CounterRef counter = new ActorSystem("allocation").Spawn(Counter.Props());

        long bytes = Allocated.Least(() =>
        {
            for (int i = 0; i < 1_000; i++) counter.AskAsync(new Add(1)).GetAwaiter().GetResult();
        });

        Assert.Equal(0, bytes);
    }

    [Fact(Timeout = 120_000)]
    public async Task AsksAndTellsAndFailures_8Senders_AddUpToWhatWasSent()
    {
        const int Senders = 8, EachSends = 5_000;
        using var listening = Listening.ToMetrics("stress", Messages, Process, Queue, "coerce.failures", "coerce.dead_letters");
        await using var system = new ActorSystem("stress", Quiet.Options());
        CounterRef[] counters = [.. Enumerable.Range(0, 4).Select(_ => system.Spawn(Counter.Props()))];
        long tells = 0, asks = 0, failures = 0, toldFailures = 0;

        await Task.WhenAll(Enumerable.Range(0, Senders).Select(sender => Task.Run(async () =>
        {
            var random = new Random(sender);
            for (int i = 0; i < EachSends; i++)
            {
                CounterRef counter = counters[random.Next(counters.Length)];
                bool fails = random.Next(100) == 0;
                if (fails) Interlocked.Increment(ref failures);
                if (random.Next(2) == 0)
                {
                    Interlocked.Increment(ref tells);
                    if (fails) Interlocked.Increment(ref toldFailures);
                    if (fails) counter.Tell(new Fail("told"));
                    else counter.Tell(new Add(1));
                }
                else if (fails)
                {
                    Interlocked.Increment(ref asks);
                    await Assert.ThrowsAsync<InvalidOperationException>(async () => await counter.AskAsync(new Fail("asked")));
                }
                else
                {
                    Interlocked.Increment(ref asks);
                    await counter.AskAsync(new Add(1));
                }
            }
        })));
        foreach (CounterRef counter in counters) await counter.StopAsync();
        const int Late = 10;
        for (int i = 0; i < Late; i++) counters[0].Tell(new Add(1));

        Assert.Equal(Senders * EachSends, tells + asks);
        Assert.Equal(tells + asks + Late, listening.Sum(Messages));
        Assert.Equal(tells + asks, listening.Count(Process));
        Assert.Equal(failures, listening.Sum(Messages, "coerce.outcome=failure"));
        Assert.Equal(failures, listening.Sum("coerce.failures"));
        Assert.Equal(Late, listening.Sum(Messages, "coerce.outcome=refused"));
        Assert.Equal(Late + toldFailures, listening.Sum("coerce.dead_letters"));
        Assert.InRange(listening.Count(Queue), tells, tells + asks + Late);
    }
}
