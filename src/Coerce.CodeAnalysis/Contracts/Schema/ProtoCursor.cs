using System.Globalization;
using System.Text;

namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Goes through the tokens of a proto file. What is not there as expected is reported once, and the statement given up.</summary>
internal sealed class ProtoCursor(string text)
{
    private const int MaxErrors = 50;

    private readonly List<ProtoError> _errors = [];
    private List<ProtoToken> _tokens = [];
    private int _index;

    public IReadOnlyList<ProtoError> Errors => _errors;

    public IReadOnlyList<TextRange> Comments { get; private set; } = [];

    public ProtoToken Current => _tokens[_index];

    public bool IsAtEnd => Current.Kind == ProtoTokenKind.End;

    /// <summary>Where the last token that was taken ends.</summary>
    public int LastEnd => _index == 0 ? 0 : _tokens[_index - 1].End;

    public int Index => _index;

    public void Read()
    {
        var lexer = new ProtoLexer(text, (position, message) => Report(position, message));
        lexer.Read();
        _tokens = lexer.Tokens;
        Comments = lexer.Comments;
    }

    /// <summary>Always false, so that a statement can end with it.</summary>
    public bool Report(int position, string message)
    {
        if (_errors.Count < MaxErrors)
        {
            var (line, column) = TextLines.Locate(text, position);
            _errors.Add(new ProtoError(line, column, message));
        }

        return false;
    }

    public bool Fail(string message) => Report(Current.Start, message);

    public ProtoToken Take() => IsAtEnd ? Current : _tokens[_index++];

    public bool Is(string symbol) => Current.Kind == ProtoTokenKind.Symbol && Current.Text == symbol;

    public bool IsWord(string word) => Current.Kind == ProtoTokenKind.Identifier && Current.Text == word;

    public bool IsBefore(string symbol) => !IsAtEnd && _tokens[_index + 1] is { Kind: ProtoTokenKind.Symbol } next && next.Text == symbol;

    public bool Accept(string symbol)
    {
        if (!Is(symbol))
        {
            return false;
        }

        _index++;
        return true;
    }

    public bool AcceptWord(string word)
    {
        if (!IsWord(word))
        {
            return false;
        }

        _index++;
        return true;
    }

    public bool Expect(string symbol, string where)
        => Accept(symbol) || Fail($"'{symbol}' is missing {where}: write it in front of {Describe(Current)}.");

    public bool ExpectName(string what, out ProtoToken name)
    {
        name = Current;
        return Current.Kind == ProtoTokenKind.Identifier
            ? Take() is { Kind: ProtoTokenKind.Identifier }
            : Fail($"{what} is missing: write it in place of {Describe(Current)}.");
    }

    /// <summary>A name with dots, and where it stands.</summary>
    public bool ExpectPath(string what, bool mayLead, out string path, out TextRange range)
    {
        int start = Current.Start;
        path = mayLead && Accept(".") ? "." : "";
        range = default;
        do
        {
            if (!ExpectName(what, out var part))
            {
                return false;
            }

            path += part.Text;
            if (path.Length > 1000)
            {
                return Fail($"{what} is longer than 1000 characters: shorten it.");
            }

            if (Is("."))
            {
                path += ".";
            }
        }
        while (Accept("."));
        range = new TextRange(start, LastEnd);
        return true;
    }

    /// <summary>A string, which may be written in parts.</summary>
    public bool ExpectString(string what, out string value, out TextRange range)
    {
        value = "";
        int start = Current.Start;
        range = default;
        if (Current.Kind != ProtoTokenKind.String)
        {
            return Fail($"{what} is missing: write it in quotes in place of {Describe(Current)}.");
        }

        var parts = new StringBuilder();
        while (Current.Kind == ProtoTokenKind.String)
        {
            parts.Append(Take().Text);
        }

        value = parts.ToString();
        range = new TextRange(start, LastEnd);
        return true;
    }

    /// <summary>A whole number within bounds, with a sign where one may stand.</summary>
    public bool ExpectInteger(string what, long min, long max, out int value, out TextRange range)
    {
        int start = Current.Start;
        bool isNegative = min < 0 && Accept("-");
        value = 0;
        range = default;
        if (Current.Kind != ProtoTokenKind.Integer || Parse(Current.Text) is not { } number)
        {
            return Fail($"{what} is missing: write a whole number in place of {Describe(Current)}.");
        }

        number = isNegative ? -number : number;
        if (number < min || number > max)
        {
            return Fail($"{what} must be from {Show(min)} to {Show(max)}: {Current.Text} is not.");
        }

        Take();
        value = (int)number;
        range = new TextRange(start, LastEnd);
        return true;
    }

    /// <summary>Skips what stands up to a symbol, whatever is in brackets before it.</summary>
    public bool SkipTo(string end, string where)
    {
        for (int depth = 0; !IsAtEnd; Take())
        {
            if (depth == 0 && Is(end))
            {
                return true;
            }

            if (depth == 0 && (Is("}") || Is("]")))
            {
                break;
            }

            depth += Is("{") || Is("[") ? 1 : Is("}") || Is("]") ? -1 : 0;
        }

        return Fail($"'{end}' is missing {where}: write it in front of {Describe(Current)}.");
    }

    /// <summary>Skips the rest of a statement that is wrong: to its semicolon, or its body.</summary>
    public void Recover()
    {
        int depth = 0;
        while (!IsAtEnd)
        {
            if (depth == 0 && Is("}"))
            {
                return;
            }

            var token = Take();
            bool isSymbol = token.Kind == ProtoTokenKind.Symbol;
            depth += !isSymbol ? 0 : token.Text == "{" ? 1 : token.Text == "}" ? -1 : 0;
            if (isSymbol && depth == 0 && token.Text is ";" or "}")
            {
                return;
            }
        }
    }

    public static string Describe(ProtoToken token) => token.Kind switch
    {
        ProtoTokenKind.End => token.Text,
        ProtoTokenKind.String => "a string",
        _ => $"'{(token.Text.Length > 40 ? token.Text.Substring(0, 40) + "…" : token.Text)}'",
    };

    private static string Show(long number) => number.ToString(CultureInfo.InvariantCulture);

    // Null for what is no number. One too large for all that is asked for is the largest.
    private static long? Parse(string digits)
    {
        bool isHex = digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        int radix = isHex ? 16 : digits.Length > 1 && digits[0] == '0' ? 8 : 10;
        long value = 0;
        for (int i = isHex ? 2 : 0; i < digits.Length; i++)
        {
            char character = digits[i];
            int digit = character is >= '0' and <= '9' ? character - '0' : char.ToLowerInvariant(character) - 'a' + 10;
            if (digit < 0 || digit >= radix)
            {
                return null;
            }

            value = Math.Min((value * radix) + digit, long.MaxValue / 32);
        }

        return isHex && digits.Length == 2 ? null : value;
    }
}
