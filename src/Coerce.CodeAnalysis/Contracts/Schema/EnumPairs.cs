namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Which value of an enum in the file is which of C#: the one of that name, or else one of that number.</summary>
internal sealed class EnumPairs
{
    public EnumPairs(SchemaEnum locked, SchemaEnum wanted)
    {
        var left = locked.Values.ToList();
        var same = new Dictionary<string, SchemaEnumValue>(StringComparer.Ordinal);
        foreach (var value in wanted.Values)
        {
            Take(value, other => other.Name == value.Name);
        }

        foreach (var value in wanted.Values.Where(value => !same.ContainsKey(value.Name) && !locked.ReservedNames.Contains(value.Name)))
        {
            Take(value, other => other.Number == value.Number);
        }

        All =
        [
            .. wanted.Values.Select(value => (same.TryGetValue(value.Name, out var other) ? other : (SchemaEnumValue?)null, (SchemaEnumValue?)value)),
            .. left.Select(static value => ((SchemaEnumValue?)value, (SchemaEnumValue?)null)),
        ];

        void Take(SchemaEnumValue value, Predicate<SchemaEnumValue> isSame)
        {
            int index = left.FindIndex(isSame);
            if (index >= 0 && !same.ContainsKey(value.Name))
            {
                same.Add(value.Name, left[index]);
                left.RemoveAt(index);
            }
        }
    }

    /// <summary>Those of C# in its order, then those that are left in the file.</summary>
    public IReadOnlyList<(SchemaEnumValue? Locked, SchemaEnumValue? Wanted)> All { get; }
}
