namespace Ledgers;

public readonly record struct Flush;

[Actor]
public sealed partial class Journal
{
    private int _written;

    [Handles] int On(Flush message) => ++_written;

    [Handles]
    async Task<int> {|COERCE0004:OnAsync|}(Flush message)
    {
        await Task.Yield();
        return ++_written;
    }
}

public static class Use
{
    public static async Task<int> RunAsync(JournalRef journal) => await journal.AskAsync(new Flush());
}
