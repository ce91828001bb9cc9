namespace Coerce.Savina.ConcurrentDictionary;

/// <summary>A dictionary that many use at once. One message at a time, so it needs no lock.</summary>
[Actor]
public sealed partial class SharedDictionary
{
    private readonly Dictionary<int, Entry> _entries = [];
    private int _reads;
    private int _writes;

    [Handles]
    Entry On(Write message)
    {
        _writes++;
        return _entries[message.Entry.Key] = message.Entry;
    }

    [Handles]
    Entry? On(Read message)
    {
        _reads++;
        return _entries.GetValueOrDefault(message.Key);
    }

    [Handles] DictionaryReport GetReport() => new(_entries.Count, _reads, _writes);
}
