namespace Proxies;

public sealed record Fetch(string Key);

[Actor]
public sealed partial class Proxy(HttpClient http)
{
    private readonly Dictionary<string, string> _cache = [];
    private int _pending;

    [Handles(Reentrant = true)]
    async Task<string> On(Fetch message, CancellationToken cancellationToken)
    {
        if (_cache.TryGetValue(message.Key, out string? known)) return known;
        _pending++;
        try
        {
            string text = await http.GetStringAsync(message.Key, cancellationToken);
            return _cache[message.Key] = text;
        }
        finally
        {
            _pending--;
        }
    }

    [Handles(Reentrant = true)] async ValueTask Clear()
    {
        while (_pending > 0) await Task.Delay(1);
        _cache.Clear();
    }

    [Handles(Reentrant = false)] int Pending() => _pending;
}
