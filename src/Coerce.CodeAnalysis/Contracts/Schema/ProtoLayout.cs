namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Edits of a proto file that keep its layout: lines go as a whole, with the comments that belong to them.</summary>
internal sealed class ProtoLayout(ProtoFile file)
{
    private readonly string _text = file.Text;
    private readonly TextEdits _edits = new(file.Text);

    // By where they end: what stands in front of a place is found at once.
    private readonly Dictionary<int, TextRange> _comments = file.Comments.ToDictionary(static comment => comment.End);

    public string LineEnd { get; } = TextLines.LineEnd(file.Text);

    public string Apply() => _edits.Apply();

    public void Replace(TextRange range, string with) => _edits.Replace(range, with);

    /// <summary>The statement with the comments above it, as lines without their indent; what stands behind its number stays.</summary>
    public IEnumerable<string> Moved(ProtoNode node, string upToNumber)
    {
        int start = CommentedStart(node);
        return _text.Substring(start, node.Start - start).Split('\n').Select(static line => line.Trim()).Where(static line => line.Length > 0)
            .Append(upToNumber + _text.Substring(node.NumberRange.End, node.End - node.NumberRange.End));
    }

    public void Delete(ProtoNode node)
    {
        int start = CommentedStart(node), end = EndWithComment(node.End);
        int lineStart = TextLines.Start(_text, start), lineEnd = TextLines.End(_text, end);
        if (!TextLines.IsBlank(_text, lineStart, start) || !TextLines.IsBlank(_text, end, lineEnd))
        {
            // It shares its line: the space in front goes with it.
            start = node.Start;
            while (start > 0 && _text[start - 1] is ' ' or '\t')
            {
                start--;
            }

            _edits.Delete(start, node.End);
            return;
        }

        int next = TextLines.Next(_text, lineEnd);
        if (IsBlankAt(next) && IsBlankOrOpenBefore(lineStart))
        {
            next = TextLines.Next(_text, TextLines.End(_text, next));
        }
        else if (lineStart > 0 && IsBlankAt(TextLines.Start(_text, Before(lineStart))) && IsCloseAt(next))
        {
            lineStart = TextLines.Start(_text, Before(lineStart));
        }

        _edits.Delete(lineStart, next);
    }

    /// <summary>Lines in front of what closes a body.</summary>
    public void Append(ProtoNode node, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        int lineStart = TextLines.Start(_text, node.Close);
        string block = Indented(lines, MemberIndent(node));
        if (TextLines.IsBlank(_text, lineStart, node.Close) && lineStart > node.Open)
        {
            _edits.Insert(lineStart, block);
            return;
        }

        int end = node.Close;
        while (end > node.Open && _text[end - 1] is ' ' or '\t')
        {
            end--;
        }

        _edits.Delete(end, node.Close);
        _edits.Insert(node.Close, LineEnd + block + Indent(node.Start));
    }

    /// <summary>Lines behind what opens a body.</summary>
    public void Prepend(ProtoNode node, IReadOnlyList<string> lines)
    {
        if (lines.Count == 0)
        {
            return;
        }

        int end = EndWithComment(node.Open), lineEnd = TextLines.End(_text, end);
        if (TextLines.IsBlank(_text, end, lineEnd) && lineEnd < node.Close)
        {
            _edits.Insert(TextLines.Next(_text, lineEnd), Indented(lines, MemberIndent(node)));
        }
        else
        {
            // The rest of the line goes on behind them.
            _edits.Insert(node.Open, LineEnd + Indented(lines, MemberIndent(node)) + Indent(node.Start));
        }
    }

    /// <summary>Lines of their own behind a statement.</summary>
    public void InsertAfter(ProtoNode node, IEnumerable<string> lines)
    {
        int end = EndWithComment(node.End), lineEnd = TextLines.End(_text, end);
        bool isAlone = TextLines.IsBlank(_text, end, lineEnd) && lineEnd < _text.Length;
        _edits.Insert(
            isAlone ? TextLines.Next(_text, lineEnd) : TextLines.IsBlank(_text, end, lineEnd) ? lineEnd : node.End,
            (isAlone ? "" : LineEnd) + Indented(lines, ""));
    }

    /// <summary>Blocks at the end of the file, each behind a blank line.</summary>
    public void AppendToFile(IEnumerable<IEnumerable<string>> blocks)
    {
        string added = string.Concat(blocks.Select(block => LineEnd + Indented(block, "")));
        if (added.Length > 0)
        {
            bool isOpen = TextLines.Start(_text, _text.Length) < _text.Length;
            _edits.Insert(_text.Length, isOpen ? LineEnd + added : added);
        }
    }

    private string Indented(IEnumerable<string> lines, string indent)
        => string.Concat(lines.Select(line => (line.Length == 0 ? "" : indent + line) + LineEnd));

    private string Indent(int position)
    {
        int start = TextLines.Start(_text, position), end = start;
        while (end < _text.Length && _text[end] is ' ' or '\t')
        {
            end++;
        }

        return _text.Substring(start, end - start);
    }

    private string MemberIndent(ProtoNode node)
    {
        string indent = Indent(node.Start);
        return node.Members.FirstOrDefault(member => TextLines.Start(_text, member.Start) > node.Open) is { } first && Indent(first.Start).Length > indent.Length
            ? Indent(first.Start)
            : indent + (indent.StartsWith("\t", StringComparison.Ordinal) ? "\t" : "  ");
    }

    // The comments directly above, without a blank line between, that have their lines for themselves.
    private int CommentedStart(ProtoNode node)
    {
        int start = node.Start;
        while (true)
        {
            int end = start, lineEnds = 0;
            while (end > 0 && char.IsWhiteSpace(_text[end - 1]))
            {
                end--;
                lineEnds += _text[end] == '\n' ? 1 : 0;
            }

            if (lineEnds > 1 || !_comments.TryGetValue(end, out var comment)
                || !TextLines.IsBlank(_text, TextLines.Start(_text, comment.Start), comment.Start))
            {
                return start;
            }

            start = comment.Start;
        }
    }

    // With a comment that ends on the same line.
    private int EndWithComment(int end)
    {
        int start = end;
        while (start < _text.Length && _text[start] is ' ' or '\t')
        {
            start++;
        }

        foreach (var comment in file.Comments)
        {
            if (comment.Start == start)
            {
                return TextLines.End(_text, start) >= comment.End ? comment.End : end;
            }
        }

        return end;
    }

    private int Before(int lineStart) => lineStart > 1 && _text[lineStart - 1] == '\n' && _text[lineStart - 2] == '\r' ? lineStart - 2 : lineStart - 1;

    private bool IsBlankAt(int lineStart) => lineStart < _text.Length && TextLines.IsBlank(_text, lineStart, TextLines.End(_text, lineStart));

    private bool IsBlankOrOpenBefore(int lineStart)
    {
        if (lineStart == 0)
        {
            return true;
        }

        int end = Before(lineStart), start = TextLines.Start(_text, end);
        return TextLines.IsBlank(_text, start, end) || _text.Substring(start, end - start).TrimEnd().EndsWith("{", StringComparison.Ordinal);
    }

    private bool IsCloseAt(int lineStart)
        => lineStart >= _text.Length || _text.Substring(lineStart, TextLines.End(_text, lineStart) - lineStart).TrimStart().StartsWith("}", StringComparison.Ordinal);
}
