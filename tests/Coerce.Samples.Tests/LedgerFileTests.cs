using System.Text;
using Bank.LedgerTool;

namespace Coerce.Samples.Tests;

public sealed class LedgerFileTests
{
    private static readonly byte[] Shipped = File.ReadAllBytes(ShippedLedger.Path);

    [Fact]
    public void LedgerTool_RunAgain_WritesTheShippedLedgerByteForByte()
    {
        using var again = new MemoryStream();
        new LedgerWriter(again).Write();

        Assert.True(Shipped.AsSpan().SequenceEqual(again.ToArray()), "ledger.csv is not what Bank.LedgerTool writes");
    }

    [Fact]
    public void ShippedLedger_Bytes_HaveBomCrlfAndEveryKindOfQuotedField()
    {
        string text = ShippedLedger.Text;

        Assert.Equal(Encoding.UTF8.GetPreamble(), Shipped[..3]);
        Assert.StartsWith(BankRun.Header + "\r\n", text);
        Assert.EndsWith("\r\n", text);
        Assert.Contains(",\"rent, first half\"\r\n", text);
        Assert.Contains(",\"for the \"\"old\"\" bicycle\"\r\n", text);
        Assert.Contains(",\"two lines:\r\nthis is the second\"\r\n", text);
        Assert.Contains(",\"list:\n- paint\n- brushes, small\"\r\n", text);
        Assert.Contains(",Zürich – Genève\r\n", text);
    }

    [Fact]
    public void ShippedLedger_Rows_AreAsManyAsPromised()
    {
        PlainLedger plain = ShippedLedger.Plain;

        Assert.Equal(200_000, plain.Rows);
        Assert.Equal(1_000, plain.Balances.Count);
        Assert.Equal(50, plain.Rejected.Count);
    }

    [Fact]
    public void ShippedLedger_BrokenRows_AreFiveOfEachKind()
    {
        IReadOnlyList<BrokenRow> broken = ShippedLedger.Broken;

        Assert.Equal(10, broken.DistinctBy(row => row.Breakage).Count());
        Assert.All(broken.CountBy(row => row.Breakage), kind => Assert.Equal(5, kind.Value));
        Assert.Equal(ShippedLedger.Plain.Rejected, broken.Select(row => row.Line));
    }
}
