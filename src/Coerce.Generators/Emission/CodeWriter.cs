using System.Text;

namespace Coerce.Generators.Emission;

/// <summary>Writes indented lines that end with <c>\n</c>.</summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();
    private int _depth;

    /// <summary>Writes one line, or each line of a raw string, at the current depth.</summary>
    internal void Write(string lines)
    {
        foreach (string line in lines.Split('\n'))
        {
            // The ends of lines in a raw string are those of the file that it stands in.
            string content = line.TrimEnd('\r');
            if (content.Length > 0) _text.Append(' ', _depth * 4).Append(content);
            _text.Append('\n');
        }
    }

    internal void Blank() => _text.Append('\n');

    internal void Open(string? header = null)
    {
        if (header is not null) Write(header);
        Write("{");
        _depth++;
    }

    internal void Close()
    {
        _depth--;
        Write("}");
    }

    internal void Indent() => _depth++;

    internal void Outdent() => _depth--;

    public override string ToString() => _text.ToString();
}
