namespace Coerce.CodeAnalysis.Contracts;

/// <summary>
/// Doc comments of what is wanted, by path: <c>Order</c>, <c>Order.quantity</c>, <c>Color.COLOR_RED</c>, <c>AccountActor.Deposit</c>.
/// Beside the schema and not in it, so that an edit of a comment is no change of a contract.
/// </summary>
internal sealed class SchemaComments
{
    public static readonly SchemaComments None = new();

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>The comment of a declaration, or of a member of one.</summary>
    public void Add(string path, string text) => _texts[path] = text;

    /// <summary>The lines of a comment, each with its slashes.</summary>
    public IEnumerable<string> Lines(string path) => _texts.TryGetValue(path, out var text) ? Lines(text, "//") : [];

    public static IEnumerable<string> Lines(string text, string slashes)
    {
        var lines = text.Replace("\r\n", "\n").Split('\n', '\r').Select(Clean).ToList();
        while (lines.Count > 0 && lines[lines.Count - 1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        return lines.SkipWhile(static line => line.Length == 0).Select(line => line.Length == 0 ? slashes : slashes + " " + line);
    }

    private static string Clean(string line)
        => new string(line.Select(static character => char.IsControl(character) ? ' ' : character).ToArray()).TrimEnd();
}
