using System.Globalization;
using System.Text;

namespace Coerce.CodeAnalysis.Contracts;

/// <summary>What things of C# are called in a proto file. The same name gives the same one in every build and on every machine.</summary>
internal static class ProtoNames
{
    // Words that begin a statement or name a scalar: a type of that name could not be referred to.
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "syntax", "edition", "package", "import", "option", "message", "enum", "service", "extend", "extensions", "reserved", "oneof",
        "map", "group", "optional", "repeated", "required", "rpc", "returns", "stream", "to", "max", "true", "false", "inf", "nan",
        "public", "weak",
    };

    /// <summary>Whether a type may not have this name.</summary>
    public static bool IsReserved(string name) => Words.Contains(name) || ProtoLimits.IsScalar(name);

    public static bool IsIdentifier(string name)
        => name.Length > 0 && ProtoLexer.IsLetter(name[0]) && name.All(static character => ProtoLexer.IsLetter(character) || ProtoLexer.IsDigit(character));

    /// <summary>The name of a field: <c>HTTPStatus</c> is <c>http_status</c>.</summary>
    public static string Field(string name) => Snake(name);

    /// <summary>The name of a message, enum or service: that of C#, as far as protobuf has the letters and does not need the word.</summary>
    public static string Type(string name)
    {
        string legal = Legal(name);
        return IsReserved(legal) ? legal + "_" : legal;
    }

    /// <summary>The name of an enum's value: <c>InProgress</c> of <c>OrderState</c> is <c>ORDER_STATE_IN_PROGRESS</c>.</summary>
    public static string EnumValue(string enumName, string member) => EnumPrefix(enumName) + Snake(member).ToUpperInvariant();

    /// <summary>What the names of an enum's values begin with.</summary>
    public static string EnumPrefix(string enumName) => Snake(enumName.Substring(enumName.LastIndexOf('.') + 1)).ToUpperInvariant() + "_";

    /// <summary>The package of a namespace: <c>Bank.Core</c> is <c>bank.core</c>.</summary>
    public static string Package(string name) => name.Length == 0 ? "" : string.Join(".", name.Split('.').Select(Snake));

    /// <summary>What a field is called in protobuf's JSON.</summary>
    public static string Json(string field)
    {
        var name = new StringBuilder(field.Length);
        bool isFirst = false;
        foreach (char character in field)
        {
            if (character != '_')
            {
                name.Append(isFirst ? char.ToUpperInvariant(character) : character);
            }

            isFirst = character == '_';
        }

        return name.ToString();
    }

    /// <summary>The names of fields of one message, told apart by a number where two would be the same in protobuf or in its JSON.</summary>
    public static IReadOnlyList<string> Fields(IEnumerable<string> names)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var fields = new List<string>();
        foreach (string field in names.Select(Field))
        {
            string unique = field;
            for (int i = 2; !taken.Add(unique.Replace("_", "")); i++)
            {
                unique = field + "_" + i.ToString(CultureInfo.InvariantCulture);
            }

            fields.Add(unique);
        }

        return fields;
    }

    private static string Snake(string name)
    {
        string legal = Legal(name);
        var snake = new StringBuilder(legal.Length + 4);
        for (int i = 0; i < legal.Length; i++)
        {
            char character = legal[i];
            bool begins = IsUpper(character) && i > 0 && (!IsUpper(legal[i - 1]) || (i + 1 < legal.Length && IsLower(legal[i + 1])));
            if ((begins || character == '_') && snake.Length > 0 && snake[snake.Length - 1] != '_')
            {
                snake.Append('_');
            }

            if (character != '_')
            {
                snake.Append(char.ToLowerInvariant(character));
            }
        }

        string text = snake.ToString().TrimEnd('_');
        return text.Length == 0 ? "x" : ProtoLexer.IsDigit(text[0]) ? "x" + text : text;
    }

    private static bool IsUpper(char character) => character is >= 'A' and <= 'Z';

    private static bool IsLower(char character) => character is >= 'a' and <= 'z';

    // Letters without their marks, and, as that may make two names one, a short sum of what the name was.
    private static string Legal(string name)
    {
        if (IsIdentifier(name))
        {
            return name;
        }

        var legal = new StringBuilder(name.Length + 8);
        for (int i = 0; i < name.Length; i++)
        {
            bool isPair = char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]);
            int letter = isPair ? char.ConvertToUtf32(name[i], name[++i]) : name[i];
            string plain = letter < 0x80
                ? ProtoLexer.IsLetter((char)letter) || ProtoLexer.IsDigit((char)letter) ? ((char)letter).ToString() : "_"
                : LatinLetters.Plain(letter) ?? "_u" + letter.ToString("x4", CultureInfo.InvariantCulture) + "_";
            legal.Append(plain);
        }

        string text = legal.ToString().Trim('_');
        return (text.Length == 0 || ProtoLexer.IsDigit(text[0]) ? "x" + text : text) + "_x" + Sum(name);
    }

    private static string Sum(string name)
    {
        uint sum = 2166136261;
        foreach (char character in name)
        {
            sum = unchecked((sum ^ character) * 16777619);
        }

        return sum.ToString("x8", CultureInfo.InvariantCulture).Substring(2);
    }
}
