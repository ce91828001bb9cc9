using System.Threading.Channels;

namespace Coerce.Runtime.Tests;

public readonly record struct Arrived(string What);

/// <summary>Sends itself what comes from elsewhere.</summary>
[Actor]
public sealed partial class Collector
{
    private readonly List<string> _arrived = [];
    private IDisposable? _attached;

    [Handles] void Await(Task<Arrived> task, ActorContext<CollectorRef> context) => context.PipeToSelf(task);

    [Handles] void AwaitSafely(Task<Arrived> task, ActorContext<CollectorRef> context) =>
        context.PipeToSelf(task, failure => new Arrived(failure.Message));

    [Handles] void Follow(IAsyncEnumerable<Arrived> stream, ActorContext<CollectorRef> context) => _attached = context.Attach(stream);

    [Handles] void LetGo() => _attached!.Dispose();

    [Handles] void On(Arrived message) => _arrived.Add(message.What);

    [Handles] string[] Arrivals() => [.. _arrived];
}

public sealed class SelfTests
{
    [Fact]
    public async Task PipeToSelf_Task_BecomesAMessage()
    {
        await using var system = new ActorSystem("test");
        CollectorRef collector = system.Spawn(Collector.Props());
        var task = new TaskCompletionSource<Arrived>(TaskCreationOptions.RunContinuationsAsynchronously);
        await collector.AwaitAsync(task.Task);
        Assert.Empty(await collector.ArrivalsAsync());

        task.SetResult(new Arrived("parcel"));

        Assert.Equal(["parcel"], await ArrivalsAsync(collector, 1));
    }

    [Fact]
    public async Task PipeToSelf_FailedTask_BecomesAMessageOrALogLine()
    {
        var logged = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged });
        CollectorRef collector = system.Spawn(Collector.Props());

        await collector.AwaitAsync(Task.FromException<Arrived>(new InvalidOperationException("lost")));
        await collector.AwaitSafelyAsync(Task.FromException<Arrived>(new InvalidOperationException("late")));

        Assert.Equal(["late"], await ArrivalsAsync(collector, 1));
        Assert.Equal((1014, "lost"), (Assert.Single(logged.Lines).EventId, logged.Lines.First().Exception?.Message));
    }

    [Fact]
    public async Task Attach_Stream_BecomesMessagesInOrder()
    {
        await using var system = new ActorSystem("test");
        CollectorRef collector = system.Spawn(Collector.Props());
        Channel<Arrived> source = Channel.CreateUnbounded<Arrived>();
        await collector.FollowAsync(source.Reader.ReadAllAsync());

        for (int i = 0; i < 100; i++) source.Writer.TryWrite(new Arrived(i.ToString()));

        Assert.Equal(Enumerable.Range(0, 100).Select(i => i.ToString()), await ArrivalsAsync(collector, 100));
    }

    [Fact]
    public async Task Attach_LetGoOrStopped_EndsTheStream()
    {
        var logged = new CapturingLoggerFactory();
        await using var system = new ActorSystem("test", new() { LoggerFactory = logged });
        TaskCompletionSource first = Signal.New(), second = Signal.New();
        CollectorRef collector = system.Spawn(Collector.Props());

        await collector.FollowAsync(Endless(first));
        await collector.LetGoAsync();
        await first.Task;
        await collector.FollowAsync(Endless(second));
        await collector.StopAsync();
        await second.Task;

        Assert.Empty(logged.Lines);
    }

    private static async IAsyncEnumerable<Arrived> Endless(
        TaskCompletionSource ended, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            yield return new Arrived("one");
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        }
        finally
        {
            ended.SetResult();
        }
    }

    private static async Task<string[]> ArrivalsAsync(CollectorRef collector, int count)
    {
        while (true)
        {
            string[] arrivals = await collector.ArrivalsAsync();
            if (arrivals.Length >= count) return arrivals;
            await Task.Yield();
        }
    }
}
