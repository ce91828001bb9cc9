namespace News;

public sealed record Published(string Title);

[Actor]
public sealed partial class Indexer
{
    private readonly HashSet<string> _words = [];

    [Handles, {|COERCE0030:Subscribes("news")|}, {|COERCE0030:Subscribes("blogs")|}]
    void Index(Published published) => _words.UnionWith(published.Title.Split(' '));

    [Handles] bool Contains(string word) => _words.Contains(word);
}
