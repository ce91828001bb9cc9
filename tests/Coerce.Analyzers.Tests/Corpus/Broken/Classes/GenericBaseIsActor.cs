namespace Caches;

[Actor]
public partial class Store<T>
{
    private T? _value;

    [Handles] void Put(T value) => _value = value;

    [Handles] T? Take() => _value;
}

[Actor]
public sealed partial class {|COERCE0002:Words|} : Store<string>
{
    [Handles] int Measure(string word) => word.Length;
}

public static class Use
{
    public static async Task<int> RunAsync(StoreRef<string> store, WordsRef words)
    {
        await store.PutAsync("word");
        string? word = await store.TakeAsync();
        return await words.MeasureAsync(word ?? "");
    }
}
