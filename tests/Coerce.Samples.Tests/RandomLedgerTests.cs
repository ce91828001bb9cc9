using System.Globalization;
using System.Text;
using Bank;

namespace Coerce.Samples.Tests;

/// <summary>Small ledgers in which every row collides with its neighbours: what order there is must show.</summary>
public sealed class RandomLedgerTests
{
    [Theory]
    [InlineData(2, 4)]
    [InlineData(3, 64)]
    [InlineData(10, 256)]
    public async Task Ledger_CrowdedAccounts_ComesToWhatAPlainLoopComesTo(int accounts, int lookAhead)
    {
        for (int seed = 0; seed < 40; seed++)
        {
            string text = NewLedger(new Random(seed), accounts, rows: 300);

            PlainLedgerAssert.Same(PlainLedger.Of(text), await BankRun.OfTextAsync(text, lookAhead));
        }
    }

    /// <remarks>An idle account answers at once, and then rows cannot overtake each other. A busy one answers later.</remarks>
    [Fact]
    public async Task Ledger_AccountsThatOthersKeepBusy_ComesToWhatAPlainLoopComesTo()
    {
        const int Accounts = 5;
        string text = NewLedger(new Random(1), Accounts, rows: 20_000);
        using var folder = new TemporaryFolder();
        string path = folder.Write("ledger.csv", text);
        await using var system = new ActorSystem("test");
        LedgerRef ledger = system.Spawn(Ledger.Props(lookAhead: 64), "ledger");
        await ledger.AskAsync(new OpenLedger(path));
        await ledger.AskAsync(new PostRows(Accounts));

        using var posted = new CancellationTokenSource();
        Task[] others = [.. Enumerable.Range(0, Accounts).Select(account => Task.Run(async () =>
        {
            AccountRef busy = system.Find<AccountRef>($"ledger/A{account}")!;
            while (!posted.IsCancellationRequested)
            {
                busy.Tell(new Deposit(0));
                await busy.GetBalanceAsync();
            }
        }))];

        while (!(await ledger.AskAsync(new PostRows(1_000))).AtEnd)
        {
        }

        LedgerReport report = await ledger.GetReportAsync();
        await posted.CancelAsync();
        await Task.WhenAll(others);

        PlainLedgerAssert.Same(PlainLedger.Of(text), report);
    }

    private static string NewLedger(Random random, int accounts, int rows)
    {
        var text = new StringBuilder(BankRun.Header).Append('\n');
        for (int account = 0; account < accounts; account++)
            text.Append(CultureInfo.InvariantCulture, $"2026-01-01,open,A{account},,{random.Next(100)}.00,\n");

        for (int row = 0; row < rows; row++)
        {
            int from = random.Next(accounts);
            int to = (from + random.Next(1, accounts)) % accounts;
            string amount = string.Create(CultureInfo.InvariantCulture, $"{random.Next(120)}.{random.Next(100):00}");
            text.Append(random.Next(4) switch
            {
                0 => $"2026-01-02,deposit,A{from},,{amount},",
                1 => $"2026-01-02,withdrawal,A{from},,{amount},",
                _ => $"2026-01-02,transfer,A{from},A{to},{amount},",
            }).Append('\n');
        }

        return text.ToString();
    }
}
