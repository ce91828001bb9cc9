namespace Spread;

/// <summary>An actor in three files.</summary>
[Actor("spread.catalog")]
public sealed partial class Catalog(string name)
{
    [Handles] string GetName() => name;
}
// ---- file Catalog.Articles.cs ----
using System.Collections.Immutable;

namespace Spread;

public sealed record Article(string Number, ImmutableArray<string> Tags);

public partial class Catalog
{
    private ImmutableDictionary<string, Article> _articles = ImmutableDictionary<string, Article>.Empty;

    [Handles] void On(Article message) => _articles = _articles.SetItem(message.Number, message);

    [Handles] private partial Article? Find(string number);

    private partial Article? Find(string number) => _articles.GetValueOrDefault(number);
}
// ---- file Catalog.Statistics.cs ----
namespace Spread
{
    sealed partial class Catalog
    {
        private int _started;

        [OnStart] void Started() => _started++;

        [Handles] int CountTags() => _articles.Values.Sum(article => article.Tags.Length) + _started;
    }
}
// ---- file Use.cs ----
using Spread;

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        CatalogRef catalog = system.Spawn(Catalog.Props(name: "books"), "catalog");
        catalog.Tell(new Article("1", ["new", "cheap"]));
        Article? found = await catalog.FindAsync("1");
        return (found?.Tags.Length ?? 0) + await catalog.CountTagsAsync() + (await catalog.GetNameAsync()).Length;
    }
}
