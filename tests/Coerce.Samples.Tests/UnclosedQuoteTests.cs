using Bank;

namespace Coerce.Samples.Tests;

/// <summary>A quote that is never closed costs its own line, wherever the next quote is.</summary>
public sealed class UnclosedQuoteTests
{
    private const string Open = "2026-01-01,open,A,,0.00,";
    private const string Unclosed = "2026-01-02,deposit,A,,100.00,\"never closed";
    private const string Plain = "2026-01-02,deposit,A,,1.00,plain";
    private const string Quoted = "2026-01-02,deposit,A,,1.00,\"quoted, with\r\nand \"\"more\"\"\"";

    [Fact]
    public async Task Ledger_UnclosedQuoteBeforePlainRows_CostsOneLine() => await AssertOneLineLostAsync(Unclosed, Plain, Plain);

    [Fact]
    public async Task Ledger_UnclosedQuoteBeforeQuotedRow_CostsOneLine() => await AssertOneLineLostAsync(Unclosed, Plain, Quoted, Plain);

    [Fact]
    public async Task Ledger_UnclosedQuoteInLastRow_CostsOneLine() => await AssertOneLineLostAsync(Plain, Quoted, Unclosed);

    [Fact]
    public async Task Ledger_QuoteInTheMiddleOfAField_CostsOneLine() =>
        await AssertOneLineLostAsync(Plain, "2026-01-02,deposit,A,,1.00,5\" pipe", Quoted, Plain);

    [Fact]
    public async Task Ledger_TextAfterAClosingQuote_CostsOneLine() =>
        await AssertOneLineLostAsync(Plain, "2026-01-02,deposit,A,,1.00,\"closed\" too early", Quoted);

    [Fact]
    public async Task Ledger_UnclosedQuoteBeforeMoreRowsThanAFieldMayHold_CostsOneLine() =>
        await AssertOneLineLostAsync([Unclosed, .. Enumerable.Repeat(Plain, 3_000), Quoted]);

    [Fact]
    public async Task Ledger_ManyUnclosedQuotes_EachCostsOneLine()
    {
        string text = Text([Unclosed, Plain, Unclosed, Quoted, Unclosed, Unclosed, Plain]);

        LedgerReport report = await BankRun.OfTextAsync(text);

        Assert.Equal([3, 5, 8, 9], report.Rejected.Select(row => row.Line));
        Assert.Equal([new AccountBalance("A", 3)], report.Balances);
        PlainLedgerAssert.Same(PlainLedger.Of(text), report);
    }

    [Fact]
    public async Task Ledger_FieldLongerThanAnyMemo_CostsOneLine() =>
        await AssertOneLineLostAsync(Plain, "2026-01-02,deposit,A,,1.00," + new string('x', 100_000), Plain);

    [Fact]
    public async Task Ledger_LoneCarriageReturnsAsLineEnds_CostsOneLine()
    {
        LedgerReport report = await BankRun.OfTextAsync(Text([Plain, Unclosed, Plain]).ReplaceLineEndings("\r"));

        Assert.Equal(4, Assert.Single(report.Rejected).Line);
        Assert.Equal([new AccountBalance("A", 2)], report.Balances);
    }

    private static async Task AssertOneLineLostAsync(params string[] rows)
    {
        LedgerReport report = await BankRun.OfTextAsync(Text(rows));

        Assert.Single(report.Rejected);
        Assert.Contains("quote", report.Rejected[0].Reason);
        Assert.Equal([new AccountBalance("A", rows.Length - 1)], report.Balances);
        Assert.Equal(rows.Length + 1, report.Rows);
    }

    private static string Text(string[] rows) => string.Join("\r\n", [BankRun.Header, Open, .. rows, ""]);
}
