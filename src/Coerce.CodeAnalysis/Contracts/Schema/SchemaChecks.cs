namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Names and numbers that stand in a file twice, or that are reserved.</summary>
internal sealed class SchemaChecks(Func<int, string, bool> report)
{
    /// <summary>The declarations of a file or a message. The values of an enum stand beside it, not in it.</summary>
    public void CheckScope(ProtoNode scope)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in scope.Members.Where(static member => member.NameRange.End > 0 && member.Kind != ProtoNodeKind.Package))
        {
            CheckName(member, names);
            foreach (var inner in member.Members.Where(inner => inner.Kind == Inside(member.Kind)))
            {
                CheckName(inner, names);
            }

            if (member.Kind == ProtoNodeKind.Message)
            {
                CheckScope(member);
                CheckNumbers(member, member.Fields);
            }
            else if (member.Kind == ProtoNodeKind.Enum)
            {
                CheckEnum(member);
            }
            else if (member.Kind == ProtoNodeKind.Service)
            {
                CheckMethods(member);
            }
        }
    }

    private static ProtoNodeKind? Inside(ProtoNodeKind kind) => kind switch
    {
        ProtoNodeKind.OneOf => ProtoNodeKind.Field,
        ProtoNodeKind.Enum => ProtoNodeKind.EnumValue,
        _ => null,
    };

    private void CheckName(ProtoNode node, HashSet<string> names)
    {
        if (!names.Add(node.Name))
        {
            report(node.NameRange.Start, $"{node.Name} is declared twice here: give one of the two another name.");
        }
    }

    private void CheckMethods(ProtoNode service)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var method in service.Of(ProtoNodeKind.Method))
        {
            CheckName(method, names);
        }
    }

    private void CheckEnum(ProtoNode node)
    {
        if (node.Of(ProtoNodeKind.EnumValue).FirstOrDefault() is { Number: not 0 } first)
        {
            report(first.NumberRange.Start, $"The first value of an enum is its default and has the number 0: move that one in front of {first.Name}.");
        }

        CheckNumbers(node, node.Of(ProtoNodeKind.EnumValue), AllowsAlias(node));
        if (AllowsAlias(node) && node.Of(ProtoNodeKind.EnumValue).GroupBy(static value => value.Number).All(static group => group.Count() == 1))
        {
            report(node.NameRange.Start, $"{node.Name} allows two names for a number, but has none: remove option allow_alias.");
        }
    }

    public static bool AllowsAlias(ProtoNode node)
        => node.Of(ProtoNodeKind.Option).Any(static option => option is { Name: "allow_alias", Number: 1 });

    private void CheckNumbers(ProtoNode node, IEnumerable<ProtoNode> members, bool mayRepeat = false)
    {
        var ranges = node.Of(ProtoNodeKind.ReservedNumbers).SelectMany(static one => one.Reserved).ToList();
        var reserved = new NumberSet(ranges.Select(static range => range.Numbers));
        if (reserved.Overlaps)
        {
            report(ranges[0].Range.Start, $"{node.Name} reserves a number twice: write each once.");
        }

        var names = node.Of(ProtoNodeKind.ReservedNames).SelectMany(static one => one.Reserved).ToLookup(static one => one.Name);
        var numbers = new Dictionary<int, string>();
        foreach (var member in members)
        {
            if (names.Contains(member.Name))
            {
                report(member.NameRange.Start, $"The name {member.Name} is reserved: give it another, or take \"{member.Name}\" out of what is reserved.");
            }

            if (reserved.Contains(member.Number))
            {
                report(member.NumberRange.Start, $"The number {member.Number} is reserved: give {member.Name} another.");
            }

            if (!numbers.ContainsKey(member.Number))
            {
                numbers.Add(member.Number, member.Name);
            }
            else if (!mayRepeat)
            {
                report(member.NumberRange.Start, $"The number {member.Number} is that of {numbers[member.Number]}: give {member.Name} another"
                    + (node.Kind == ProtoNodeKind.Enum ? ", or write option allow_alias = true;" : "."));
            }
        }
    }
}
