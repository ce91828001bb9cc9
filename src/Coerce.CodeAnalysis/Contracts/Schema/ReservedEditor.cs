namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Changes what a message or an enum reserves, in the statements that are there.</summary>
internal sealed class ReservedEditor(ProtoLayout layout, ProtoNode node)
{
    private readonly List<int> _numbers = [];
    private readonly List<string> _names = [];

    public void AddNumber(int number)
    {
        if (!_numbers.Contains(number))
        {
            _numbers.Add(number);
        }
    }

    public void AddName(string name)
    {
        if (!_names.Contains(name))
        {
            _names.Add(name);
        }
    }

    /// <summary>Writes the statements. Numbers and names that are in use are taken out.</summary>
    /// <returns>The statements that are new.</returns>
    public IReadOnlyList<string> Write(ICollection<int> usedNumbers, ICollection<string> usedNames)
    {
        var fresh = new List<string>();
        var numbers = _numbers.Where(number => !usedNumbers.Contains(number)).OrderBy(static number => number)
            .Select(static number => new NumberRange(number, number)).ToList();
        var ranges = numbers.Select(ProtoWriter.Range).ToList();
        if (!Edit(ProtoNodeKind.ReservedNumbers, one => Without(one.Numbers, usedNumbers), ranges) && numbers.Count > 0)
        {
            fresh.Add(ProtoWriter.ReservedNumbers(numbers));
        }

        var names = _names.Where(name => !usedNames.Contains(name)).ToList();
        var quoted = names.Select(static name => $"\"{name}\"").ToList();
        if (!Edit(ProtoNodeKind.ReservedNames, one => usedNames.Contains(one.Name!) ? "" : null, quoted) && names.Count > 0)
        {
            fresh.Add(ProtoWriter.ReservedNames(names));
        }

        return fresh;
    }

    // Null for a range that stays as it is, nothing for one that goes.
    private static string? Without(NumberRange range, ICollection<int> used)
    {
        var left = new List<NumberRange>();
        long start = range.Start;
        foreach (int number in used.Where(range.Contains).Distinct().OrderBy(static number => number))
        {
            if (number > start)
            {
                left.Add(new NumberRange((int)start, number - 1));
            }

            start = number + 1L;
        }

        if (start == range.Start)
        {
            return null;
        }

        if (start <= range.End)
        {
            left.Add(new NumberRange((int)start, range.End));
        }

        return string.Join(", ", left.Select(ProtoWriter.Range));
    }

    // What is new goes into the first statement of the kind that stays. False when none does.
    private bool Edit(ProtoNodeKind kind, Func<ProtoReserved, string?> change, List<string> added)
    {
        bool isAdded = false;
        foreach (var statement in node.Of(kind))
        {
            var changes = statement.Reserved.Select(change).ToList();
            if (changes.All(static one => one == ""))
            {
                layout.Delete(statement);
            }
            else
            {
                Edit(statement.Reserved, changes, isAdded ? [] : added);
                isAdded = true;
            }
        }

        return isAdded;
    }

    private void Edit(List<ProtoReserved> items, List<string?> changes, List<string> added)
    {
        int kept = changes.FindIndex(static one => one != "");
        for (int i = 0; i < items.Count; i++)
        {
            if (changes[i] == "")
            {
                // With the comma to the next one that stays, or from the one before.
                var range = i < kept
                    ? new TextRange(items[i].Range.Start, items[i + 1].Range.Start)
                    : new TextRange(items[i - 1].Range.End, items[i].Range.End);
                layout.Replace(range, "");
            }
            else if (changes[i] is { } text)
            {
                layout.Replace(items[i].Range, text);
            }
        }

        int end = items[items.Count - 1].Range.End;
        layout.Replace(new TextRange(end, end), string.Concat(added.Select(static text => ", " + text)));
    }
}
