namespace News;

public sealed record Published(string Title);

[Actor]
public sealed partial class Reader
{
    private int _read;

    [{|COERCE0030:Subscribes("news")|}] void On(Published message) => _read += message.Title.Length;

    [Handles] int CountRead() => _read;
}

public static class Press
{
    public static void Print(ActorSystem system) => system.Topic<Published>("news").Publish(new Published("today"));
}
