namespace Coerce.CodeAnalysis.Contracts;

/// <summary>What C# declares, against what the file promised.</summary>
internal sealed partial class SchemaComparison
{
    private readonly ProtoFile _file;
    private readonly SchemaPairs _pairs;
    private readonly List<SchemaChange> _changes = [];

    private SchemaComparison(ProtoFile file, Schema wanted)
        => (_file, _pairs) = (file, new SchemaPairs(file.Schema, WantedSchema.Complete(wanted)));

    private Schema Locked => _pairs.Locked.Schema;

    private Schema Wanted => _pairs.Wanted.Schema;

    /// <summary>
    /// The differences: nothing when the file is up to date. Nothing either for a file with errors, which are to be mended first.
    /// </summary>
    public static IReadOnlyList<SchemaChange> Compare(ProtoFile locked, Schema wanted)
    {
        if (locked.Errors.Count > 0)
        {
            return [];
        }

        var comparison = new SchemaComparison(locked, wanted);
        comparison.CompareFile();
        comparison.CompareMessages();
        comparison.CompareEnums();
        comparison.CompareServices();
        return comparison._changes;
    }

    private void Breaking(SchemaChangeKind kind, string name, string? member, string old, string now, string effect, string? at = null)
        => _changes.Add(new SchemaChange(kind, true, name, member, old, now, _file.Find(at ?? name, member), effect));

    private void OutOfDate(SchemaChangeKind kind, string name, string? member, string old, string now, string effect, string? at = null)
        => _changes.Add(new SchemaChange(kind, false, name, member, old, now, _file.Find(at ?? name, member), effect));

    private void CompareFile()
    {
        if (Locked.Package != Wanted.Package)
        {
            _changes.Add(new SchemaChange(
                SchemaChangeKind.PackageChanged, true, "", null, Locked.Package, Wanted.Package, _file.PackagePosition,
                "Every name that travels begins with the package: an old peer knows none of these messages, and this program none of its."));
        }

        foreach (string import in Wanted.Imports.Except(Locked.Imports))
        {
            OutOfDate(SchemaChangeKind.ImportMissing, "", null, "", import, "Nothing travels differently.");
        }
    }

    private void CompareMessages()
    {
        var travels = new HashSet<string>(_pairs.Locked.ReferencesOfServices(), StringComparer.Ordinal);
        foreach (var message in Wanted.Messages)
        {
            if (_pairs.LockedOf(message.Name) is not { } before)
            {
                // What is nested in a scope is reported for itself.
                if (!message.IsScope || !_pairs.Wanted.NestedIn(message.Name).Any())
                {
                    OutOfDate(
                        SchemaChangeKind.MessageAdded, message.Name, null, "", message.Name,
                        "An old peer does not know the message, and refuses it with an error.");
                }

                continue;
            }

            if (_pairs.IsRenamed(before))
            {
                CompareName(SchemaChangeKind.MessageRenamed, before, message.Name, travels.Contains(before));
            }

            CompareFields(before, _pairs.Locked.Message(before)!, message);
        }

        foreach (string name in Locked.Messages.Select(static message => message.Name).Where(_pairs.Removed.Contains))
        {
            OutOfDate(SchemaChangeKind.MessageRemoved, name, null, name, "", "Nothing refers to it any more.");
        }
    }

    private void CompareName(SchemaChangeKind kind, string before, string now, bool travels)
    {
        if (travels)
        {
            Breaking(
                kind, now, null, before, now,
                "The name travels with each message: an old peer sends the old one, which nobody knows here, and does not know the new one.", before);
        }
        else
        {
            OutOfDate(
                kind, now, null, before, now,
                "The name does not travel, as it is sent within others only: an old peer reads the same.", before);
        }
    }

    private void CompareFields(string path, SchemaMessage locked, SchemaMessage wanted)
    {
        var fields = new FieldPairs(_pairs, locked, wanted);
        var reserved = new NumberSet(locked.ReservedNumbers);
        var numberless = Numbering.Number(locked, wanted, fields, static _ => true).Fields
            .Where(static field => field.Number == 0).ToLookup(static field => field.Name);
        foreach (var (before, now) in fields.All.Select(static pair => (pair.Locked, pair.Wanted)))
        {
            if (now is null)
            {
                CompareRemoved(path, wanted.Name, before!);
            }
            else if (before is null)
            {
                CompareAdded(path, locked, now, reserved, numberless.Contains(now.Name));
            }
            else if (FieldDifference.Of(_pairs, fields, before, now) is { } difference)
            {
                _changes.Add(new SchemaChange(
                    difference.Kind, difference.IsBreaking, wanted.Name, now.Name, difference.Old, difference.New,
                    _file.Find(path, before.Name), difference.Effect));
            }
            else if (now.Number != 0 && now.Number != before.Number)
            {
                _changes.Add(new SchemaChange(
                    SchemaChangeKind.NumberChanged, true, wanted.Name, now.Name, ProtoWriter.Number(before.Number), ProtoWriter.Number(now.Number),
                    _file.Find(path, before.Name),
                    $"An old peer sends and expects it as {before.Number}: each side skips what the other sends."));
            }
            else if (now.Name != before.Name && !IsNamedAfterType(before, now))
            {
                _changes.Add(new SchemaChange(
                    SchemaChangeKind.FieldRenamed, false, wanted.Name, now.Name, before.Name, now.Name, _file.Find(path, before.Name),
                    $"The number {before.Number} stays, and the name does not travel: an old peer reads it as {before.Name}."));
            }
        }

        foreach (var oneOf in fields.OneOfs.Where(static pair => pair.Key != pair.Value))
        {
            OutOfDate(SchemaChangeKind.OneOfRenamed, wanted.Name, null, oneOf.Key, oneOf.Value, "The name of a oneof does not travel: an old peer reads the same.", path);
        }
    }

    // A case that is called after its message is renamed with it, and that is reported once.
    private bool IsNamedAfterType(SchemaField before, SchemaField now)
        => _pairs.Locked.Local(before.Type) is { } type && _pairs.IsRenamed(type) && before.OneOf is not null && now.OneOf is not null;

    private void CompareRemoved(string path, string message, SchemaField before)
    {
        bool isCase = before.OneOf is not null;
        _changes.Add(new SchemaChange(
            isCase ? SchemaChangeKind.CaseRemoved : SchemaChangeKind.FieldRemoved, isCase, message, before.Name, FieldDifference.Text(before), "",
            _file.Find(path, before.Name),
            isCase ? $"An old peer may still send this case of {before.OneOf}: nothing is left of it here, and the message is refused."
                : "An old peer reads the default; what it sends is skipped here. The number and the name are reserved."));
    }

    private void CompareAdded(string path, SchemaMessage locked, SchemaField now, NumberSet reserved, bool isFull)
    {
        bool isName = locked.ReservedNames.Contains(now.Name);
        bool isNumber = isFull || (now.Number != 0 && (reserved.Contains(now.Number) || locked.Fields.Any(field => field.Number == now.Number)));
        bool isCase = now.OneOf is not null;
        _changes.Add(new SchemaChange(
            isName ? SchemaChangeKind.NameReused : isNumber ? SchemaChangeKind.NumberReused : isCase ? SchemaChangeKind.CaseAdded : SchemaChangeKind.FieldAdded,
            isName || isNumber, _pairs.WantedOf(path)!, now.Name, isName || isNumber ? "reserved" : "", FieldDifference.Text(now), _file.Find(path),
            isName ? $"The name was another field's: an old peer that goes by names, as JSON does, reads that one."
                : isFull ? "No number is left for it: all of them are in use or reserved."
                : isNumber ? $"The number {now.Number} was another field's: an old peer reads that one."
                : isCase ? "An old peer does not know the case: it refuses the message with an error that names its type."
                : "An old peer skips it; here the default is read from what that peer sends."));
    }
}
