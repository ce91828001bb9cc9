using Bank;

namespace Coerce.Samples.Tests;

internal static class PlainLedgerAssert
{
    /// <summary>The same balances to the cent, refusals and rejected lines, in the same order.</summary>
    public static void Same(PlainLedger plain, LedgerReport report)
    {
        Assert.Equal(
            plain.Balances.Select(account => (account.Key, account.Value / 100m)),
            report.Balances.Select(account => (account.Account, account.Balance)));
        Assert.Equal(
            plain.Refused.Select(row => (row.Line, row.Account, row.To, row.Requested / 100m, row.Available / 100m)),
            report.Refused.Select(refused =>
                (refused.Row.Line, refused.Row.Account, refused.Row.To ?? "", refused.Reason.Requested, refused.Reason.Available)));
        Assert.Equal(plain.Rejected, report.Rejected.Select(row => row.Line));
        Assert.Equal(plain.Rows, report.Rows);
    }
}
