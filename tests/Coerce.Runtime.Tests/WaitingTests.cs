using System.Collections.Concurrent;
using Coerce.TestKit;

namespace Coerce.Runtime.Tests;

/// <summary>Asks in ways that others may wait for.</summary>
[Actor]
public sealed partial class Caller
{
    [Handles] async Task<string> Forward(CallerRef other, CallerRef third) => await other.AnswerAsync(third);

    [Handles] async Task<string> Answer(CallerRef other) => await other.HelloAsync();

    [Handles]
    async Task<string> AskWithoutAwaiting(CallerRef other, CallerRef self, TaskCompletionSource until)
    {
        Task<string> answer = other.AnswerAsync(self).AsTask();
        await until.Task;
        return await answer;
    }

    [Handles] Deferred<string> AskBeside(CallerRef other, CallerRef self) => Deferred.Run(async _ => await other.AnswerAsync(self));

    [Handles] string Hello() => "hello";

    [Handles] async Task Hold(TaskCompletionSource until) => await until.Task;
}

/// <summary>Sends more to another than fits.</summary>
[Actor]
public sealed partial class Pusher
{
    [Handles]
    async Task<bool> Push(PusherRef other, CancellationToken giveUp)
    {
        try
        {
            for (int i = 0; i < 3; i++) await other.TellAsync(new Item(0, i), giveUp);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [Handles]
    void On(Item message)
    {
    }
}

/// <summary>Actors that wait for each other.</summary>
public sealed class WaitingTests
{
    private static readonly SimulationOptions Still = new() { OutsidePatience = TimeSpan.Zero };

    [Fact]
    public void Ask_AwaitedByAHandler_HoldsTheActor() => Simulation.Explore(seeds: 50, async host =>
    {
        CallerRef caller = host.System.Spawn(Caller.Props()), busy = host.System.Spawn(Caller.Props()), third = host.System.Spawn(Caller.Props());
        var until = new TaskCompletionSource();
        Task held = busy.HoldAsync(until).AsTask();
        Task<string> ask = caller.ForwardAsync(busy, third).AsTask();
        Task<string> next = caller.HelloAsync().AsTask();
        await host.SettleAsync();
        Assert.False(next.IsCompleted);

        until.SetResult();

        await Task.WhenAll(held, ask);
        Assert.Equal("hello", await next);
    }, Still);

    [Fact]
    public void Ask_NotYetAwaited_CountsForARing() => Simulation.Explore(seeds: 50, async host =>
    {
        CallerRef one = host.System.Spawn(Caller.Props(), "one"), two = host.System.Spawn(Caller.Props(), "two");
        var until = new TaskCompletionSource();

        Task<string> ask = one.AskWithoutAwaitingAsync(two, one, until).AsTask();
        await host.SettleAsync();
        until.SetResult();
        var ring = await Assert.ThrowsAsync<AskCycleException>(() => ask);

        Assert.Equal(["/one", "/two"], ring.Ring.Distinct().Order());
    }, Still);

    [Fact]
    public void Ask_OfDeferredWork_IsNoRing() => Simulation.Explore(seeds: 50, async host =>
    {
        CallerRef one = host.System.Spawn(Caller.Props()), two = host.System.Spawn(Caller.Props());

        Assert.Equal("hello", await one.AskBesideAsync(two, one));
    }, Still);

    [Fact]
    public void TellAsync_TwoFullActorsAtEachOther_WaitForEver()
    {
        var stuck = Assert.Throws<SimulationFailedException>(() => Simulation.Run(1, async host =>
        {
            (PusherRef one, PusherRef two) = Two(host);
            await Task.WhenAll(one.PushAsync(two, default).AsTask(), two.PushAsync(one, default).AsTask());
        }, Still));

        Assert.Contains("Nothing can run any more", stuck.Message);
        Assert.Contains("Pusher '/one' is in Push(", stuck.Message);
        Assert.Contains("Pusher '/two' is in Push(", stuck.Message);
    }

    [Fact]
    public void Reentrant_AfterAnAwait_WaitsBehindWhatWasSentBefore() => Simulation.Explore(seeds: 50, async host =>
    {
        PatientRef patient = host.System.Spawn(Patient.Props());
        TaskCompletionSource until = new(), turn = new();
        var order = new ConcurrentQueue<string>();
        Task noted = patient.NoteAsync(until, order).AsTask();
        await host.SettleAsync();
        Task held = patient.RunAsync(async _ => await turn.Task).AsTask();
        await host.SettleAsync();
        Task before = patient.RunAsync(_ => order.Enqueue("sent before")).AsTask();

        until.SetResult();
        await host.SettleAsync();
        Assert.Empty(order);
        turn.SetResult();
        await Task.WhenAll(noted, held, before);

        Assert.Equal(["sent before", "after the await"], order);
    }, Still);

    private static (PusherRef One, PusherRef Two) Two(SimulationHost host) =>
        (host.System.Spawn(Pusher.Props().WithMailbox(1), "one"), host.System.Spawn(Pusher.Props().WithMailbox(1), "two"));
}

/// <summary>Lets others in, and writes down when it goes on.</summary>
[Actor]
public sealed partial class Patient
{
    [Handles(Reentrant = true)]
    async Task Note(TaskCompletionSource until, ConcurrentQueue<string> order)
    {
        await until.Task;
        order.Enqueue("after the await");
    }
}
