namespace Bank;

public readonly record struct Convert(decimal Amount, string Currency);
public readonly record struct SetRate(string Currency, decimal Rate);

[Actor]
public sealed partial class Rates
{
    private readonly Dictionary<string, decimal> _rates = new() { ["EUR"] = 1 };

    [Handles] void On(SetRate message) => _rates[message.Currency] = message.Rate;

    [Handles] static decimal {|COERCE0003:On|}(Convert message) => message.Amount;

    [Handles] decimal Sum() => _rates.Values.Sum();
}

public static class Desk
{
    public static async Task<decimal> AskAsync(RatesRef rates)
    {
        rates.Tell(new SetRate("USD", 1.1m));
        decimal converted = await rates.AskAsync(new Convert(5, "USD"));
        return converted + await rates.SumAsync();
    }
}
