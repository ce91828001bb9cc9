using System.Globalization;

namespace Coerce.CodeAnalysis.Contracts;

internal sealed partial class SchemaComparison
{
    private void CompareEnums()
    {
        foreach (var wanted in Wanted.Enums)
        {
            if (_pairs.LockedOf(wanted.Name) is not { } before)
            {
                OutOfDate(SchemaChangeKind.EnumAdded, wanted.Name, null, "", wanted.Name, "An old peer knows no field that has it.");
            }
            else
            {
                if (_pairs.IsRenamed(before))
                {
                    CompareName(SchemaChangeKind.EnumRenamed, before, wanted.Name, travels: false);
                }

                CompareValues(before, _pairs.Locked.Enum(before)!, wanted, isRenamed: _pairs.IsRenamed(before));
            }
        }

        foreach (string name in Locked.Enums.Select(static one => one.Name).Where(_pairs.Removed.Contains))
        {
            OutOfDate(SchemaChangeKind.EnumRemoved, name, null, name, "", "Nothing refers to it any more.");
        }
    }

    private void CompareValues(string path, SchemaEnum locked, SchemaEnum wanted, bool isRenamed)
    {
        var values = new EnumPairs(locked, wanted);
        var reserved = new NumberSet(locked.ReservedNumbers);
        foreach (var (before, now) in values.All)
        {
            if (now is null)
            {
                bool isKept = wanted.Values.Any(value => value.Number == before!.Value.Number);
                Value(SchemaChangeKind.EnumValueRemoved, !isKept, before!.Value.Name, Number(before.Value), "", isKept
                    ? "The number stays, under another name: an old peer reads the same."
                    : $"An old peer may still send {Number(before.Value)}, which has no name here; no new value may have that number.");
            }
            else if (before is null)
            {
                bool isNumber = reserved.Contains(now.Value.Number);
                bool isName = locked.ReservedNames.Contains(now.Value.Name);
                Value(
                    isNumber ? SchemaChangeKind.NumberReused : isName ? SchemaChangeKind.NameReused : SchemaChangeKind.EnumValueAdded, isNumber || isName,
                    now.Value.Name, isNumber || isName ? "reserved" : "", Number(now.Value),
                    isNumber ? $"The number {Number(now.Value)} was another value's: an old peer reads that one."
                        : isName ? "The name was another value's: an old peer that goes by names, as JSON does, reads that one."
                        : $"An old peer has no name for it, and keeps the number {Number(now.Value)}.");
            }
            else if (before.Value.Number != now.Value.Number)
            {
                var other = locked.Values.FirstOrDefault(value => value.Number == now.Value.Number);
                Value(
                    SchemaChangeKind.EnumNumberChanged, true, before.Value.Name, Number(before.Value), Number(now.Value),
                    other.Name is null ? $"An old peer has no name for {Number(now.Value)}; what it sends as {Number(before.Value)} means something else here."
                        : $"An old peer reads {Number(now.Value)} as {other.Name}.");
            }
            else if (before.Value.Name != now.Value.Name && !isRenamed)
            {
                Value(
                    SchemaChangeKind.EnumValueRenamed, false, now.Value.Name, before.Value.Name, now.Value.Name,
                    $"The number {Number(now.Value)} stays, and the name does not travel: an old peer reads it as {before.Value.Name}.", before.Value.Name);
            }
        }

        void Value(SchemaChangeKind kind, bool isBreaking, string member, string old, string now, string effect, string? at = null)
            => _changes.Add(new SchemaChange(kind, isBreaking, wanted.Name, member, old, now, _file.Find(path, at ?? member), effect));
    }

    private static string Number(SchemaEnumValue value) => value.Number.ToString(CultureInfo.InvariantCulture);
}
