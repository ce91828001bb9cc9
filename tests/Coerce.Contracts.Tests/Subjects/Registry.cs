using System.Collections.Immutable;

namespace Subjects;

/// <summary>Replies refs, in all ways in which a handler can, and takes one as a message.</summary>
[Actor("subjects.registry")]
public sealed partial class Registry(TellerRef teller)
{
    private readonly TellerRef _teller = teller;

    [Handles] TellerRef Get() => _teller;

    [Handles] async Task<RegistryRef> GetLater(RegistryRef other)
    {
        await Task.Yield();
        return other;
    }

    [Handles] TellerRef? Seek(string name) => name == _teller.Id ? _teller : null;

    [Handles] ImmutableArray<TellerRef> GetAll() => [_teller];

    [Handles] IReadOnlyDictionary<string, TellerRef> GetByName() => ImmutableDictionary<string, TellerRef>.Empty.Add(_teller.Id, _teller);

    [Handles] bool On(TellerRef teller) => teller == _teller;
}
