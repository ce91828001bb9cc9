using System.Diagnostics;
using Bank;
using Bank.Output;
using Coerce;

const int RowsAtATime = 5_000;
const int Unusable = 2;

(BankOptions? options, string? wrong) = BankOptions.Parse(args);
if (options is null)
    return Fail(wrong);

if (options.Help)
{
    Console.WriteLine(BankOptions.Usage);
    return 0;
}

try
{
    if (options.Out is not null)
        Directory.CreateDirectory(options.Out);

    var watch = Stopwatch.StartNew();
    await using var system = new ActorSystem("bank");
    LedgerRef ledger = system.Spawn(Ledger.Props(), "ledger");

    if (await ledger.AskAsync(new OpenLedger(options.Ledger)) is OpenReply.Unusable(var reason))
        return Fail($"{options.Ledger}: {reason}");

    using (var line = new ProgressLine())
    {
        LedgerProgress progress;
        do
        {
            progress = await ledger.AskAsync(new PostRows(RowsAtATime));
            line.Show(progress);
        }
        while (!progress.AtEnd);
    }

    LedgerReport report = await ledger.GetReportAsync();

    new ReportWriter(Console.Out).Write(report, Path.GetFileName(options.Ledger), watch.Elapsed);
    if (options.Out is not null)
        ReportFiles.Write(report, options.Out);

    return 0;
}
catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
{
    return Fail(failure.Message);
}

static int Fail(string? problem)
{
    Console.Error.WriteLine("Bank: " + problem?.ReplaceLineEndings(" "));
    return Unusable;
}
