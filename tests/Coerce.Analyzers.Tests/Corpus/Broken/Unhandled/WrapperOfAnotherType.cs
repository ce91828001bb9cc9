namespace Queues;

public sealed record Enqueue<T>(T Item);
public sealed record Dequeue<T>;

[Actor]
public sealed partial class Texts
{
    private readonly Queue<string> _items = [];

    [Handles] void On(Enqueue<string> message) => _items.Enqueue(message.Item);

    [Handles] string? On(Dequeue<string> message) => _items.TryDequeue(out string? item) ? item : null;
}

public static class Use
{
    public static async Task<string?> RunAsync(TextsRef texts)
    {
        texts.Tell(new Enqueue<string>("one"));
        {|COERCE0101:texts.Tell(new Enqueue<object>("two"))|};
        {|COERCE0101:texts.Tell(new Enqueue<char[]>(['t', 'o']))|};
        string? item = await {|COERCE0101:texts.AskAsync(new Dequeue<int>())|};
        return item ?? await texts.AskAsync(new Dequeue<string>());
    }
}
