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

    /// <summary>The targets of the links, without those to the web.</summary>
    public static IEnumerable<string> LocalLinks(string page) =>
        Link().Matches(Fence().Replace(page, "")).Select(match => match.Groups[1].Value).Where(target => !target.Contains("://"));

    /// <summary>What a heading is called in a link.</summary>
    public static IEnumerable<string> Anchors(string page) =>
        Heading().Matches(page).Select(match => NotInAnchors().Replace(match.Groups[1].Value.ToLowerInvariant(), "").Replace(' ', '-'));

    [GeneratedRegex("^```(\\w*)\\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("\\]\\(([^)\\s]+)\\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("[^\\w\\- ]")]
    private static partial Regex NotInAnchors();
}
