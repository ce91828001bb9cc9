using Bank.LedgerTool;

// dotnet run --project samples/Bank.LedgerTool -- samples/Bank/ledger.csv
if (args is not [var path])
{
    Console.Error.WriteLine("usage: Bank.LedgerTool FILE");
    return 2;
}

using FileStream file = File.Create(path);
IReadOnlyList<BrokenRow> broken = new LedgerWriter(file).Write();
Console.WriteLine($"{path}: {LedgerWriter.Rows} rows over {LedgerWriter.Accounts} accounts, {broken.Count} of them broken");
return 0;
