// Optional parameters are fine in a method, and make two messages of an On.
namespace Options;

public sealed record Search(string Text);

[Actor]
public sealed partial class Index
{
    private readonly List<string> _texts = [];

    [Handles] int {|COERCE0003:On|}(Search message, int limit = 10) => Math.Min(limit, _texts.Count(text => text == message.Text));

    [Handles] void {|COERCE0003:OnAsync|}(Search first, params Search[] others) => _texts.AddRange(others.Append(first).Select(one => one.Text));

    [Handles] int Find(string text, int limit = 10, params IReadOnlyList<string> others) => _texts.Count(text.Equals) + limit + others.Count;
}

public static class Use
{
    public static async Task<int> RunAsync(IndexRef index)
        => await index.FindAsync("a", 1, []) + await index.FindAsync("a", 5, ["b", "c"]);
}
