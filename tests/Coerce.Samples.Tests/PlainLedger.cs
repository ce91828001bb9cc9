using System.Text.RegularExpressions;

namespace Coerce.Samples.Tests;

/// <summary>
/// What a ledger comes to, worked out by one plain loop: no actors, no CSV library, whole cents. Shares no code with the
/// sample that it checks.
/// </summary>
internal sealed partial class PlainLedger
{
    private PlainLedger()
    {
    }

    public SortedDictionary<string, long> Balances { get; } = new(StringComparer.Ordinal);

    public List<(int Line, string Account, string To, long Requested, long Available)> Refused { get; } = [];

    public List<int> Rejected { get; } = [];

    public int Rows { get; private set; }

    public long Total => Balances.Values.Sum();

    public static PlainLedger Of(string text)
    {
        var ledger = new PlainLedger();
        int at = text.IndexOf('\n') + 1;        // after the header
        int line = 2;
        while (at < text.Length)
        {
            Match record = Record().Match(text, at);
            int next = record.Success ? at + record.Length : EndOfLine(text, at);
            if (record.ValueSpan.Trim("\r\n") is not "" || !record.Success)
                ledger.Add(line, record.Success ? Fields(record) : []);

            line += text.AsSpan(at, next - at).Count('\n');
            at = next;
        }

        return ledger;
    }

    private void Add(int line, string[] fields)
    {
        Rows++;
        if (!Post(line, fields))
            Rejected.Add(line);
    }

    private bool Post(int line, string[] fields)
    {
        if (fields.Length != 6 || !DateOnly.TryParse(fields[0], out _) || !Amount().IsMatch(fields[4]))
            return false;

        string account = fields[2];
        string to = fields[3];
        long cents = Cents(fields[4]);
        bool known = Balances.ContainsKey(account);

        switch (fields[1])
        {
            case "open" when !known && account is not "" && to is "":
                Balances[account] = cents;
                return true;

            case "deposit" when known && to is "" && cents > 0:
                Balances[account] += cents;
                return true;

            case "withdrawal" when known && to is "" && cents > 0:
                Take(line, account, to, cents);
                return true;

            case "transfer" when known && Balances.ContainsKey(to) && account != to && cents > 0:
                if (Take(line, account, to, cents))
                    Balances[to] += cents;
                return true;

            default:
                return false;
        }
    }

    private bool Take(int line, string account, string to, long cents)
    {
        if (cents > Balances[account])
        {
            Refused.Add((line, account, to, cents, Balances[account]));
            return false;
        }

        Balances[account] -= cents;
        return true;
    }

    private static long Cents(string amount)
    {
        string[] parts = amount.Split('.');
        return (long.Parse(parts[0]) * 100) + (parts.Length == 1 ? 0 : long.Parse(parts[1].PadRight(2, '0')));
    }

    private static string[] Fields(Match record) =>
        [.. record.Groups["field"].Captures.Select(field => field.Value is ['"', .. var quoted, '"'] ? quoted : field.Value)];

    private static int EndOfLine(string text, int at) => text.IndexOf('\n', at) is var end and >= 0 ? end + 1 : text.Length;

    [GeneratedRegex("""\G(?<field>"(?>(?:[^"]|"")*)"|[^",\r\n]*)(?:,(?<field>"(?>(?:[^"]|"")*)"|[^",\r\n]*))*(?:\r?\n|\z)""")]
    private static partial Regex Record();

    [GeneratedRegex(@"^\d{1,9}(\.\d{1,2})?$")]
    private static partial Regex Amount();
}
