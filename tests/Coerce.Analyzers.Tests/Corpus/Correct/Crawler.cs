using System.Collections.Immutable;

namespace Crawling;

public sealed record Visit(Uri Address, int Depth);
public sealed record Visited(Uri Address, ImmutableArray<Uri> Links, int Depth);
public sealed record Skipped(Uri Address, string Why);

[Actor("crawling.fetcher", OnFailure = FailureAction.Restart, BackoffMilliseconds = 100, BackoffJitter = 1)]
public sealed partial class Fetcher(HttpClient http, IReceive<Visited> visited, IReceive<Skipped> skipped)
{
    private int _fetched;

    [Handles]
    async Task On(Visit message, CancellationToken cancellationToken)
    {
        try
        {
            string page = await http.GetStringAsync(message.Address, cancellationToken);
            _fetched++;
            visited.Tell(new Visited(message.Address, [.. Links(page, message.Address)], message.Depth));
        }
        catch (HttpRequestException failure)
        {
            skipped.Tell(new Skipped(message.Address, failure.Message));
        }
    }

    [Handles] int Fetched() => _fetched;

    private static IEnumerable<Uri> Links(string page, Uri at)
    {
        for (int start = page.IndexOf("href=\"", StringComparison.Ordinal); start >= 0; start = page.IndexOf("href=\"", start + 6, StringComparison.Ordinal))
        {
            int end = page.IndexOf('"', start + 6);
            if (end < 0) yield break;
            if (Uri.TryCreate(at, page[(start + 6)..end], out Uri? link)) yield return link;
        }
    }
}

[Actor("crawling.crawler")]
public sealed partial class Crawler(HttpClient http, int depth, ActorContext<CrawlerRef> context)
{
    private readonly HashSet<Uri> _seen = [];
    private readonly List<Deferred<int>> _waiting = [];
    private FetcherRef? _fetchers;
    private int _open;

    [OnStart] async Task Started() => _fetchers = await context.SpawnPoolAsync(Fetcher.Props(http, context.Self, context.Self), 4, Routing.LeastLoaded, "fetchers");

    [Handles]
    Deferred<int> Crawl(Uri start)
    {
        var reply = new Deferred<int>();
        _waiting.Add(reply);
        Enqueue(start, 0);
        return reply;
    }

    [Handles]
    void On(Visited message)
    {
        foreach (Uri link in message.Links) Enqueue(link, message.Depth + 1);
        Finish();
    }

    [Handles] void On(Skipped message) => Finish();

    private void Enqueue(Uri address, int at)
    {
        if (at > depth || !_seen.Add(address)) return;
        _open++;
        _fetchers?.Tell(new Visit(address, at));
    }

    private void Finish()
    {
        if (--_open > 0) return;
        foreach (Deferred<int> reply in _waiting) reply.Reply(_seen.Count);
        _waiting.Clear();
    }
}
