namespace Generic;

public sealed record Put<TKey, TValue>(TKey Key, TValue Value);
public sealed record Get<TKey>(TKey Key);

[Actor]
public sealed partial class Store<TKey, TValue>(int capacity, IEqualityComparer<TKey>? comparer = null)
    where TKey : notnull, IEquatable<TKey>
    where TValue : class?
{
    private readonly Dictionary<TKey, TValue> _values = new(capacity, comparer);

    [Handles] void On(Put<TKey, TValue> message) => _values[message.Key] = message.Value;

    [Handles] TValue? On(Get<TKey> message) => _values.GetValueOrDefault(message.Key);

    [Handles] IReadOnlyList<TKey> Keys() => [.. _values.Keys];

    [Handles] int Count(ActorContext<StoreRef<TKey, TValue>> context) => _values.Count + context.Id.Length;
}

[Actor]
public sealed partial class Box<T>
    where T : struct
{
    private T _value;

    [Handles] T Swap(T value)
    {
        T before = _value;
        _value = value;
        return before;
    }
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system)
    {
        StoreRef<string, string> store = system.Spawn(Store<string, string>.Props(10, StringComparer.Ordinal), "store");
        store.Tell(new Put<string, string>("a", "b"));
        string? value = await store.AskAsync(new Get<string>("a"));
        BoxRef<int> box = system.Spawn(Box<int>.Props());
        int before = await box.SwapAsync(5);
        return before + (value?.Length ?? 0) + (await store.KeysAsync()).Count + await store.CountAsync();
    }
}
