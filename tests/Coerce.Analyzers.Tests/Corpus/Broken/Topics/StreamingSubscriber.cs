namespace News;

public sealed record Published(string Title);

[Actor]
public sealed partial class Splitter
{
    private int _split;

    [Handles, {|COERCE0030:Subscribes("news")|}]
    async IAsyncEnumerable<string> On(Published message)
    {
        foreach (string word in message.Title.Split(' '))
        {
            await Task.Yield();
            _split++;
            yield return word;
        }
    }

    [Handles] int CountSplit() => _split;
}
