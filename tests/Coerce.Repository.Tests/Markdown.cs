using System.Text.RegularExpressions;

namespace Coerce.Repository.Tests;

/// <summary>The parts of a page that tests look at.</summary>
internal static partial class Markdown
{
    /// <summary>The fenced blocks in a language, in order.</summary>
    public static IReadOnlyList<string> Blocks(string page, string language) =>
        [.. Fence().Matches(page).Where(match => match.Groups[1].Value == language).Select(match => match.Groups[2].Value)];

    /// <summary>The rows of the table under a heading, each as its cells, without the heading row.</summary>
    public static IReadOnlyList<string[]> Table(string page, string heading)
    {
        string[] lines = [.. page[page.IndexOf(heading + "\n", StringComparison.Ordinal)..].Split('\n')];
        return
        [
            .. lines.SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|')).Skip(2)
                .Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray()),
        ];
    }

    /// <summary>The sections of the second level, without their fenced blocks.</summary>
    public static IReadOnlyList<(string Heading, string Text)> Sections(string page) =>
        [.. Section().Matches(Fence().Replace(page, "")).Select(match => (match.Groups[1].Value, match.Groups[2].Value))];

    /// <summary>The sentences of paragraphs, items and rows, each without marks. The cells of a row are parted by commas.</summary>
    public static IReadOnlyList<string> Sentences(string text)
    {
        var parts = new List<string>();
        bool open = false;
        string[] lines = text.Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string line = lines[i].Trim();
            bool isRow = line.StartsWith('|'), isItem = Item().IsMatch(line);
            bool isHeader = isRow && (!lines[i - 1].StartsWith('|') || !lines[i - 2].StartsWith('|'));
            if (line.Length > 0 && !isHeader)
            {
                if (isRow) line = string.Join(", ", line.Trim('|').Split('|').Select(cell => cell.Trim()));
                if (open && !isRow && !isItem) parts[^1] += " " + line;
                else parts.Add(Item().Replace(line, ""));
            }

            open = line.Length > 0 && !isRow;
        }

        return [.. parts.Select(part => Plain(LeadIn().Replace(part, ""))).SelectMany(part => Gap().Split(part)).Where(sentence => sentence.Length > 0)];
    }

    /// <summary>A text without links and marks.</summary>
    public static string Plain(string text) => Mark().Replace(LinkText().Replace(text, "$1"), "").Trim();

    /// <summary>The targets of the links, without those to the web.</summary>
    public static IEnumerable<string> LocalLinks(string page) =>
        Link().Matches(Fence().Replace(page, "")).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://"));

    /// <summary>What a heading is called in a link.</summary>
    public static IEnumerable<string> Anchors(string page) =>
        Heading().Matches(page).Select(match => NotInAnchors().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex("^```(\\w*)\\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("^## (.+)\\n((?:(?!## ).*\\n?)*)", RegexOptions.Multiline)]
    private static partial Regex Section();

    [GeneratedRegex("^(- |\\d+\\. )")]
    private static partial Regex Item();

    [GeneratedRegex("^\\*\\*[^*]+\\.\\*\\* *")]
    private static partial Regex LeadIn();

    [GeneratedRegex("(?<=[.!?]) (?=[A-Z\\[])")]
    private static partial Regex Gap();

    [GeneratedRegex("\\[([^\\]]*)\\]\\([^)]*\\)")]
    private static partial Regex LinkText();

    [GeneratedRegex("[`*]")]
    private static partial Regex Mark();

    [GeneratedRegex("\\]\\(([^)\\s]+)\\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^\\w\\- ]")]
    private static partial Regex NotInAnchors();
}
