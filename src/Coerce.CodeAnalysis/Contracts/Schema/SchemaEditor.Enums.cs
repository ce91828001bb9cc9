namespace Coerce.CodeAnalysis.Contracts;

internal sealed partial class SchemaEditor
{
    private void EditEnum(ProtoNode node, SchemaEnum locked, SchemaEnum wanted)
    {
        var nodes = node.Of(ProtoNodeKind.EnumValue).ToDictionary(static value => value.Name, StringComparer.Ordinal);
        var reserved = new ReservedEditor(_layout, node);
        var pairs = new EnumPairs(locked, wanted).All;
        string? first = FirstToMove(locked, pairs);
        List<string> front = [], added = [];
        foreach (var (before, now) in pairs)
        {
            if (before is not { } old)
            {
                (now!.Value.Name == first ? front : added).AddRange(_writer.Value(wanted.Name, now.Value));
                continue;
            }

            reserved.AddNumber(old.Number);
            if (now is not { } value)
            {
                reserved.AddName(old.Name);
                _layout.Delete(nodes[old.Name]);
            }
            else if (value.Name == first)
            {
                _layout.Delete(nodes[old.Name]);
                front.AddRange(_layout.Moved(nodes[old.Name], $"{value.Name} = {ProtoWriter.Number(value.Number)}"));
            }
            else
            {
                _layout.Replace(nodes[old.Name].NameRange, value.Name);
                if (value.Number != old.Number)
                {
                    _layout.Replace(nodes[old.Name].NumberRange, ProtoWriter.Number(value.Number));
                }
            }
        }

        var fresh = reserved.Write(
            new HashSet<int>(wanted.Values.Select(static value => value.Number)), new HashSet<string>(wanted.Values.Select(static value => value.Name)));
        _layout.Prepend(node, [.. fresh, .. AliasOption(node, wanted), .. front]);
        _layout.Append(node, added);
    }

    // The first value must be the one with the number 0. Which of C# goes to the front, if none stands there.
    private static string? FirstToMove(SchemaEnum locked, IReadOnlyList<(SchemaEnumValue? Locked, SchemaEnumValue? Wanted)> pairs)
    {
        foreach (var value in locked.Values)
        {
            if (pairs.First(pair => pair.Locked == value).Wanted is { } stays)
            {
                if (stays.Number == 0)
                {
                    return null;
                }

                break;
            }
        }

        return pairs[0].Wanted!.Value.Name;
    }

    private IEnumerable<string> AliasOption(ProtoNode node, SchemaEnum wanted)
    {
        bool isNeeded = ProtoWriter.HasAliases(wanted), isThere = SchemaChecks.AllowsAlias(node);
        foreach (var option in node.Of(ProtoNodeKind.Option).Where(option => option.Name == "allow_alias" && isNeeded != isThere))
        {
            _layout.Delete(option);
        }

        return isNeeded && !isThere ? ["option allow_alias = true;"] : [];
    }
}
