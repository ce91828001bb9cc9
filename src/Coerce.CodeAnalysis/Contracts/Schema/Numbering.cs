namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Gives fields their numbers.</summary>
internal static class Numbering
{
    /// <summary>
    /// What is wanted, with numbers: those of the file for the fields that it has, the next free ones for others, in order of declaration.
    /// A field keeps its number when it is renamed.
    /// </summary>
    /// <param name="locked">What the file declares, or null where there is no file.</param>
    /// <param name="wanted">What C# declares.</param>
    public static Schema Assign(Schema? locked, Schema wanted)
    {
        var pairs = new SchemaPairs(locked, WantedSchema.Complete(wanted));
        return wanted with
        {
            Messages = wanted.Messages.Select(message =>
            {
                var before = pairs.LockedOf(message.Name) is { } name ? pairs.Locked.Message(name) : null;
                return Number(before, message, new FieldPairs(pairs, before, message), static _ => true);
            }).ToEquatableArray(),
        };
    }

    /// <param name="locked">The message in the file.</param>
    /// <param name="wanted">The same in C#.</param>
    /// <param name="fields">The fields of both.</param>
    /// <param name="keeps">Whether a field that the file has keeps its number.</param>
    public static SchemaMessage Number(SchemaMessage? locked, SchemaMessage wanted, FieldPairs fields, Func<FieldPair, bool> keeps)
    {
        using var free = NumberSet.OfFields(locked).Free().GetEnumerator();
        return wanted with
        {
            Fields = fields.All.Where(static pair => pair.Wanted is not null).Select(pair => pair.Wanted! with
            {
                Number = pair.Locked is not null && keeps(pair) ? pair.Locked.Number : free.MoveNext() ? free.Current : 0,
            }).ToEquatableArray(),
        };
    }
}
