namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Which type of the file is which of C#. Numbers, comparison and update all go by this, so that they agree.</summary>
internal sealed class SchemaPairs
{
    private readonly Dictionary<string, string> _wantedOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _lockedOf = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used;

    /// <param name="locked">What the file declares.</param>
    /// <param name="wanted">What C# declares, complete.</param>
    public SchemaPairs(Schema? locked, Schema wanted)
    {
        Locked = new SchemaIndex(locked ?? Schema.Empty with { Package = wanted.Package });
        Wanted = new SchemaIndex(wanted);
        _used = new HashSet<string>(
            Locked.ReferencesOfServices().Concat(Locked.Names.SelectMany(name => Locked.ReferencesOf(name).Where(other => other != name))),
            StringComparer.Ordinal);
        PairScope("", "");
        Removed = RemovedTypes.Of(this);
    }

    public SchemaIndex Locked { get; }

    public SchemaIndex Wanted { get; }

    /// <summary>Types of the file that go with what referred to them. What nothing of Coerce refers to is somebody's own, and stays.</summary>
    public HashSet<string> Removed { get; }

    public string? WantedOf(string lockedName) => _wantedOf.TryGetValue(lockedName, out string? name) ? name : null;

    public string? LockedOf(string wantedName) => _lockedOf.TryGetValue(wantedName, out string? name) ? name : null;

    /// <summary>What a type of the file is called from now on.</summary>
    public string NewName(string lockedName)
    {
        if (WantedOf(lockedName) is { } name)
        {
            return name;
        }

        string outer = TypeNames.Outer(lockedName);
        return outer.Length == 0 ? lockedName : NewName(outer) + lockedName.Substring(outer.Length);
    }

    /// <summary>The full name of a type of the file from now on.</summary>
    public string NewType(string lockedType)
        => Locked.Local(lockedType) is { } name ? Wanted.Schema.Full(NewName(name)) : lockedType;

    /// <summary>Whether the type has another name within its scope.</summary>
    public bool IsRenamed(string lockedName) => WantedOf(lockedName) is { } name && Simple(name) != Simple(lockedName);

    public static string Simple(string name) => name.Substring(name.LastIndexOf('.') + 1);

    private void PairScope(string lockedScope, string wantedScope)
    {
        var locked = Locked.NestedIn(lockedScope).ToList();
        var wanted = Wanted.NestedIn(wantedScope).ToDictionary(Simple, StringComparer.Ordinal);
        foreach (string name in locked.Where(name => wanted.TryGetValue(Simple(name), out string? same) && IsSameKind(name, same)).ToList())
        {
            Pair(name, wanted[Simple(name)]);
            locked.Remove(name);
            wanted.Remove(Simple(name));
        }

        var renamed = locked.Where(_used.Contains).ToList();
        foreach (string name in renamed)
        {
            var fits = wanted.Values.Where(other => HasSameShape(name, other)).ToList();
            if (fits.Count == 1 && renamed.Count(other => HasSameShape(other, fits[0])) == 1)
            {
                Pair(name, fits[0]);
            }
        }

        foreach (string name in Locked.NestedIn(lockedScope).Where(_wantedOf.ContainsKey))
        {
            PairScope(name, _wantedOf[name]);
        }
    }

    private void Pair(string locked, string wanted)
    {
        _wantedOf.Add(locked, wanted);
        _lockedOf.Add(wanted, locked);
    }

    private bool IsSameKind(string locked, string wanted) => Locked.Message(locked) is null == Wanted.Message(wanted) is null;

    // One that is gone and one that is new are the same, renamed, when all members are. Nothing can be told of those without members.
    private bool HasSameShape(string locked, string wanted)
        => (Locked.Message(locked), Wanted.Message(wanted)) is ({ } before, { } after) ? HasSameFields(before, after)
            : (Locked.Enum(locked), Wanted.Enum(wanted)) is ({ } old, { } now) && HasSameValues(old, now);

    private bool HasSameFields(SchemaMessage before, SchemaMessage after)
        => before.Fields.Count > 0 && before.Fields.Count == after.Fields.Count
            && before.Fields.All(field => after.Fields.Any(other => other.Name == field.Name && other.Label == field.Label
                && other.KeyType == field.KeyType && other.OneOf == field.OneOf && MayBeSame(field.Type, other.Type)));

    private bool MayBeSame(string locked, string wanted)
        => (Locked.Local(locked), Wanted.Local(wanted)) is ({ } before, { } after)
            ? before == after || (!Wanted.Declares(before) && !Locked.Declares(after))
            : locked == wanted;

    private static bool HasSameValues(SchemaEnum before, SchemaEnum after)
        => before.Values.Count > 1 && new HashSet<string>(before.Values.Select(value => Suffix(before, value)))
            .SetEquals(after.Values.Select(value => Suffix(after, value)));

    private static string Suffix(SchemaEnum declared, SchemaEnumValue value)
        => (value.Name.StartsWith(ProtoNames.EnumPrefix(declared.Name), StringComparison.Ordinal)
            ? value.Name.Substring(ProtoNames.EnumPrefix(declared.Name).Length)
            : value.Name) + "=" + value.Number;
}
