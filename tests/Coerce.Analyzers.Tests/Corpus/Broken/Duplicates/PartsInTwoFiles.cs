namespace Stock;

public sealed record Restock(string Article, int Count);

[Actor]
public sealed partial class Shelf
{
    private readonly Dictionary<string, int> _articles = [];

    [Handles] int On(Restock message) => _articles[message.Article] = message.Count;
}
// ---- file Shelf.Legacy.cs ----
namespace Stock;

public sealed partial class Shelf
{
    // Was merged from a branch that did not know of the other file.
    [Handles]
    Task<int> {|COERCE0004:On|}(Restock message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(_articles.GetValueOrDefault(message.Article));
    }

    [Handles] int Count() => _articles.Count;
}
// ---- file Use.cs ----
namespace Stock;

public static class Use
{
    public static async Task<int> RunAsync(ShelfRef shelf) => await shelf.AskAsync(new Restock("pen", 3)) + await shelf.CountAsync();
}
