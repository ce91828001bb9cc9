// A handler of the base type is another type to a topic.
namespace News;

public abstract record Change(string Who);
public sealed record Added(string Who) : Change(Who);

[Actor]
public sealed partial class History
{
    private int _changes;

    [Handles, Subscribes("changes")] void On(Added message) => _changes += message.Who.Length;
}

[Actor]
public sealed partial class Mirror
{
    private int _changes;

    [Handles, {|COERCE0033:Subscribes("changes")|}] void On(Change message) => _changes += message.Who.Length;
}

public static class Use
{
    public static void Run(ActorSystem system) => system.Topic<Added>("changes").Publish(new Added("anna"));
}
