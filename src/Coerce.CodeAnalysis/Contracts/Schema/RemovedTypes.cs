namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Which types of a file go, as C# has them no more.</summary>
internal static class RemovedTypes
{
    public static HashSet<string> Of(SchemaPairs pairs)
    {
        var locked = pairs.Locked;
        var unpaired = new HashSet<string>(locked.Names.Where(name => pairs.WantedOf(name) is null), StringComparer.Ordinal);

        // What actors sent, and what is nested in it.
        var left = Reach(
            locked.ReferencesOfServices().Concat(locked.Names.Where(name => !unpaired.Contains(name))),
            name => locked.ReferencesOf(name).Concat(unpaired.Contains(name) ? locked.NestedIn(name) : []));
        left.IntersectWith(unpaired);

        // What somebody's own messages need stays, and so does what these are nested in.
        left.ExceptWith(Reach(
            unpaired.Where(name => !left.Contains(name)),
            name => locked.ReferencesOf(name).Append(TypeNames.Outer(name)).Where(unpaired.Contains)));

        // Unless C# needs the name.
        var services = new HashSet<string>(pairs.Wanted.Schema.Services.Select(static service => service.Name), StringComparer.Ordinal);
        left.UnionWith(Reach(
            unpaired.Where(name => pairs.Wanted.Declares(pairs.NewName(name)) || services.Contains(name)), locked.NestedIn));
        return left;
    }

    private static HashSet<string> Reach(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(from);
        while (open.Count > 0)
        {
            string name = open.Pop();
            if (reached.Add(name))
            {
                foreach (string other in next(name))
                {
                    open.Push(other);
                }
            }
        }

        return reached;
    }
}
