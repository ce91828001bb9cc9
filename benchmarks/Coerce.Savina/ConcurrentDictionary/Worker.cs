namespace Coerce.Savina.ConcurrentDictionary;

/// <summary>Reads and writes at random, and knows what it may see.</summary>
[Actor]
public sealed partial class Worker(int number, Workload load, SharedDictionaryRef dictionary, MasterRef master)
{
    private readonly HashSet<int> _written = [];
    private readonly Dictionary<(int Key, int Writer), int> _newestSeen = [];
    private readonly List<int> _writtenKeys = [];
    private int _reads;

    // Told, not asked: an idle actor that is asked runs in the thread of whoever asks, and one worker would work after the other.
    [Handles]
    async Task Work()
    {
        var random = new Random(number);
        for (int i = 0; i < load.Operations; i++)
        {
            int key = random.Next(load.Keys);
            if (random.Next(100) < load.WritePercent) await WriteAsync(key);
            else await ReadAsync(key);
        }

        master.Tell(new WorkDone(number, _reads, [.. _writtenKeys]));
    }

    private async Task WriteAsync(int key)
    {
        var entry = new Entry(key, number, Serial: _writtenKeys.Count);
        Entry reply = await dictionary.AskAsync(new Write(entry));
        if (reply != entry) throw new InvariantException($"Worker {number} wrote {entry}, but the reply was {reply}.");
        _writtenKeys.Add(key);
        _written.Add(key);
        _newestSeen[(key, number)] = entry.Serial;
    }

    private async Task ReadAsync(int key)
    {
        Entry? entry = await dictionary.AskAsync(new Read(key));
        _reads++;
        if (entry is null)
        {
            if (_written.Contains(key)) throw new InvariantException($"Worker {number} wrote {key} and then found nothing there.");
            return;
        }

        if (entry.Key != key) throw new InvariantException($"Worker {number} read {key} and got {entry}.");

        // Of what one worker wrote to a key, nobody sees something older after something newer.
        int newest = _newestSeen.GetValueOrDefault((key, entry.Writer), -1);
        if (entry.Serial < newest) throw new InvariantException($"Worker {number} saw write {newest} and then, older, {entry}.");
        _newestSeen[(key, entry.Writer)] = entry.Serial;
    }
}
