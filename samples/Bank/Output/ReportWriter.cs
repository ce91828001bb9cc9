using System.Globalization;

namespace Bank.Output;

/// <summary>The report that a person reads.</summary>
internal sealed class ReportWriter(TextWriter output)
{
    private const int AccountsShown = 10;
    private const int RefusedShown = 10;
    private const int RejectedShown = 100;

    public void Write(LedgerReport report, string file, TimeSpan elapsed)
    {
        double perSecond = report.Rows / Math.Max(elapsed.TotalSeconds, 0.001);
        Line($"{file}: {report.Rows:N0} rows in {elapsed.TotalSeconds:N2} s, {perSecond:N0} rows per second");
        WriteTotals(report);
        WriteLargest(report);
        WriteRefused(report);
        WriteRejected(report);
    }

    private void WriteTotals(LedgerReport report)
    {
        LedgerTotals totals = report.Totals;
        decimal held = report.Balances.Sum(account => account.Balance);

        Line();
        Line($"Balances of {report.Balances.Length:N0} accounts");
        WriteSum("opened with", totals.Openings, totals.Openings.Amount);
        WriteSum("deposits", totals.Deposits, totals.Deposits.Amount);
        WriteSum("withdrawals", totals.Withdrawals, -totals.Withdrawals.Amount);
        Line($"  {"total",-12} {"",10} {held,18:N2}   {Verdict(held, totals.Expected)}");
        Line($"  moved between accounts by {totals.Transfers.Count:N0} transfers: {totals.Transfers.Amount:N2}");
    }

    private static string Verdict(decimal held, decimal expected) => held == expected
        ? "the books balance"
        : string.Create(CultureInfo.InvariantCulture, $"OUT OF BALANCE: expected {expected:N2}");

    private void WriteLargest(LedgerReport report)
    {
        if (report.Balances.IsEmpty)
            return;

        Line();
        Line($"Largest balances");
        foreach (AccountBalance account in report.Balances.OrderByDescending(account => account.Balance).Take(AccountsShown))
            Line($"  {account.Account,-12} {account.Balance,29:N2}");

        WriteRest(report.Balances.Length - AccountsShown);
    }

    private void WriteRefused(LedgerReport report)
    {
        Line();
        Line($"Refused: {report.Refused.Length:N0} withdrawals and transfers, for insufficient funds");
        foreach (Outcome.Refused refused in report.Refused.Take(RefusedShown))
        {
            LedgerRow row = refused.Row;
            string what = row.To is null ? "withdrawal" : $"transfer to {row.To}";
            Line($"  line {row.Line,-7} {row.Account}, {what}: requested {refused.Reason.Requested:N2}, available {refused.Reason.Available:N2}");
        }

        WriteRest(report.Refused.Length - RefusedShown);
    }

    private void WriteRejected(LedgerReport report)
    {
        Line();
        Line($"Rejected: {report.Rejected.Length:N0} rows");
        foreach (RejectedRow row in report.Rejected.Take(RejectedShown))
            Line($"  line {row.Line,-7} {row.Reason}");

        WriteRest(report.Rejected.Length - RejectedShown);
    }

    private void WriteSum(string name, Sum sum, decimal amount) =>
        Line($"  {name,-12} {sum.Count,10:N0} {amount,18:N2}");

    private void WriteRest(int count)
    {
        if (count > 0)
            Line($"  and {count:N0} more: --out DIRECTORY writes all of them");
    }

    private void Line() => output.WriteLine();

    private void Line(FormattableString text) => output.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
