using Coerce.CodeAnalysis;

namespace Coerce.Generators.Model;

/// <summary>A type that this generator writes and that user code can name.</summary>
/// <param name="Key">Its full name, with arities: <c>Bank.Box`1.ItemRef</c>.</param>
/// <param name="Reach">Where it can be named.</param>
/// <param name="IsDisplaceable">It stands where the ref of another actor may belong, and gives way to it.</param>
internal sealed record GeneratedType(string Key, Reach Reach, bool IsDisplaceable = false);

/// <summary>All generated types of the program: what the names in signatures are looked up in.</summary>
/// <param name="Types">In ordinal order of their keys.</param>
/// <param name="Twins">The names of generated files that differ from that of another in case alone, in ordinal order.</param>
/// <param name="Displaced">Those of them whose ref has given way to another.</param>
internal sealed record GeneratedTypes(
    EquatableArray<GeneratedType> Types, EquatableArray<string> Twins, EquatableArray<string> Displaced)
{
    internal static GeneratedTypes From(IEnumerable<ActorIdentity> actors)
    {
        // Not Distinct: two actors of one name cannot compile, and must not make a third one ambiguous.
        var types = new SortedDictionary<string, GeneratedType>(StringComparer.Ordinal);
        var hintNames = new SortedSet<string>(StringComparer.Ordinal);
        var displaceable = new SortedDictionary<string, GeneratedType>(StringComparer.Ordinal);
        foreach (ActorIdentity actor in actors)
        {
            hintNames.Add(actor.HintName);
            foreach (GeneratedType type in actor.GeneratedTypes)
            {
                if (type.IsDisplaceable) displaceable[actor.HintName] = type;
                else types[type.Key] = type;
            }
        }

        var displaced = new List<string>();
        foreach (KeyValuePair<string, GeneratedType> entry in displaceable)
        {
            if (types.ContainsKey(entry.Value.Key)) displaced.Add(entry.Key);
            else types.Add(entry.Value.Key, entry.Value);
        }

        IEnumerable<string> twins = hintNames
            .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Where(names => names.Skip(1).Any())
            .SelectMany(names => names)
            .OrderBy(name => name, StringComparer.Ordinal);

        return new GeneratedTypes(types.Values.ToEquatableArray(), twins.ToEquatableArray(), displaced.ToEquatableArray());
    }

    /// <summary>Whether the ref of the actor has given way to that of another.</summary>
    internal bool IsDisplaced(string hintName) => Displaced.Contains(hintName);

    internal GeneratedType? Find(string key)
    {
        int low = 0;
        int high = Types.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = string.CompareOrdinal(Types[middle].Key, key);
            if (order == 0) return Types[middle];

            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    /// <summary>The hint name, made unique: the compiler refuses two that differ in case alone.</summary>
    internal string UniqueHintName(string hintName)
    {
        int number = 1 + Twins.Count(other =>
            string.CompareOrdinal(other, hintName) < 0 && string.Equals(other, hintName, StringComparison.OrdinalIgnoreCase));

        return number == 1 ? hintName : $"{hintName}({number})";
    }
}
