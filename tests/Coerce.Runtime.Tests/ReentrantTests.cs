namespace Coerce.Runtime.Tests;

/// <summary>Lets others in while it waits.</summary>
[Actor]
public sealed partial class Host
{
    private int _inside;
    private int _most;
    private long _count;
    private bool _broken;

    [Handles(Reentrant = true)]
    async Task<string> Wait(TaskCompletionSource entered, TaskCompletionSource<string> until)
    {
        entered.SetResult();
        return await until.Task;
    }

    [Handles(Reentrant = true)]
    async Task AskBack(GuestRef guest, HostRef self) => await guest.VisitAsync(self);

    [Handles(Reentrant = true)]
    async Task Step()
    {
        _most = Math.Max(_most, ++_inside);
        for (int i = 0; i < 5; i++)
        {
            // One thread at a time, or some of these are lost.
            long before = _count;
            Thread.SpinWait(20);
            _count = before + 1;
            await Task.Yield();
        }

        _inside--;
    }

    [Handles(Reentrant = true)]
    async Task Break(string why)
    {
        await Task.Yield();
        _broken = true;
        throw new InvalidOperationException(why);
    }

    [Handles] bool IsBroken() => _broken;

    [Handles] string Hello() => "hello";

    [Handles] (long Count, int Most) Result() => (_count, _most);
}

[Actor]
public sealed partial class Guest
{
    [Handles] async Task<string> Visit(HostRef host) => await host.HelloAsync();
}

public sealed class ReentrantTests
{
    [Fact]
    public async Task Reentrant_WhileItAwaits_OthersComeIn()
    {
        await using var system = new ActorSystem("test");
        HostRef host = system.Spawn(Host.Props());
        TaskCompletionSource entered = Signal.New();
        var until = new TaskCompletionSource<string>();
        Task<string> waiting = host.WaitAsync(entered, until).AsTask();
        await entered.Task;

        Assert.Equal("hello", await host.HelloAsync());
        Assert.False(waiting.IsCompleted);
        until.SetResult("done");

        Assert.Equal("done", await waiting);
    }

    [Fact]
    public async Task Reentrant_CallChainThatComesBack_Enters()
    {
        await using var system = new ActorSystem("test");
        HostRef host = system.Spawn(Host.Props());
        GuestRef guest = system.Spawn(Guest.Props());

        await host.AskBackAsync(guest, host);
    }

    [Fact(Timeout = 60_000)]
    public async Task Reentrant_ManyAtATime_OneThreadAtATime()
    {
        await using var system = new ActorSystem("test");
        HostRef host = system.Spawn(Host.Props());

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < 2_000; i++) await host.StepAsync();
        })));

        (long count, int most) = await host.ResultAsync();
        Assert.Equal(8 * 2_000 * 5, count);
        Assert.InRange(most, 2, 8);
    }

    [Fact]
    public async Task Reentrant_HandlerThrows_AskerGetsItAndSupervisionActs()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        HostRef host = system.Spawn(Host.Props().WithSupervision(Supervision.Restart()));

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(async () => await host.BreakAsync("broken"));

        Assert.Equal("broken", failure.Message);
        while (await host.IsBrokenAsync()) await Task.Yield();
    }

    [Fact]
    public async Task Reentrant_StopWhileItAwaits_ItEndsFirst()
    {
        await using var system = new ActorSystem("test", Quiet.Options());
        HostRef host = system.Spawn(Host.Props());
        TaskCompletionSource entered = Signal.New();
        var until = new TaskCompletionSource<string>();
        Task<string> waiting = host.WaitAsync(entered, until).AsTask();
        await entered.Task;

        Task stopped = host.StopAsync();
        while (host.Status != ActorStatus.Stopping) await Task.Yield();
        Assert.False(stopped.IsCompleted);
        until.SetResult("done");

        Assert.Equal("done", await waiting);
        await stopped;
    }
}
