using System.Runtime.CompilerServices;

namespace Streams;

public sealed record Quote(string Symbol, decimal Price);

[Actor(MailboxCapacity = 100)]
public sealed partial class Ticker(ActorContext<TickerRef> context)
{
    private readonly Dictionary<string, decimal> _prices = [];
    private IDisposable? _source;

    [Handles]
    void Follow(string symbol)
    {
        _source?.Dispose();
        _source = context.Attach(ReadAsync(symbol));
    }

    [Handles] void On(Quote message) => _prices[message.Symbol] = message.Price;

    [Handles]
    async IAsyncEnumerable<Quote> Quotes(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach ((string symbol, decimal price) in _prices)
        {
            await Task.Delay(1, cancellationToken);
            if (symbol.StartsWith(prefix, StringComparison.Ordinal)) yield return new Quote(symbol, price);
        }
    }

    private static async IAsyncEnumerable<Quote> ReadAsync(string symbol)
    {
        for (decimal price = 1; price < 10; price++)
        {
            await Task.Yield();
            yield return new Quote(symbol, price);
        }
    }
}

public static class Use
{
    public static async Task<decimal> RunAsync(TickerRef ticker, CancellationToken cancellationToken)
    {
        await ticker.FollowAsync("ABC", cancellationToken);
        decimal sum = 0;
        await foreach (Quote quote in ticker.QuotesAsync("A", cancellationToken).ConfigureAwait(false)) sum += quote.Price;
        await foreach (Quote quote in ticker.StreamAsync(new Ticker.Messages.Quotes(""))) sum += quote.Price;
        return sum;
    }
}
