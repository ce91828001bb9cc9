namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Lines of a text. Only a line feed ends one, with or without a carriage return before it: so does protoc read comments.</summary>
internal static class TextLines
{
    /// <summary>The line and the column of a place, both from 1.</summary>
    public static (int Line, int Column) Locate(string text, int position)
    {
        int line = 1, start = 0;
        for (int i = 0; i < position && i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                start = i + 1;
            }
        }

        return (line, position - start + 1);
    }

    /// <summary>Where the line of a place begins.</summary>
    public static int Start(string text, int position)
    {
        while (position > 0 && text[position - 1] is not ('\n' or '\uFEFF'))
        {
            position--;
        }

        return position;
    }

    /// <summary>Where the line of a place ends, in front of what ends it.</summary>
    public static int End(string text, int position)
    {
        int end = text.IndexOf('\n', position);
        return end < 0 ? text.Length : end > position && text[end - 1] == '\r' ? end - 1 : end;
    }

    /// <summary>Behind what ends the line that ends here.</summary>
    public static int Next(string text, int end)
        => end >= text.Length ? end : text[end] == '\r' && end + 1 < text.Length ? end + 2 : end + 1;

    /// <summary>What ends the lines of a text.</summary>
    public static string LineEnd(string text)
    {
        int end = End(text, 0);
        return end == text.Length ? "\n" : text.Substring(end, Next(text, end) - end);
    }

    public static bool IsBlank(string text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (!char.IsWhiteSpace(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
