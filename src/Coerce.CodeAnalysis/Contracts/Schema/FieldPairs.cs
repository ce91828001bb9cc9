namespace Coerce.CodeAnalysis.Contracts;

/// <summary>A field of the file and the same of C#, or one of the two alone.</summary>
internal sealed record FieldPair(SchemaField? Locked, SchemaField? Wanted)
{
    public bool IsRename => Locked is not null && Wanted is not null && Locked.Name != Wanted.Name;
}

/// <summary>Which field of a message in the file is which of C#.</summary>
internal sealed class FieldPairs
{
    private readonly SchemaPairs _types;
    private readonly SchemaMessage? _locked;
    private readonly SchemaMessage _wanted;
    private readonly Dictionary<string, string> _oneOfs = new(StringComparer.Ordinal);

    public FieldPairs(SchemaPairs types, SchemaMessage? locked, SchemaMessage wanted)
    {
        (_types, _locked, _wanted) = (types, locked, wanted);
        PairOneOfs();
        All = Pair();
    }

    /// <summary>Those of C# in its order, then those that are left in the file.</summary>
    public IReadOnlyList<FieldPair> All { get; }

    /// <summary>What the oneofs of the file are called from now on, as far as they are still there.</summary>
    public IReadOnlyDictionary<string, string> OneOfs => _oneOfs;

    public bool IsInSameOneOf(SchemaField locked, SchemaField wanted) => NewOneOf(locked.OneOf) == wanted.OneOf;

    // The name of a oneof does not travel: it is the same one when all that is left of its cases stands in one new oneof.
    private void PairOneOfs()
    {
        var locked = (_locked?.Fields ?? default).Where(static field => field.OneOf is not null).ToLookup(static field => field.OneOf!);
        var wanted = new HashSet<string>(_wanted.Fields.Select(static field => field.OneOf).OfType<string>(), StringComparer.Ordinal);
        foreach (var group in locked.Where(group => wanted.Remove(group.Key)))
        {
            _oneOfs.Add(group.Key, group.Key);
        }

        foreach (var group in locked.Where(group => !_oneOfs.ContainsKey(group.Key)))
        {
            var names = new HashSet<string>(group.Select(static field => field.Name), StringComparer.Ordinal);
            var now = _wanted.Fields.Where(field => names.Contains(field.Name)).Select(static field => field.OneOf).Distinct().ToList();
            if (now.Count == 1 && now[0] is { } name && wanted.Remove(name))
            {
                _oneOfs.Add(group.Key, name);
            }
        }
    }

    private string? NewOneOf(string? locked)
        => locked is null ? null : _oneOfs.TryGetValue(locked, out string? name) ? name : locked + " (gone)";

    private List<FieldPair> Pair()
    {
        var locked = (_locked?.Fields ?? default).ToList();
        var same = new Dictionary<SchemaField, SchemaField>();
        foreach (var field in _wanted.Fields)
        {
            Take(field, other => other.Name == field.Name);
        }

        var reserved = new HashSet<string>(_locked?.ReservedNames ?? default, StringComparer.Ordinal);
        foreach (var field in _wanted.Fields.Where(field => !same.ContainsKey(field) && !reserved.Contains(field.Name)))
        {
            Take(field, other => IsAlike(other, field));
        }

        return
        [
            .. _wanted.Fields.Select(field => new FieldPair(same.TryGetValue(field, out var other) ? other : null, field)),
            .. locked.Select(static field => new FieldPair(field, null)),
        ];

        void Take(SchemaField field, Predicate<SchemaField> isSame)
        {
            int index = locked.FindIndex(isSame);
            if (index >= 0 && !same.ContainsKey(field))
            {
                same.Add(field, locked[index]);
                locked.RemoveAt(index);
            }
        }
    }

    private bool IsAlike(SchemaField locked, SchemaField wanted)
        => locked.Label == wanted.Label && locked.KeyType == wanted.KeyType
            && _types.NewType(locked.Type) == wanted.Type && IsInSameOneOf(locked, wanted);
}
