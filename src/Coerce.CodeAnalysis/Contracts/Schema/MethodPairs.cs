namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Which method of a service in the file is which of C#: the one of that name, or else the one that takes the same message.</summary>
internal sealed class MethodPairs
{
    public MethodPairs(SchemaPairs types, SchemaService locked, SchemaService wanted)
    {
        var left = locked.Methods.ToList();
        var same = new Dictionary<string, SchemaMethod>(StringComparer.Ordinal);
        foreach (var method in wanted.Methods)
        {
            Take(method, other => other.Name == method.Name);
        }

        foreach (var method in wanted.Methods.Where(method => !same.ContainsKey(method.Name)))
        {
            Take(method, other => types.NewType(other.Input) == method.Input);
        }

        All =
        [
            .. wanted.Methods.Select(method => (same.TryGetValue(method.Name, out var other) ? other : null, (SchemaMethod?)method)),
            .. left.Select(static method => ((SchemaMethod?)method, (SchemaMethod?)null)),
        ];

        void Take(SchemaMethod method, Predicate<SchemaMethod> isSame)
        {
            int index = left.FindIndex(isSame);
            if (index >= 0 && !same.ContainsKey(method.Name))
            {
                same.Add(method.Name, left[index]);
                left.RemoveAt(index);
            }
        }
    }

    /// <summary>Those of C# in its order, then those that are left in the file.</summary>
    public IReadOnlyList<(SchemaMethod? Locked, SchemaMethod? Wanted)> All { get; }
}
