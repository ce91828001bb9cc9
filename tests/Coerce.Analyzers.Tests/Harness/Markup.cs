using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.Text;

namespace Coerce.Analyzers.Tests.Harness;

/// <summary>A source in which <c>{|COERCE0001:Account|}</c> says what is reported where.</summary>
internal sealed partial class Markup
{
    private Markup(string text, ImmutableArray<(string Id, TextSpan Span)> expected)
    {
        Text = text;
        Expected = expected;
    }

    internal string Text { get; }

    internal ImmutableArray<(string Id, TextSpan Span)> Expected { get; }

    internal static Markup Parse(string source)
    {
        var text = new StringBuilder();
        var open = new Stack<(string Id, int Start)>();
        var expected = ImmutableArray.CreateBuilder<(string, TextSpan)>();
        int position = 0;
        foreach (Match mark in Marks().Matches(source))
        {
            text.Append(source, position, mark.Index - position);
            position = mark.Index + mark.Length;
            if (mark.Groups["id"].Success)
            {
                open.Push((mark.Groups["id"].Value, text.Length));
            }
            else
            {
                (string id, int start) = open.Pop();
                expected.Add((id, TextSpan.FromBounds(start, text.Length)));
            }
        }

        text.Append(source, position, source.Length - position);
        return new Markup(text.ToString(), expected.ToImmutable());
    }

    [GeneratedRegex(@"\{\|(?<id>[A-Z]+[0-9]+):|\|\}")]
    private static partial Regex Marks();
}
