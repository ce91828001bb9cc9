using System.Globalization;
using Bank;
using Bank.LedgerTool;

namespace Coerce.Samples.Tests;

/// <summary>The shipped ledger, posted by actors and by a plain loop.</summary>
public sealed class BankReportTests
{
    private static readonly PlainLedger Plain = ShippedLedger.Plain;

    [Fact]
    public async Task Bank_ShippedLedger_ComesToWhatAPlainLoopComesTo()
    {
        LedgerReport report = await BankRun.OfFileAsync(ShippedLedger.Path);

        Assert.Equal(Plain.Rows, report.Rows);
        PlainLedgerAssert.Same(Plain, report);
        Assert.Equal(report.Totals.Expected, report.Balances.Sum(account => account.Balance));
    }

    [Fact]
    public async Task Bank_BrokenRows_AreRejectedWithTheirLineAndReason()
    {
        LedgerReport report = await BankRun.OfFileAsync(ShippedLedger.Path);

        Assert.Equal(ShippedLedger.Broken.Count, report.Rejected.Length);
        Assert.All(ShippedLedger.Broken.Zip(report.Rejected), pair =>
        {
            Assert.Equal(pair.First.Line, pair.Second.Line);
            Assert.Contains(ReasonFor(pair.First.Breakage), pair.Second.Reason);
        });
    }

    [Fact]
    public async Task Bank_AsAProgram_WritesEveryAccountRefusalAndRejection()
    {
        using var folder = new TemporaryFolder();

        SampleProcess.Result run = await SampleProcess.RunAsync("Bank", folder.Path, "--out", "report");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Equal(
            Plain.Balances.Select(account => $"{account.Key},{Text(account.Value)}"),
            Lines("balances.csv", "account,balance"));
        Assert.Equal(
            Plain.Refused.Select(row => $"{row.Line},{row.Account},{row.To},{Text(row.Requested)},{Text(row.Available)}"),
            Lines("refused.csv", "line,account,to,requested,available"));
        Assert.Equal(
            Plain.Rejected,
            Lines("rejected.csv", "line,reason").Select(line => int.Parse(line.Split(',')[0])));

        IEnumerable<string> Lines(string file, string header)
        {
            string[] lines = File.ReadAllLines(folder.File(Path.Combine("report", file)));
            Assert.Equal(header, lines[0]);
            return lines.Skip(1);
        }
    }

    [Fact]
    public async Task Bank_AsAProgram_ReportsTotalsRefusalsAndRejections()
    {
        SampleProcess.Result run = await SampleProcess.RunAsync("Bank");

        Assert.Equal("", run.Error);
        Assert.Equal(0, run.ExitCode);
        Assert.Matches(@"^ledger\.csv: 200,000 rows in [\d.,]+ s, [\d,]+ rows per second", run.Output);
        Assert.Contains("Balances of 1,000 accounts", run.Output);
        Assert.Contains(Text(Plain.Total, "N2") + "   the books balance", run.Output);
        Assert.Contains($"Refused: {Plain.Refused.Count:N0} withdrawals and transfers", run.Output);
        Assert.Contains("Rejected: 50 rows", run.Output);
        Assert.All(Plain.Rejected, line => Assert.Matches($@"\n  line {line} +\S", run.Output));

        (string account, long balance) = Plain.Balances.MaxBy(account => account.Value);
        Assert.Matches($@"\n  {account} +{Text(balance, "N2")}\n", run.Output.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(10_000)]
    public async Task Bank_AnyLookAhead_ReportsTheSame(int lookAhead)
    {
        LedgerReport report = await BankRun.OfFileAsync(ShippedLedger.Path, lookAhead);

        PlainLedgerAssert.Same(Plain, report);
    }

    private static string ReasonFor(Breakage breakage) => breakage switch
    {
        Breakage.MissingField => "5 fields instead of 6",
        Breakage.ExtraField => "7 fields instead of 6",
        Breakage.UnknownKind => "'reversal' is not a kind of row",
        Breakage.NotANumber => "is not a number",
        Breakage.NegativeAmount => "is negative",
        Breakage.ZeroAmount => "is zero",
        Breakage.TooLargeAmount => "is too large",
        Breakage.UnknownAccount => "unknown account A-9999",
        Breakage.TransferToItself => "to itself",
        _ => "quotes of the row do not match",
    };

    private static string Text(long cents, string format = "F2") => (cents / 100m).ToString(format, CultureInfo.InvariantCulture);
}
