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
