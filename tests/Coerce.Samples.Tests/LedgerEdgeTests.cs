using System.Text;
using Bank;

namespace Coerce.Samples.Tests;

/// <summary>Ledgers that the shipped one is not like.</summary>
public sealed class LedgerEdgeTests
{
    private static readonly string[] TwoAccounts = ["2026-01-01,open,A,,10.00,", "2026-01-01,open,B,,5.00,"];

    [Fact]
    public async Task Ledger_OnlyAHeader_ReportsNothing()
    {
        LedgerReport report = await BankRun.OfTextAsync(BankRun.Header);

        Assert.Equal(0, report.Rows);
        Assert.Empty(report.Balances);
        Assert.Empty(report.Rejected);
    }

    [Theory]
    [InlineData("\n", false)]
    [InlineData("\n", true)]
    [InlineData("\r\n", false)]
    [InlineData("\r\n", true)]
    public async Task Ledger_EitherLineEndWithOrWithoutBom_ReadsTheSame(string lineEnd, bool bom)
    {
        string text = BankRun.Rows([.. TwoAccounts, "2026-01-02,transfer,A,B,2.50,\"a\nb\"", "2026-01-02,bad", "2026-01-02,deposit,B,,1,"])
            .ReplaceLineEndings(lineEnd);
        using var folder = new TemporaryFolder();
        string path = folder.File("ledger.csv");
        File.WriteAllText(path, text, new UTF8Encoding(bom));

        LedgerReport report = await BankRun.OfFileAsync(path);

        Assert.Equal([new AccountBalance("A", 7.50m), new AccountBalance("B", 8.50m)], report.Balances);
        Assert.Equal(6, Assert.Single(report.Rejected).Line);
        PlainLedgerAssert.Same(PlainLedger.Of(text), report);
    }

    [Fact]
    public async Task Ledger_EmptyLines_AreNoRowsButCountAsLines()
    {
        LedgerReport report = await BankRun.OfTextAsync(BankRun.Rows("", "2026-01-01,open,A,,10.00,", "", "", "wrong", ""));

        Assert.Equal(2, report.Rows);
        Assert.Equal(6, Assert.Single(report.Rejected).Line);
    }

    [Fact]
    public async Task Ledger_LastRowWithoutLineEnd_IsRead()
    {
        LedgerReport report = await BankRun.OfTextAsync(BankRun.Rows("2026-01-01,open,A,,10.00,").TrimEnd('\n'));

        Assert.Equal([new AccountBalance("A", 10)], report.Balances);
    }

    [Fact]
    public async Task Ledger_RefusedTransfer_ChangesNothing()
    {
        LedgerReport report = await BankRun.OfTextAsync(BankRun.Rows([.. TwoAccounts, "2026-01-02,transfer,A,B,10.01,"]));

        Assert.Equal([new AccountBalance("A", 10), new AccountBalance("B", 5)], report.Balances);
        Outcome.Refused refused = Assert.Single(report.Refused);
        Assert.Equal(4, refused.Row.Line);
        Assert.Equal(new WithdrawReply.InsufficientFunds(10.01m, 10), refused.Reason);
        Assert.Equal(0, report.Totals.Transfers.Count);
    }

    [Fact]
    public async Task Ledger_TransferToUnknownAccount_ChangesNothing()
    {
        LedgerReport report = await BankRun.OfTextAsync(BankRun.Rows([.. TwoAccounts, "2026-01-02,transfer,A,C,1.00,"]));

        Assert.Equal([new AccountBalance("A", 10), new AccountBalance("B", 5)], report.Balances);
        Assert.Contains("unknown account C", Assert.Single(report.Rejected).Reason);
    }

    [Fact]
    public async Task Ledger_MoneyThatArrivesInARow_IsThereForTheNextRow()
    {
        LedgerReport report = await BankRun.OfTextAsync(BankRun.Rows(
        [
            .. TwoAccounts,
            "2026-01-02,transfer,A,B,10.00,",
            "2026-01-02,transfer,B,A,15.00,",
            "2026-01-02,withdrawal,A,,15.00,",
            "2026-01-02,withdrawal,B,,0.01,",
        ]));

        Assert.Equal([new AccountBalance("A", 0), new AccountBalance("B", 0)], report.Balances);
        Assert.Equal(7, Assert.Single(report.Refused).Row.Line);
    }

    [Theory]
    [InlineData("2026-02-30,deposit,A,,1.00,", "'2026-02-30' is not a date")]
    [InlineData("01.02.2026,deposit,A,,1.00,", "is not a date")]
    [InlineData("2026-01-02,Deposit,A,,1.00,", "is not a kind of row")]
    [InlineData("2026-01-02,deposit,,,1.00,", "'' is not an account id")]
    [InlineData("2026-01-02,deposit,a/b,,1.00,", "'a/b' is not an account id")]
    [InlineData("2026-01-02,deposit,$1,,1.00,", "'$1' is not an account id")]
    [InlineData("2026-01-02,deposit,A,B,1.00,", "only a transfer")]
    [InlineData("2026-01-02,transfer,A,,1.00,", "'' is not an account id to transfer to")]
    [InlineData("2026-01-02,deposit,A,,,", "'' is not a number")]
    [InlineData("2026-01-02,deposit,A,,NaN,", "'NaN' is not a number")]
    [InlineData("2026-01-02,deposit,A,,1e3,", "is not a number")]
    [InlineData("2026-01-02,deposit,A,,1.2.3,", "is not a number")]
    [InlineData("2026-01-02,deposit,A,,1.005,", "has a fraction of a cent")]
    [InlineData("2026-01-02,deposit,A,,1000000000.00,", "is too large")]
    [InlineData("2026-01-02,open,A,,1.00,", "account A is open already")]
    [InlineData("2026-01-02,open,C,,-1.00,", "is negative")]
    [InlineData("2026-01-02,deposit,A,,\u001b[31m,", "'?[31m' is not a number")]
    public async Task Ledger_BadRow_IsRejectedAndTheNextOneIsPosted(string row, string reason)
    {
        LedgerReport report = await BankRun.OfTextAsync(BankRun.Rows([.. TwoAccounts, row, "2026-01-03,deposit,A,,0.01,"]));

        RejectedRow rejected = Assert.Single(report.Rejected);
        Assert.Equal(4, rejected.Line);
        Assert.Contains(reason, rejected.Reason);
        Assert.Equal([new AccountBalance("A", 10.01m), new AccountBalance("B", 5)], report.Balances);
    }

    [Fact]
    public async Task OpenLedger_Twice_IsAMistakeOfTheCaller()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("ledger.csv", BankRun.Header);
        await using var system = new ActorSystem("test");
        LedgerRef ledger = system.Spawn(Ledger.Props());
        await ledger.AskAsync(new OpenLedger(path));

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await ledger.AskAsync(new OpenLedger(path)));
    }
}
