namespace News;

public sealed record Published(string Title);
public sealed record Withdrawn(string Title);

[Actor]
public sealed partial class Counter
{
    private int _count;

    [Handles, {|COERCE0031:Subscribes("news")|}] int On(Published message) => _count += message.Title.Length;

    [Handles, {|COERCE0031:Subscribes("withdrawn")|}, {|COERCE0031:Subscribes("corrected")|}]
    async Task<int> On(Withdrawn message)
    {
        await Task.Yield();
        return _count -= message.Title.Length;
    }

    [Handles, {|COERCE0031:Subscribes("hourly")|}] Deferred<int> On(DateTimeOffset message) => Deferred.Run(_ => Task.FromResult(message.Hour));
}
