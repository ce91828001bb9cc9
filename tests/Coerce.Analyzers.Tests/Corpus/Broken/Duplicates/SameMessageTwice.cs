namespace Ledgers;

public sealed record Book(string Account, decimal Amount);

[Actor]
public sealed partial class Ledger
{
    private readonly Dictionary<string, decimal> _books = [];

    [Handles] void On(Book message) => _books[message.Account] = message.Amount;

    [Handles] decimal Total() => _books.Values.Sum();

    // Added months later, for the auditors.
    [Handles] void {|COERCE0004:On|}(Book message, ActorContext<LedgerRef> context) => context.Children.Any();
}

public static class Auditor
{
    public static async Task<decimal> AuditAsync(LedgerRef ledger)
    {
        ledger.Tell(new Book("a", 1));
        return await ledger.TotalAsync();
    }
}
