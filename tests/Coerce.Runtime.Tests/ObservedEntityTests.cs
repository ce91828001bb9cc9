using System.Diagnostics;

namespace Coerce.Runtime.Tests;

/// <summary>Asks the entity.</summary>
[Actor]
public sealed partial class Guide(ActorContext<GuideRef> context)
{
    [Handles] async Task<string?> Lead(string to) => await context.System.Entity<WaypointRef>(to).GoOnAsync();
}

/// <summary>Asks whoever is called <c>last</c>.</summary>
[Actor("test.waypoint"), Entity]
public sealed partial class Waypoint([EntityKey] string key, ActorContext<WaypointRef> context)
{
    [Handles]
    async Task<string?> GoOn()
    {
        await Task.Yield();
        return await context.System.Find<RelayRef>("last")!.StraightAsync();
    }

    [Handles] string GetKey() => key;
}

[Collection(nameof(Listening))]
public sealed class ObservedEntityTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_OverThreeActorsOneAnEntity_IsOneConnectedTrace(bool isLive)
    {
        await using var system = new ActorSystem("travel");
        if (isLive) await system.Entity<WaypointRef>("ford").GetKeyAsync();
        using var listening = Listening.ToSpans("travel");
        system.Spawn(Relay.Props(null), "last");
        GuideRef first = system.Spawn(Guide.Props(), "first");
        using Activity own = new Activity("own").Start();

        string? seen = await first.LeadAsync("ford");

        Activity[] spans = [.. listening.Spans.Reverse()];
        Assert.Equal(["/first", "/test.waypoint/ford", "/last"], spans.Select(span => span.GetTagItem("coerce.actor.path")));
        Assert.Equal([own.SpanId, spans[0].SpanId, spans[1].SpanId], spans.Select(span => span.ParentSpanId));
        Assert.All(spans, span => Assert.Equal(own.TraceId, span.TraceId));
        Assert.Equal(seen, spans[2].Id);
    }

    [Fact]
    public async Task Describe_LiveEntities_AreShownAndDormantOnesAreNot()
    {
        await using var system = new ActorSystem("travel");
        await system.Entity<WaypointRef>("ford").GetKeyAsync();
        await system.Entity<WaypointRef>("a/b").GetKeyAsync();
        WaypointRef dormant = system.Entity<WaypointRef>("gone");
        await dormant.GetKeyAsync();
        await dormant.StopAsync();

        SystemDescription all = system.Describe();
        SystemDescription one = system.Describe(new DescribeOptions { MaxActors = 1 });

        Assert.Equal(
            """
            travel: 2 actors
            ├─ entity Waypoint '/test.waypoint/ford' idle
            └─ entity Waypoint '/test.waypoint/a%2Fb' idle

            """.ReplaceLineEndings("\n"),
            all.ToString());
        Assert.All(all.Actors, actor => Assert.Equal(ActorKind.Entity, actor.Kind));
        Assert.Equal((1, true, true), (one.ActorCount, one.IsCut, one.HasMoreActors));
    }

    [Fact]
    public async Task Metrics_Entity_CountsActivationsAndPassivations()
    {
        using var listening = Listening.ToMetrics("guests", "coerce.activations", "coerce.passivations", "coerce.actor.count");
        await using var system = new ActorSystem("guests");
        WaypointRef ford = system.Entity<WaypointRef>("ford");

        for (int i = 0; i < 3; i++)
        {
            await ford.GetKeyAsync();
            await ford.StopAsync();
        }

        await ford.GetKeyAsync();

        Assert.Equal((4, 3), (listening.Sum("coerce.activations"), listening.Sum("coerce.passivations")));
        listening.Collect();
        Assert.Equal(1, listening.Sum("coerce.actor.count"));
    }
}
