using System.Globalization;
using System.Text;

namespace Bank.LedgerTool;

/// <summary>Writes the ledger of the Bank sample: the same bytes every time.</summary>
public sealed class LedgerWriter(Stream output)
{
    public const int Rows = 200_000;
    public const int Accounts = 1_000;
    public const int RowsBrokenEachWay = 5;

    private const int BrokenRows = RowsBrokenEachWay * 10;
    private const int RowsBetweenBroken = (Rows - Accounts) / BrokenRows;
    private const ulong Seed = 20260101;

    private static readonly DateOnly FirstDay = new(2026, 1, 1);

    private readonly SplitMix _random = new(Seed);
    private readonly List<BrokenRow> _broken = [];
    private int _line = 1;

    /// <summary>Writes all rows and returns those that were broken.</summary>
    public IReadOnlyList<BrokenRow> Write()
    {
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        WriteLine(text, "date,kind,account,to,amount,memo");

        for (int account = 0; account < Accounts; account++)
            WriteLine(text, Row(FirstDay, "open", Id(account), "", Cents(_random.Next(500_000)), Memos.Next(_random)));

        for (int row = Accounts; row < Rows; row++)
        {
            DateOnly day = FirstDay.AddDays((int)(365L * row / Rows));
            int sinceBroken = (row - Accounts) % RowsBetweenBroken;
            bool breaks = sinceBroken == RowsBetweenBroken / 2 && _broken.Count < BrokenRows;
            WriteLine(text, breaks ? NextBroken(day) : NextSound(day));
        }

        return _broken;
    }

    private string NextSound(DateOnly day)
    {
        string account = Id(NextAccount());
        string memo = Memos.Next(_random);
        switch (_random.Next(100))
        {
            case < 40:
                return Row(day, "deposit", account, "", Cents(_random.Next(100, 50_000)), memo);

            case < 75:
                return Row(day, "withdrawal", account, "", Cents(_random.Next(100, 55_000)), memo);

            default:
                return Row(day, "transfer", account, Id(NextAccount(other: account)), Cents(_random.Next(1, 80_000)), memo);
        }
    }

    private string NextBroken(DateOnly day)
    {
        var breakage = (Breakage)(_broken.Count % 10);
        _broken.Add(new BrokenRow(_line, breakage));

        string date = Date(day);
        string account = Id(NextAccount());
        string amount = Cents(_random.Next(100, 50_000));
        return breakage switch
        {
            Breakage.MissingField => $"{date},deposit,{account},{amount},",
            Breakage.ExtraField => $"{date},deposit,{account},,{amount},,EUR",
            Breakage.UnknownKind => $"{date},reversal,{account},,{amount},",
            Breakage.NotANumber => $"{date},withdrawal,{account},,\"{amount.Replace('.', ',')}\",",
            Breakage.NegativeAmount => $"{date},deposit,{account},,-{amount},",
            Breakage.ZeroAmount => $"{date},withdrawal,{account},,0.00,",
            Breakage.TooLargeAmount => $"{date},deposit,{account},,{new string('9', 40)}.00,",
            Breakage.UnknownAccount => $"{date},transfer,{account},A-9999,{amount},",
            Breakage.TransferToItself => $"{date},transfer,{account},{account},{amount},",
            _ => $"{date},deposit,{account},,{amount},\"where does this end",
        };
    }

    /// <summary>Every second row belongs to a tenth of the accounts, so that some have rows close together.</summary>
    private int NextAccount() => _random.Next(2) == 0 ? _random.Next(Accounts) : _random.Next(Accounts / 10) * 10;

    private int NextAccount(string other)
    {
        int account = NextAccount();
        return Id(account) == other ? (account + 1) % Accounts : account;
    }

    private void WriteLine(StreamWriter text, string row)
    {
        text.Write(row);
        text.Write("\r\n");
        _line += 1 + row.Count(c => c == '\n');
    }

    private static string Row(DateOnly day, string kind, string account, string to, string amount, string memo) =>
        $"{Date(day)},{kind},{account},{to},{amount},{Memos.Quote(memo)}";

    private static string Id(int account) => string.Create(CultureInfo.InvariantCulture, $"A-{account:0000}");

    private static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Cents(int cents) => (cents / 100m).ToString("F2", CultureInfo.InvariantCulture);
}
