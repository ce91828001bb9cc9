using System.Diagnostics;

namespace Coerce.Runtime.Tests;

/// <summary>Passes on to the next of a line, in every way.</summary>
[Actor]
public sealed partial class Relay(RelayRef? next)
{
    [Handles] async Task<string?> Straight() => next is null ? Activity.Current?.Id : await next.StraightAsync();

    [Handles]
    async Task<string?> AskFor()
    {
        await Task.Yield();
        return next is null ? Activity.Current?.Id : await next.AskForAsync();
    }

    [Handles] void Pass(TaskCompletionSource<string?> end)
    {
        if (next is null) end.SetResult(Activity.Current?.Id);
        else next.Tell(new Messages.Pass(end));
    }

    [Handles]
    Deferred<string?> Later() => Deferred.Run(async _ =>
    {
        await Task.Yield();
        return next is null ? Activity.Current?.Id : await next.LaterAsync();
    });

    [Handles(Reentrant = true)]
    async Task<string?> Reenter()
    {
        await Task.Yield();
        return next is null ? Activity.Current?.Id : await next.ReenterAsync();
    }

    [Handles]
    async IAsyncEnumerable<int> Count()
    {
        yield return 1;
        await Task.Yield();
        yield return 2;
    }
}

/// <summary>Passes on to the entity whose key is one less; the last one says in which span it is.</summary>
[Actor]
public sealed partial class Station([EntityKey] long number, ActorContext<StationRef> context)
{
    [Handles] async Task<string?> Travel() =>
        number == 0 ? Activity.Current?.Id : await context.System.Entity<StationRef>(number - 1).TravelAsync();
}

[Collection(nameof(Listening))]
public sealed class SpanTests
{
    [Fact]
    public async Task Ask_OverEntitiesThatAreActivatedOnTheWay_IsOneConnectedTrace()
    {
        using var listening = Listening.ToAll("entities", "coerce.messages", "coerce.activations");
        await using var system = new ActorSystem("entities");
        using Activity own = new Activity("own").Start();

        string? first = await system.Entity<StationRef>(2).TravelAsync();
        Activity[] cold = [.. listening.Spans.Reverse()];
        string? second = await system.Entity<StationRef>(2).TravelAsync();
        Activity[] warm = [.. listening.Spans.Skip(3).Reverse()];

        Assert.Equal(cold[2].Id, first);
        Assert.Equal(warm[2].Id, second);
        foreach (Activity[] spans in new[] { cold, warm })
        {
            Assert.Equal([own.SpanId, spans[0].SpanId, spans[1].SpanId], spans.Select(span => span.ParentSpanId));
            Assert.All(spans, span => Assert.Equal(own.TraceId, span.TraceId));
        }

        Assert.Equal(6, listening.Sum("coerce.messages", "coerce.outcome=success"));
        Assert.Equal(6, listening.Sum("coerce.messages"));
        Assert.Equal(3, listening.Sum("coerce.activations"));
        await system.StopAsync();
    }

    [Theory]
    [InlineData("Straight", false)]
    [InlineData("Straight", true)]
    [InlineData("AskFor", false)]
    [InlineData("AskFor", true)]
    [InlineData("Later", false)]
    [InlineData("Later", true)]
    [InlineData("Reenter", false)]
    public async Task Ask_OverThreeActors_IsOneConnectedTrace(string way, bool isQueued)
    {
        using var listening = Listening.ToSpans("trace");
        await using var system = new ActorSystem("trace");
        RelayRef last = Spawn(system, null, isQueued), middle = Spawn(system, last, isQueued), first = Spawn(system, middle, isQueued);
        using Activity own = new Activity("own").Start();

        string? seen = way switch
        {
            "Straight" => await first.StraightAsync(),
            "AskFor" => await first.AskForAsync(),
            "Later" => await first.LaterAsync(),
            _ => await first.ReenterAsync(),
        };

        Assert.Same(own, Activity.Current);
        Activity[] spans = [.. listening.Spans.Reverse()];
        Assert.Equal(3, spans.Length);
        Assert.Equal(seen, spans[2].Id);
        Assert.Equal([own.SpanId, spans[0].SpanId, spans[1].SpanId], spans.Select(span => span.ParentSpanId));
        Assert.All(spans, span => Assert.Equal(own.TraceId, span.TraceId));
        string member = isQueued ? "/0" : "";
        Assert.Equal([first.Path + member, middle.Path + member, last.Path + member], spans.Select(span => span.GetTagItem("coerce.actor.path")));
    }

    [Fact]
    public async Task Ask_WithoutActivity_BeginsATraceAndLeavesNone()
    {
        using var listening = Listening.ToSpans("root");
        await using var system = new ActorSystem("root");

        await system.Spawn(Counter.Props(), "alice").AskAsync(new Add(1));

        Activity span = Assert.Single(listening.Spans);
        Assert.Null(span.Parent);
        Assert.Null(Activity.Current);
        Assert.Equal(ActivityKind.Consumer, span.Kind);
        Assert.Equal("ask Counter.On(Add)", span.DisplayName);
        Assert.Equal(
            [
                ("messaging.system", "coerce"), ("messaging.operation.name", "ask"), ("messaging.operation.type", "process"),
                ("messaging.destination.name", "test.counter"), ("coerce.system", "root"), ("coerce.actor.path", "/alice"),
                ("coerce.handler", "On(Add)"),
            ],
            span.TagObjects.Select(tag => (tag.Key, (string)tag.Value!)));
    }

    [Fact]
    public async Task Tell_OverThreeActors_IsATraceEachWithALinkToTheSender()
    {
        using var listening = Listening.ToSpans("tells");
        await using var system = new ActorSystem("tells");
        RelayRef last = system.Spawn(Relay.Props(null)), middle = system.Spawn(Relay.Props(last)), first = system.Spawn(Relay.Props(middle));
        using Activity own = new Activity("own").Start();
        var end = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);

        first.Tell(new Relay.Messages.Pass(end));
        string? seen = await end.Task;
        foreach (RelayRef relay in new[] { first, middle, last }) await relay.StopAsync();

        Activity[] spans = [.. listening.Spans.OrderBy(span => span.StartTimeUtc)];
        Assert.Equal([first.Path, middle.Path, last.Path], spans.Select(span => span.GetTagItem("coerce.actor.path")));
        Assert.Equal(seen, spans[2].Id);
        Assert.All(spans, span => Assert.Equal(default, span.ParentSpanId));
        Assert.Equal(4, spans.Append(own).Select(span => span.TraceId).Distinct().Count());
        Assert.Equal(
            [own.Context, spans[0].Context, spans[1].Context], spans.Select(span => Assert.Single(span.Links).Context));
    }

    [Fact]
    public async Task Failure_InlineAndQueued_IsRecordedOnTheSpan()
    {
        using var listening = Listening.ToSpans("failures");
        await using var system = new ActorSystem("failures", Quiet.Options());
        CounterRef counter = system.Spawn(Counter.Props());

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await counter.AskAsync(new Fail("inline")));
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await counter.FailLaterAsync("later"));
        counter.Tell(new Fail("told"));
        await counter.StopAsync();

        Assert.Equal(["inline", "later", "told"], listening.Spans.Select(span => span.StatusDescription));
        Assert.All(listening.Spans, span =>
        {
            Assert.Equal(ActivityStatusCode.Error, span.Status);
            Assert.Equal("System.InvalidOperationException", span.GetTagItem("error.type"));
            ActivityEvent recorded = Assert.Single(span.Events);
            Assert.Equal("exception", recorded.Name);
            Assert.Contains(recorded.Tags, tag => tag.Key == "exception.message" && (string?)tag.Value == span.StatusDescription);
        });
    }

    [Fact]
    public async Task Stream_Read_IsOneSpanForItsFirstStep()
    {
        using var listening = Listening.ToAll("streams", "coerce.messages");
        await using var system = new ActorSystem("streams");
        RelayRef relay = system.Spawn(Relay.Props(null));

        List<int> items = [];
        await foreach (int item in relay.CountAsync()) items.Add(item);

        Assert.Equal([1, 2], items);
        Assert.Equal("ask Relay.Count()", Assert.Single(listening.Spans).DisplayName);
        Assert.Equal(1, listening.Sum("coerce.messages", "coerce.outcome=success"));
    }

    [Fact]
    public async Task UnsampledSpans_TheSendersActivityStillReachesTheHandler()
    {
        using var listening = Listening.ToSpans("unsampled", ActivitySamplingResult.None);
        using var dropping = new ActivityListener { ShouldListenTo = source => source.Name == CoerceTelemetry.Name, Sample = (ref _) => ActivitySamplingResult.None };
        ActivitySource.AddActivityListener(dropping);
        await using var system = new ActorSystem("unsampled");
        RelayRef relay = system.Spawn(Relay.Props(null));
        using Activity own = new Activity("own").Start();
        var end = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);

        Assert.Equal(own.Id, await relay.AskForAsync());
        relay.Tell(new Relay.Messages.Pass(end));

        Assert.Equal(own.Id, await end.Task);
    }

    [Fact]
    public async Task Baggage_OfTheAsker_ReachesTheHandlersSpan()
    {
        using var listening = Listening.ToSpans("baggage");
        await using var system = new ActorSystem("baggage");
        using Activity own = new Activity("own").AddBaggage("tenant", "a").Start();

        await system.Spawn(Relay.Props(null)).AskForAsync();

        Assert.Equal("a", Assert.Single(listening.Spans).GetBaggageItem("tenant"));
    }

    [Fact]
    public async Task SpansAndMetrics_ManyAsksAtOnce_EachHasItsOwnParent()
    {
        using var listening = Listening.ToAll("many", "coerce.messages", "coerce.process.duration", "coerce.queue.duration");
        await using var system = new ActorSystem("many");
        RelayRef last = system.Spawn(Relay.Props(null)), first = system.Spawn(Relay.Props(last));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () =>
        {
            for (int i = 0; i < 200; i++)
            {
                using Activity own = new Activity("own").Start();
                await first.AskForAsync();
                Assert.Same(own, Activity.Current);
            }
        })));

        Assert.Equal(3_200, listening.Sum("coerce.messages"));
        Assert.Equal(3_200, listening.Spans.Count);
        Activity[] outer = [.. listening.Spans.Where(span => (string?)span.GetTagItem("coerce.actor.path") == first.Path)];
        Activity[] inner = [.. listening.Spans.Where(span => (string?)span.GetTagItem("coerce.actor.path") == last.Path)];
        Assert.Equal(
            outer.Select(span => (span.TraceId.ToString(), span.SpanId.ToString())).Order(),
            inner.Select(span => (span.TraceId.ToString(), span.ParentSpanId.ToString())).Order());
    }

    private static RelayRef Spawn(ActorSystem system, RelayRef? next, bool isQueued) =>
        isQueued ? system.SpawnPool(Relay.Props(next), 1) : system.Spawn(Relay.Props(next));
}
