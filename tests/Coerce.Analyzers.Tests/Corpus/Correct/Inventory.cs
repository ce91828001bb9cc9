using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Inventory;

public sealed record Article(string Number, string Name, ImmutableHashSet<string> Tags);
public sealed record Import(ImmutableArray<Article> Articles);
public sealed record Query(string? Tag = null, int Skip = 0, int Take = 20);
public sealed record Page(ImmutableArray<Article> Articles, int Total);

[Actor("inventory.catalog", OnFailure = FailureAction.Resume)]
public sealed partial class Catalog
{
    private FrozenDictionary<string, Article> _articles = FrozenDictionary<string, Article>.Empty;
    private ILookup<string, Article>? _byTag;

    [Handles]
    int On(Import message)
    {
        Dictionary<string, Article> all = new(_articles);
        foreach (Article article in message.Articles) all[article.Number] = article;
        _articles = all.ToFrozenDictionary();
        _byTag = null;
        return _articles.Count;
    }

    [Handles]
    Page On(Query message)
    {
        _byTag ??= _articles.Values.SelectMany(article => article.Tags, (article, tag) => (article, tag)).ToLookup(pair => pair.tag, pair => pair.article);
        IEnumerable<Article> found = message.Tag is { } tag ? _byTag[tag] : _articles.Values;
        ImmutableArray<Article> all = [.. found.OrderBy(article => article.Name, StringComparer.Ordinal)];
        return new Page([.. all.Skip(message.Skip).Take(message.Take)], all.Length);
    }

    [Handles] Article? Find(string number) => _articles.GetValueOrDefault(number);
}

public static class Use
{
    public static async Task<int> RunAsync(CatalogRef catalog)
    {
        await catalog.AskAsync(new Import([new Article("1", "pen", ["blue", "cheap"])]));
        Page page = await catalog.AskAsync(new Query("blue") { Take = 5 });
        return page.Total + ((await catalog.FindAsync("1"))?.Tags.Count ?? 0);
    }
}
