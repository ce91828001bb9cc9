namespace Primitive;

public enum Direction
{
    Left,
    Right,
}

[Actor]
public sealed partial class Sink
{
    private readonly System.Text.StringBuilder _all = new();

    [Handles] void On(int message) => _all.Append(message);

    [Handles] void On(long message) => _all.Append(message);

    [Handles] void On(string message) => _all.Append(message);

    [Handles] void On(bool message) => _all.Append(message);

    [Handles] void On(double message) => _all.Append(message);

    [Handles] void On(Guid message) => _all.Append(message);

    [Handles] void On(DateTimeOffset message) => _all.Append(message);

    [Handles] void On(Direction message) => _all.Append(message);

    [Handles] void On(int? message) => _all.Append(message);

    [Handles] void On((int X, int Y) message) => _all.Append(message.X + message.Y);

    [Handles] void On(Uri message) => _all.Append(message);

    [Handles] void On(ReadOnlyMemory<byte> message) => _all.Append(message.Length);

    [Handles] string Text() => _all.ToString();
}

public static class Use
{
    public static async Task<string> RunAsync(SinkRef sink)
    {
        sink.Tell(1);
        sink.Tell(2L);
        sink.Tell("3");
        sink.Tell(true);
        sink.Tell(5.5);
        sink.Tell(Guid.Empty);
        sink.Tell(DateTimeOffset.UnixEpoch);
        sink.Tell(Direction.Right);
        sink.Tell((int?)null);
        sink.Tell((X: 1, Y: 2));
        await sink.AskAsync(new Uri("https://example.org"));
        await sink.TellAsync(new byte[] { 1, 2 });
        return await sink.TextAsync();
    }
}
