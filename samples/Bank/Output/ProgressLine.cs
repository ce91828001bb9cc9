using System.Globalization;

namespace Bank.Output;

/// <summary>One line on a terminal that says how far the work has come, and is gone when it has ended.</summary>
internal sealed class ProgressLine : IDisposable
{
    private readonly TextWriter? _terminal = Console.IsErrorRedirected ? null : Console.Error;

    public void Show(LedgerProgress progress)
    {
        string share = progress.Share is { } done
            ? done.ToString("P0", CultureInfo.InvariantCulture).Replace(" ", null, StringComparison.Ordinal) + ", "
            : "";
        _terminal?.Write(string.Create(CultureInfo.InvariantCulture, $"\rPosting: {share}{progress.Rows:N0} rows "));
    }

    public void Dispose() => _terminal?.Write("\r" + new string(' ', 60) + "\r");
}
