using Microsoft.CodeAnalysis.CSharp;

namespace Coerce.Generators.Model;

/// <summary>Names as identifiers of C#.</summary>
internal static class Identifiers
{
    // Of the words that are keywords in some places only, those that mean something else where types, parameters or
    // members are named. "from" and "set" read better as they are.
    private static readonly HashSet<string> Contextual = new(StringComparer.Ordinal)
    {
        "allows", "async", "await", "dynamic", "extension", "field", "file", "nameof", "nint", "notnull", "nuint", "partial",
        "record", "required", "scoped", "unmanaged", "var", "when", "where", "with", "yield",
    };

    /// <summary><c>@class</c> for <c>class</c>; other names as they are.</summary>
    internal static string Escape(string name)
        => SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || Contextual.Contains(name) ? "@" + name : name;

    /// <summary><c>.Messages.@class</c> for <c>.Messages.class</c>.</summary>
    internal static string EscapePath(string path) => string.Join(".", path.Split('.').Select(Escape));

    /// <summary>The first of a name, name1, name2 and so on that is not taken.</summary>
    internal static string Unique(string name, ICollection<string> taken)
    {
        string unique = name;
        for (int number = 1; taken.Contains(unique); number++)
        {
            unique = name + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return unique;
    }
}
