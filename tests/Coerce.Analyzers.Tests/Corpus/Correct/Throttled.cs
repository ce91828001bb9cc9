namespace Throttling;

public readonly record struct Search(string Text);
public readonly record struct Elapsed(int Version);

[Actor]
public sealed partial class SearchBox(IAsk<Search, IReadOnlyList<string>> index, ActorContext<SearchBoxRef> context)
{
    private string _text = "";
    private int _version;
    private IReadOnlyList<string> _results = [];

    [Handles]
    void Type(char letter)
    {
        _text += letter;
        context.Self.Schedule(new Elapsed(++_version), TimeSpan.FromMilliseconds(300));
    }

    [Handles]
    async Task On(Elapsed message)
    {
        if (message.Version != _version) return;
        _results = await index.AskAsync(new Search(_text));
    }

    [Handles] IReadOnlyList<string> Results() => [.. _results];
}

[Actor]
public sealed partial class Index(params IReadOnlyList<string> all)
{
    private int _searches;

    [Handles]
    IReadOnlyList<string> On(Search message)
    {
        _searches++;
        return [.. all.Where(one => one.Contains(message.Text, StringComparison.OrdinalIgnoreCase)).Take(10)];
    }
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        IndexRef index = system.Spawn(Index.Props(["one", "two"]));
        SearchBoxRef box = system.Spawn(SearchBox.Props(index));
        box.Tell(new SearchBox.Messages.Type('o'));
        return (await box.ResultsAsync()).Count;
    }
}
