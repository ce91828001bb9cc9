using System.Text;

namespace Coerce.CodeAnalysis.Contracts;

internal enum ProtoTokenKind
{
    End,
    Identifier,
    Integer,
    Float,
    String,
    Symbol,
}

/// <summary>A token; the text of a string is what it says, without quotes.</summary>
internal readonly record struct ProtoToken(ProtoTokenKind Kind, int Start, int End, string Text);

/// <summary>Parts a proto file into tokens, and keeps where its comments stand.</summary>
internal sealed class ProtoLexer(string text, Action<int, string> report)
{
    private int _position;

    public List<ProtoToken> Tokens { get; } = [];

    public List<TextRange> Comments { get; } = [];

    public static bool IsLetter(char character) => character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or '_';

    public static bool IsDigit(char character) => character is >= '0' and <= '9';

    public void Read()
    {
        if (text.Length > 0 && text[0] == '\uFEFF')
        {
            _position = 1;
        }

        while (_position < text.Length)
        {
            ReadOne();
        }

        Tokens.Add(new ProtoToken(ProtoTokenKind.End, text.Length, text.Length, "the end of the file"));
    }

    private char At(int position) => position < text.Length ? text[position] : '\0';

    private void ReadOne()
    {
        char first = text[_position];
        if (first is ' ' or '\t' or '\r' or '\n' or '\v' or '\f')
        {
            _position++;
        }
        else if (first == '/' && At(_position + 1) is '/' or '*')
        {
            ReadComment();
        }
        else if (IsLetter(first))
        {
            ReadWhile(ProtoTokenKind.Identifier, static character => IsLetter(character) || IsDigit(character));
        }
        else if (IsDigit(first) || (first == '.' && IsDigit(At(_position + 1))))
        {
            ReadNumber();
        }
        else if (first is '"' or '\'')
        {
            ReadString(first);
        }
        else if ("=;{}[]()<>,.-+:/".IndexOf(first) >= 0)
        {
            Tokens.Add(new ProtoToken(ProtoTokenKind.Symbol, _position, ++_position, first.ToString()));
        }
        else
        {
            report(_position, $"The character {Show(first)} has no place in a proto file: remove it, or put it into a comment or a string.");
            _position++;
        }
    }

    private static string Show(char character)
        => char.IsControl(character) || char.IsSurrogate(character) ? $"U+{(int)character:X4}" : $"'{character}'";

    private void ReadComment()
    {
        int start = _position;
        if (text[_position + 1] == '/')
        {
            _position = TextLines.End(text, _position);
        }
        else
        {
            int end = text.IndexOf("*/", _position + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                report(start, "This comment has no end: write */ behind it.");
            }

            else if (text.IndexOf("/*", start + 2, end - start - 2, StringComparison.Ordinal) is >= 0 and var inner)
            {
                report(inner, "Comments of this kind cannot be nested: remove this /*.");
            }

            _position = end < 0 ? text.Length : end + 2;
        }

        Comments.Add(new TextRange(start, _position));
    }

    private void ReadWhile(ProtoTokenKind kind, Func<char, bool> belongs)
    {
        int start = _position;
        while (_position < text.Length && belongs(text[_position]))
        {
            _position++;
        }

        Tokens.Add(new ProtoToken(kind, start, _position, text.Substring(start, _position - start)));
    }

    private void ReadNumber()
    {
        int start = _position;
        bool isHex = text[_position] == '0' && At(_position + 1) is 'x' or 'X';
        bool isFloat = false;
        while (_position < text.Length)
        {
            char character = text[_position];
            bool isExponent = !isHex && character is 'e' or 'E';
            isFloat |= isExponent || character == '.';
            if (!IsLetter(character) && !IsDigit(character) && character != '.')
            {
                break;
            }

            _position += isExponent && At(_position + 1) is '+' or '-' ? 2 : 1;
        }

        Tokens.Add(new ProtoToken(
            isFloat ? ProtoTokenKind.Float : ProtoTokenKind.Integer, start, _position, text.Substring(start, _position - start)));
    }

    private void ReadString(char quote)
    {
        int start = _position++;
        var value = new StringBuilder();
        while (At(_position) != quote || _position >= text.Length)
        {
            if (_position >= text.Length || text[_position] == '\n')
            {
                report(start, $"This string has no end: write {quote} behind it, on the same line.");
                Tokens.Add(new ProtoToken(ProtoTokenKind.String, start, _position, value.ToString()));
                return;
            }

            if (text[_position] == '\\' && _position + 1 < text.Length && text[_position + 1] != '\n')
            {
                // Escapes have no place in the strings that are looked at, names and paths: they stay as they are.
                value.Append(text[_position++]);
            }

            value.Append(text[_position++]);
        }

        Tokens.Add(new ProtoToken(ProtoTokenKind.String, start, ++_position, value.ToString()));
    }
}
