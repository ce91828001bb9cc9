using System.Text;

namespace Coerce.CodeAnalysis.Contracts;

/// <summary>Edits of a text, all by its old positions. What is inserted stays, also where the text around it goes.</summary>
internal sealed class TextEdits(string text)
{
    private readonly List<(int Position, string Text)> _inserted = [];
    private readonly List<(int Position, string Text)> _replaced = [];
    private readonly List<TextRange> _deleted = [];

    public void Insert(int position, string inserted) => _inserted.Add((position, inserted));

    public void Delete(int start, int end) => _deleted.Add(new TextRange(start, end));

    public void Replace(TextRange range, string with)
    {
        if (text.Substring(range.Start, range.End - range.Start) != with)
        {
            _replaced.Add((range.Start, with));
            Delete(range.Start, range.End);
        }
    }

    public string Apply()
    {
        var result = new StringBuilder(text.Length + 256);
        int position = 0, deletedTo = 0;
        using var deleted = _deleted.OrderBy(static range => range.Start).GetEnumerator();
        bool hasDeleted = deleted.MoveNext();
        foreach (var (place, inserted) in All())
        {
            Copy(place);
            result.Append(inserted);
        }

        return result.ToString();

        // Where a line is inserted in front of a word that changes, the line comes first.
        IEnumerable<(int Position, string Text)> All()
            => _inserted.Concat(_replaced).OrderBy(static one => one.Position).Append((text.Length, ""));

        void Copy(int to)
        {
            while (position < to)
            {
                while (hasDeleted && deleted.Current.Start <= position)
                {
                    deletedTo = Math.Max(deletedTo, deleted.Current.End);
                    hasDeleted = deleted.MoveNext();
                }

                int next = Math.Min(to, deletedTo > position ? deletedTo : hasDeleted ? deleted.Current.Start : to);
                if (deletedTo <= position)
                {
                    result.Append(text, position, next - position);
                }

                position = next;
            }
        }
    }
}
