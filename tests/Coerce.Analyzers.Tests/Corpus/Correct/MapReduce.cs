using System.Collections.Immutable;

namespace Counting;

public sealed record Chunk(int Number, string Text);
public sealed record Counted(int Number, ImmutableDictionary<string, int> Words);

[Actor]
public sealed partial class Mapper(ReducerRef reducer)
{
    private int _mapped;

    [Handles]
    void On(Chunk message)
    {
        var words = ImmutableDictionary.CreateBuilder<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (string word in message.Text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)) words[word] = words.GetValueOrDefault(word) + 1;
        _mapped++;
        reducer.Tell(new Counted(message.Number, words.ToImmutable()));
    }
}

[Actor]
public sealed partial class Reducer(int chunks)
{
    private readonly Dictionary<string, int> _total = new(StringComparer.OrdinalIgnoreCase);
    private readonly Deferred<ImmutableSortedDictionary<string, int>> _reply = new();
    private int _reduced;

    [Handles]
    void On(Counted message)
    {
        foreach ((string word, int count) in message.Words) _total[word] = _total.GetValueOrDefault(word) + count;
        if (++_reduced == chunks) _reply.Reply(_total.ToImmutableSortedDictionary());
    }

    [Handles] Deferred<ImmutableSortedDictionary<string, int>> Result() => _reply;
}

public static class Use
{
    public static async Task<int> RunAsync(ActorSystem system, params string[] texts)
    {
        ReducerRef reducer = system.Spawn(Reducer.Props(texts.Length));
        MapperRef mappers = system.SpawnPool(Mapper.Props(reducer), 4);
        foreach ((int number, string text) in texts.Index()) mappers.Tell(new Chunk(number, text));
        return (await reducer.ResultAsync()).Values.Max();
    }
}
