using Bank;

namespace Coerce.Samples.Tests;

/// <summary>Runs the bank's actors inside the test.</summary>
internal static class BankRun
{
    public const string Header = "date,kind,account,to,amount,memo";

    public static async Task<LedgerReport> OfTextAsync(string text, int lookAhead = 256)
    {
        using var folder = new TemporaryFolder();
        return await OfFileAsync(folder.Write("ledger.csv", text), lookAhead);
    }

    public static async Task<LedgerReport> OfFileAsync(string path, int lookAhead = 256)
    {
        await using var system = new ActorSystem("test");
        LedgerRef ledger = system.Spawn(Ledger.Props(lookAhead), "ledger");

        Assert.IsType<OpenReply.Opened>(await ledger.AskAsync(new OpenLedger(path)));
        while (!(await ledger.AskAsync(new PostRows(1_000))).AtEnd)
        {
        }

        return await ledger.GetReportAsync();
    }

    /// <summary>A ledger of these rows, under the header and with LF.</summary>
    public static string Rows(params string[] rows) => string.Join('\n', [Header, .. rows, ""]);
}
