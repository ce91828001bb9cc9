namespace Coerce.Runtime.Tests;

public readonly record struct Rang(int Hour);

/// <summary>Sleeps until it is woken. Only the later behaviour says where its event comes from.</summary>
[Actor]
public sealed partial class Sleeper(List<int> heard)
{
    [Handles] string GetState() => "here";

    [Behavior(Initial = true)]
    private sealed partial class Asleep(Sleeper sleeper)
    {
        [Handles] void On(Rang message) => sleeper.Become(new Awake(sleeper));
    }

    [Behavior]
    private sealed partial class Awake(Sleeper sleeper)
    {
        [Handles, Subscribes("bells")] void On(Rang message) => sleeper.Hear(message.Hour);
    }

    private void Hear(int hour) => heard.Add(hour);
}

public sealed class SubscribedBehaviorTests
{
    [Fact]
    public async Task Subscribes_InOneBehavior_BringsTheEventToTheCurrentOne()
    {
        await using var system = new ActorSystem("test");
        var heard = new List<int>();
        SleeperRef sleeper = system.Spawn(Sleeper.Props(heard));
        Topic<Rang> bells = system.Topic<Rang>("bells");

        bells.Publish(new Rang(6));
        bells.Publish(new Rang(7));
        await sleeper.GetStateAsync();

        Assert.Equal([7], heard);
        Assert.Equal(1, bells.SubscriberCount);
    }
}
