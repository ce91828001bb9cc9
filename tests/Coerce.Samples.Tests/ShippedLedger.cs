using Bank.LedgerTool;

namespace Coerce.Samples.Tests;

/// <summary>The ledger that comes with the sample, and what it comes to.</summary>
internal static class ShippedLedger
{
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "ledger.csv");

    public static string Text { get; } = File.ReadAllText(Path);

    public static PlainLedger Plain { get; } = PlainLedger.Of(Text);

    public static IReadOnlyList<BrokenRow> Broken { get; } = new LedgerWriter(Stream.Null).Write();
}
