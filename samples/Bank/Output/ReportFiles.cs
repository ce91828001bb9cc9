using System.Globalization;
using CsvHelper;

namespace Bank.Output;

/// <summary>The whole report as CSV files, for those who want every account and every row.</summary>
internal static class ReportFiles
{
    public static void Write(LedgerReport report, string directory)
    {
        WriteFile(directory, "balances.csv", report.Balances.Select(account => new
        {
            account = account.Account,
            balance = Money(account.Balance),
        }));

        WriteFile(directory, "refused.csv", report.Refused.Select(refused => new
        {
            line = refused.Row.Line,
            account = refused.Row.Account,
            to = refused.Row.To,
            requested = Money(refused.Reason.Requested),
            available = Money(refused.Reason.Available),
        }));

        WriteFile(directory, "rejected.csv", report.Rejected.Select(row => new { line = row.Line, reason = row.Reason }));
    }

    private static void WriteFile<T>(string directory, string name, IEnumerable<T> rows)
    {
        using var csv = new CsvWriter(new StreamWriter(Path.Combine(directory, name)), CultureInfo.InvariantCulture);
        csv.WriteRecords(rows);
    }

    private static string Money(decimal amount) => amount.ToString("F2", CultureInfo.InvariantCulture);
}
