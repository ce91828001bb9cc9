using System.Collections.Concurrent;

namespace Shop;

/// <summary>Stands in for a database: what was saved survives the actor that saved it.</summary>
public sealed class Store<T>
    where T : class
{
    private readonly ConcurrentDictionary<string, T> _rows = new(StringComparer.Ordinal);

    public IEnumerable<KeyValuePair<string, T>> Rows => _rows;

    public async ValueTask<T?> LoadAsync(string key)
    {
        await Task.Yield();
        return _rows.GetValueOrDefault(key);
    }

    public async ValueTask SaveAsync(string key, T row)
    {
        await Task.Yield();
        _rows[key] = row;
    }
}
