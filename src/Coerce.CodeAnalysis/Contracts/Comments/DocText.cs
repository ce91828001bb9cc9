using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Xml;

namespace Coerce.CodeAnalysis;

/// <summary>Turns the XML of a doc comment into lines of plain text.</summary>
internal sealed class DocText
{
    // Without the slashes and the indent, which are few.
    private const int Width = 100;

    private static readonly XmlReaderSettings Settings = new()
    {
        ConformanceLevel = ConformanceLevel.Fragment,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private readonly List<string> _lines = new();
    private readonly StringBuilder _paragraph = new();

    private DocText()
    {
    }

    /// <summary>The text of the first element of a name; null where there is none, it is empty, or the comment is no XML.</summary>
    /// <param name="source">The comment.</param>
    /// <param name="element">Which element.</param>
    /// <param name="name">What its attribute <c>name</c> says; null for anything.</param>
    public static string? Of(string source, string element, string? name)
    {
        if (source.IndexOf('<') < 0)
        {
            return null;
        }

        try
        {
            using var reader = XmlReader.Create(new StringReader(source), Settings);
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.Depth == 0 && reader.Name == element && (name is null || reader.GetAttribute("name") == name))
                {
                    return new DocText().Read(reader);
                }
            }
        }
        catch (XmlException)
        {
            // The compiler says so, where it reads comments.
        }

        return null;
    }

    private string? Read(XmlReader reader)
    {
        var isEmpty = reader.IsEmptyElement;
        while (!isEmpty && reader.Read() && reader.Depth > 0)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Open(reader);
                    break;

                case XmlNodeType.EndElement when IsBlock(reader.Name):
                    EndParagraph();
                    break;

                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    _paragraph.Append(reader.Value);
                    break;
            }
        }

        EndParagraph();
        return _lines.Count == 0 ? null : string.Join("\n", _lines);
    }

    private void Open(XmlReader reader)
    {
        if (IsBlock(reader.Name))
        {
            EndParagraph();
        }
        else if (reader.Name is "paramref" or "typeparamref")
        {
            _paragraph.Append(reader.GetAttribute("name"));
        }
        else if (reader.IsEmptyElement && reader.Name is "see" or "seealso")
        {
            _paragraph.Append(Name(reader.GetAttribute("cref")) ?? reader.GetAttribute("langword") ?? reader.GetAttribute("href"));
        }
    }

    private static bool IsBlock(string element) => element is "para" or "p" or "br" or "list" or "listheader" or "item" or "code";

    // T:Shop.Order is how compilers write it, and Page{T} how people do.
    private static string? Name(string? cref)
        => cref is null ? null : (cref.Length > 2 && cref[1] == ':' ? cref.Substring(2) : cref).Replace('{', '<').Replace('}', '>');

    private void EndParagraph()
    {
        var words = Words(_paragraph.ToString());
        _paragraph.Clear();
        if (words.Length == 0)
        {
            return;
        }

        if (_lines.Count > 0)
        {
            _lines.Add("");
        }

        var line = new StringBuilder();
        foreach (var word in words)
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > Width)
            {
                _lines.Add(line.ToString());
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(word);
        }

        _lines.Add(line.ToString());
    }

    // All that could end a line, in protobuf or in C#, is a space to a reader.
    private static string[] Words(string text)
        => new string(text.Select(static letter => char.IsControl(letter) || char.IsWhiteSpace(letter) ? ' ' : letter).ToArray())
            .Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries);
}
