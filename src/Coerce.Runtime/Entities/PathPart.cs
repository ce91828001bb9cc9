using System.Text;

namespace Coerce.Cells;

/// <summary>Text as one part of a path: what would end the part, or look like something else, is escaped as in an address.</summary>
internal static class PathPart
{
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAny('/', '%') && text[0] != '$' && !text.Any(char.IsControl)) return text;
        var part = new StringBuilder();
        for (int i = 0; i < text.Length; i++)
        {
            char letter = text[i];
            if (letter is '/' or '%' || char.IsControl(letter) || (letter == '$' && i == 0)) part.Append(Uri.HexEscape(letter));
            else part.Append(letter);
        }

        return part.ToString();
    }

    /// <summary>The text that a part stands for; null when it is not what <see cref="Of"/> gives for any.</summary>
    public static string? Read(string part)
    {
        string text = part;
        if (part.Contains('%'))
        {
            var read = new StringBuilder();
            for (int i = 0; i < part.Length;) read.Append(Uri.HexUnescape(part, ref i));
            text = read.ToString();
        }

        return text.Length > 0 && Of(text) == part ? text : null;
    }
}
